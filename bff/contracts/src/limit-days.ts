/**
 * The days of legal-limits.ts, as 民法典 第二百至二百零三条 counts them. A last day that is no working day moves to the next
 * one (第二百零三条); no calendar of holidays is known here, so what is computed is the plain day, never later than the real
 * one.
 */
import type { Topic } from './consultation-thread'
import { type LegalLimit, legalLimits, type Span } from './legal-limits'

const dayMs = 86_400_000
const atNoon = (iso: string): Date => new Date(`${iso}T12:00:00Z`)
const isoOf = (date: Date): string => date.toISOString().slice(0, 10)

/**
 * The last day. The first day does not count (民法典 第二百零一条); months and years end on the day of the same number, and
 * where the last month has no such day on its last one (第二百零二条).
 * @param from a Shanghai day, `2026-11-23`
 */
export function lastDay({ unit, n }: Span, from: string): string {
  const start = atNoon(from)
  if (unit === 'day') return isoOf(new Date(start.getTime() + n * dayMs))
  const month = start.getUTCMonth() + (unit === 'year' ? n * 12 : n)
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0, 12))
  return isoOf(
    new Date(
      Date.UTC(
        lastOfMonth.getUTCFullYear(),
        lastOfMonth.getUTCMonth(),
        Math.min(start.getUTCDate(), lastOfMonth.getUTCDate()),
        12,
      ),
    ),
  )
}

export interface ComingLimit {
  limit: LegalLimit
  last: string
  /** Days from today to the last day, that day itself counted as 0; negative once it is over. */
  left: number
}

/**
 * What may run out: first of all what runs from the thing itself, then what runs from a paper that came; of each the
 * nearest day to come first, and last what is over, the latest first.
 */
export function limitsFor(topic: Topic | null, happenedOn: string, today: string): ComingLimit[] {
  const all = legalLimits
    .filter(({ topics }) => topics.includes(topic ?? 'other'))
    .map((limit) => {
      const last = lastDay(limit.span, happenedOn)
      return {
        limit,
        last,
        left: Math.round((atNoon(last).getTime() - atNoon(today).getTime()) / dayMs),
      }
    })
  const rank = ({ left }: ComingLimit): number => (left >= 0 ? left : 1_000_000 - left)
  const ofPaper = ({ limit }: ComingLimit): number => (limit.paper === true ? 1 : 0)
  return all.sort((a, b) => ofPaper(a) - ofPaper(b) || rank(a) - rank(b))
}
