/**
 * What the unit that was rated finds out of the rater's own acts: nothing on their day. Who was there a moment ago is
 * known to it, so the minute of a word would say whose it is (docs/product.md › Ratings).
 */
import type { FollowUpRole } from '@linli/contracts/follow-ups'
import { dayOf, startOfDay } from '../../platform/shanghai'
import type { EventLine } from './event-line'
import { unitKnows } from './rules'
import type { FollowUpRow } from './store'

const isAnonymous = (row: FollowUpRow, role: FollowUpRole): boolean => role === 'unit' && !unitKnows(row)

/** The instant by which something is late: deadlines count from the opening to the minute, and would tell it. */
export const lateBy = (row: FollowUpRow, role: FollowUpRole, now: Date): Date =>
  isAnonymous(row, role) ? startOfDay(dayOf(now)) : now

/**
 * The follow-up as it stood before what the rater has said today; the list says the same in SQL (`withheld`). What came
 * before that word stays as it was read, so that nothing goes in the moment of it. Words wait as all texts do.
 */
export function asSeen<Row extends FollowUpRow & { events?: EventLine[] }>(
  row: Row,
  role: FollowUpRole,
  now: Date,
): Row {
  if (!isAnonymous(row, role)) return row
  const today = startOfDay(dayOf(now))
  const isOfToday = (at: Date | null): boolean => at !== null && at >= today
  const withheld = isOfToday(row.verdictAt) && isRatersWord(row) ? row.verdictAt : null
  const hidden = (e: EventLine): boolean => {
    const at = new Date(e.at)
    if (e.side !== 'party' || !isOfToday(at)) return false
    return e.action === 'supplement' || (withheld !== null && at >= withheld)
  }
  const events = row.events?.filter((e) => !hidden(e))
  return {
    ...row,
    ...(withheld && { ...beforeWord, ...verdictIn(events ?? []) }),
    ...(isOfToday(row.openedAt) && { text: null }),
    ...(isOfToday(row.supplementAt) && { supplement: null }),
    ...(events && { events }),
  }
}

/** Of a first round, which was put right again: a good verdict ends it, so it was a bad one. */
function verdictIn(events: readonly EventLine[]): Pick<FollowUpRow, 'verdict' | 'verdictAt'> {
  const last = events.findLast((e) => e.action === 'object')
  return last ? { verdict: 'dissatisfied', verdictAt: new Date(last.at) } : { verdict: null, verdictAt: null }
}

/** Nobody has gone on since: it stands where the verdict has left it. */
const isRatersWord = ({ state, reviewing, verdict }: FollowUpRow): boolean =>
  (state === 'reviewing' && reviewing === 'verdict') || (state === 'closed' && verdict === 'satisfied')

const beforeWord = {
  state: 'verdict',
  waitingFor: 'party',
  dueAt: null,
  reviewing: null,
  endedAt: null,
} as const
