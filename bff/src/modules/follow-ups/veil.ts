/**
 * What the unit that was rated finds out of the rater's own acts: nothing on their day. Who was there a moment ago is
 * known to it, so the minute of a word would say whose it is (PRODUCT.md › Ratings).
 */
import type { FollowUpRole } from '@linli/contracts/follow-ups'
import { dayOf, startOfDay } from '../../platform/shanghai'
import type { EventLine } from './present'
import type { FollowUpRow } from './store'

const isVeiled = (row: FollowUpRow, role: FollowUpRole): boolean => role === 'unit' && row.namedAt === null

/** The instant by which something is late: deadlines count from the opening to the minute, and would tell it. */
export const lateBy = (row: FollowUpRow, role: FollowUpRole, now: Date): Date =>
  isVeiled(row, role) ? startOfDay(dayOf(now)) : now

/** The follow-up as it stood before what the rater has said today; the list says the same in SQL (`unsaid`). */
export function asSeen<Row extends FollowUpRow & { events?: EventLine[] }>(
  row: Row,
  role: FollowUpRole,
  now: Date,
): Row {
  if (!isVeiled(row, role)) return row
  const today = startOfDay(dayOf(now))
  const isOfToday = (at: Date | null): boolean => at !== null && at >= today
  const unsaid = isOfToday(row.verdictAt) && isRatersWord(row)
  const hidden = (e: EventLine): boolean =>
    e.side === 'party' && (e.action === 'supplement' || unsaid) && isOfToday(new Date(e.at))
  return {
    ...row,
    ...(unsaid && beforeWord),
    ...(isOfToday(row.supplementAt) && { supplement: null }),
    ...(row.events && { events: row.events.filter((e) => !hidden(e)) }),
  }
}

/** Nobody has gone on since: it stands where the verdict has left it. */
const isRatersWord = ({ state, reviewing, verdict }: FollowUpRow): boolean =>
  (state === 'reviewing' && reviewing === 'verdict') || (state === 'closed' && verdict === 'satisfied')

const beforeWord = {
  state: 'verdict',
  waitingFor: 'party',
  dueAt: null,
  reviewing: null,
  verdict: null,
  verdictAt: null,
  endedAt: null,
} as const
