/** Who has been seen in a month, who presses, and how it is counted; days and months of Shanghai (docs/visits.md). */
import type { KeptOutcome, Standing, VisitRefusal } from '@linli/contracts/visits'
import type { VisitCounts } from '@linli/contracts/visit-figures'
import { addDays, dayMs, dayOf, minuteMs } from '../../platform/shanghai'

export const monthOf = (at: Date): string => dayOf(at).slice(0, 7)
export const firstOf = (month: string): string => `${month}-01`
export const monthBefore = (month: string): string => addDays(firstOf(month), -1).slice(0, 7)
/** The last day of it. */
export const lastOf = (month: string): string =>
  addDays(addDays(firstOf(month), 31).slice(0, 7).concat('-01'), -1)

/** What counts as having been seen. */
export const counts = (outcome: KeptOutcome): boolean => outcome === 'met' || outcome === 'talked'

/** What is known of somebody in a month: of what was recorded in time, and what stands. */
export interface MonthFact {
  seen: boolean
  /** What the last visit came to; null: none. */
  last: KeptOutcome | null
  /** They do not want to be visited, until a day that is not over. */
  refusing: boolean
}

/** In hospital and refusing keep somebody on the roster: they are due again, and shown apart. */
export function standingOf({ seen, last, refusing }: MonthFact): Standing {
  if (seen) return 'seen'
  if (last === 'hospital') return 'hospital'
  return last === 'refused' || refusing ? 'refused' : 'due'
}

/** So many of the roster of whom the same is known. */
export interface RosterGroup extends MonthFact {
  /** They moved away or died by the day that is asked about. */
  gone: boolean
  /** Seen by what stands now, whenever it was recorded. */
  seenNow: boolean
  n: number
}

export const nobody = (): VisitCounts => ({
  listed: 0,
  seen: 0,
  hospital: 0,
  refused: 0,
  unseen: 0,
  gone: 0,
  late: 0,
})

const groupOf: Record<Standing, 'seen' | 'hospital' | 'refused' | 'unseen'> = {
  seen: 'seen',
  hospital: 'hospital',
  refused: 'refused',
  due: 'unseen',
}

/**
 * The formula of n of N. N: whoever is on the roster and has not left it by that day; n: who of them was met or talked to
 * by what was recorded in time. Who was seen by what came later is counted apart.
 */
export function countsOf(groups: readonly RosterGroup[]): VisitCounts {
  const sum = nobody()
  for (const group of groups) {
    if (group.gone) sum.gone += group.n
    else {
      sum.listed += group.n
      sum[groupOf[standingOf(group)]] += group.n
      if (group.seenNow && !group.seen) sum.late += group.n
    }
  }
  return sum
}

export function added(a: VisitCounts, b: VisitCounts): VisitCounts {
  const sum = { ...a }
  for (const key of Object.keys(sum) as (keyof VisitCounts)[]) sum[key] += b[key]
  return sum
}

/** A visit as it stands, its corrections taken in. */
export interface StandingVisit {
  id: string
  at: Date
  outcome: KeptOutcome
}

const urgentMs = 2 * dayMs

/**
 * Twice not at home within 48 hours and nobody met or talked to between; until somebody knows where they are.
 * @param visits in the order of time
 * @returns the visit that made it urgent, if it still is
 */
export function urgentBy<V extends StandingVisit>(visits: readonly V[]): V | undefined {
  let before: V | undefined
  let urgent: V | undefined
  for (const visit of visits) {
    if (visit.outcome === 'not_home') {
      if (before && visit.at.getTime() - before.at.getTime() <= urgentMs) urgent ??= visit
      before = visit
      continue
    }
    urgent = undefined
    if (counts(visit.outcome)) before = undefined
  }
  return urgent
}

export interface Pressing {
  standing: Standing
  urgent: boolean
  last: { at: Date } | null
}

const order: readonly Standing[] = ['due', 'refused', 'hospital', 'seen']
const rank = ({ urgent, standing }: Pressing): number => (urgent ? -1 : order.indexOf(standing))

/** What presses comes first; of those alike, whoever was seen longest ago. */
export const byPressing = (a: Pressing, b: Pressing): number =>
  rank(a) - rank(b) || (a.last?.at.getTime() ?? 0) - (b.last?.at.getTime() ?? 0)

/** A device's clock may be ahead by so much. */
const aheadMs = 5 * minuteMs

/** @returns why it is not kept, judged by its time alone */
export function refusalOf(
  at: Date,
  elder: { state: string; since: string },
  now: Date,
): VisitRefusal | undefined {
  if (at.getTime() > now.getTime() + aheadMs) return 'in_future'
  if (monthOf(at) < monthBefore(monthOf(now))) return 'too_old'
  return hasLeft(elder.state) && dayOf(at) > elder.since ? 'elder_left' : undefined
}

export const hasLeft = (state: string): boolean => state === 'moved' || state === 'died'

/** Its figures are frozen, or ought to have been: so that a clock that is late changes nothing. */
export const isLate = (month: string, frozen: boolean, now: Date): boolean => frozen || month < monthOf(now)
