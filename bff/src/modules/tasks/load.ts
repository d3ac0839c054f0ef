/** What somebody has around a time, as the rules of rest and of chances look at it. */
import { addDays, dayMs, dayOf, minuteMs } from '../../platform/shanghai'
import { chanceDays, type Load, mostDays } from './rules'
import type { LoadRow } from './store'

/** From when on signups matter: chances look back, and rest over the days before. */
export const loadsSince = (now: Date): Date => new Date(now.getTime() - chanceDays * dayMs)

/** @param rows of one person, in any order */
export function loadAround(
  rows: readonly LoadRow[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Load {
  const day = dayOf(startsAt)
  const busy = new Set(rows.map((row) => dayOf(row.startsAt)))
  const sameDay = rows.filter((row) => dayOf(row.startsAt) === day)
  return {
    overlaps: rows.some((row) => row.stands && row.startsAt < endsAt && row.endsAt > startsAt),
    minutesThatDay: sameDay.reduce(
      (sum, r) => sum + (r.endsAt.getTime() - r.startsAt.getTime()) / minuteMs,
      0,
    ),
    daysInARow: 1 + run(busy, day, -1) + run(busy, day, 1),
    chances: rows.length,
  }
}

/** Days without a break on one side of a day; more than are allowed need not be counted. */
function run(busy: ReadonlySet<string>, day: string, step: 1 | -1): number {
  let n = 0
  while (n <= mostDays && busy.has(addDays(day, step * (n + 1)))) n += 1
  return n
}
