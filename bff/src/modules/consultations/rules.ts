/** Whom a question is given to: who is there, who may, and who has least to do. No row is read here. */
import type { Announced, OfficeHours } from '../../platform/calendar'
import { isWorkingDay } from '../../platform/calendar'
import { addDays, dayOf, instantAt, weekdayOf } from '../../platform/shanghai'

export interface Candidate {
  accountId: string
  badge: string
  division: string
  /** Open matters. */
  open: number
  duties: readonly { weekday: number; from: number; to: number }[]
  /** Days away, the last one included. */
  away: readonly { from: string; to: string }[]
}

/** Away on the day itself nobody is given anything, though they may be back before it is due. */
export const isAway = ({ away }: Pick<Candidate, 'away'>, day: string): boolean =>
  away.some((span) => span.from <= day && day <= span.to)

/**
 * Is somebody there before the answer is due? Without duty hours of their own they keep those of the office.
 * @param until the due time; the look goes no further than 60 days
 */
export function isThere(
  { duties, away }: Pick<Candidate, 'duties' | 'away'>,
  [from, until]: readonly [Date, Date],
  { announced }: { hours: OfficeHours; announced: Announced },
): boolean {
  let day = dayOf(from)
  for (let n = 0; n < 60 && instantAt(day, 0) < until; n++, day = addDays(day, 1)) {
    if (isAway({ away }, day)) continue
    if (duties.length === 0) {
      if (isWorkingDay(day, announced)) return true
      continue
    }
    const meets = (duty: { weekday: number; from: number; to: number }): boolean =>
      duty.weekday === weekdayOf(day) && instantAt(day, duty.to) > from && instantAt(day, duty.from) < until
    if (duties.some(meets)) return true
  }
  return false
}

/** The nearest desk first, there whoever has least to do; two with as much in a fixed order. */
export const inOrder = (candidates: readonly Candidate[]): Candidate[] =>
  [...candidates].sort(
    (a, b) =>
      b.division.length - a.division.length || a.open - b.open || (a.accountId < b.accountId ? -1 : 1),
  )

/** One party to a matter, by the keyed hashes of names. */
export interface Sides {
  person: Buffer | null
  opposite: Buffer | null
}

/** Whoever advises a person does not advise against them, and the other way round. */
export const isConflict = (one: Sides, other: Sides): boolean =>
  same(one.opposite, other.person) || same(one.person, other.opposite)

const same = (a: Buffer | null, b: Buffer | null): boolean => a !== null && b !== null && a.equals(b)
