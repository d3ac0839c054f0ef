/** Places in a week: what a booking that moves gives back and takes, and what is said where a week is full. */
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import type { Sender } from '../../platform/rows'
import type { Authorised } from '../cases/service'
import { settingsInside } from '../divisions/service'
import type { BookingFacts } from './facts-store'
import { bookingsOfWeek } from './own-store'
import { hasPlaceIn, passPlace } from './place-store'
import { releaseQuota, useQuota } from './store'

export interface Full {
  subjectId: string
  week: string
  perWeek: number
  /** Of a reader who is staff: their community, as what somebody has elsewhere is not there for them. */
  within?: string | null
  /** What is on its way into this week is none of what fills it. */
  but?: string
  at: Date
}

/**
 * Says how many bookings a week may hold, which ones use it up, and which of them can still go.
 * @throws Problem booking_quota_reached, always
 */
export async function overQuota(
  db: Sender,
  { subjectId, week, perWeek, within = null, but, at }: Full,
): Promise<never> {
  const used = (await bookingsOfWeek(db, subjectId, { week, within, at })).filter(({ id }) => id !== but)
  throw new Problem('booking_quota_reached', {
    perWeek,
    bookings: used.map(({ id, roomName, startsAt, endsAt, canCancel }) => ({
      id,
      roomName,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      canCancel,
    })),
  })
}

/** A partner unit reads that a week is full, and nothing of what fills it: that lies in other rooms. */
export const withoutOthers = (error: unknown): unknown =>
  error instanceof Problem && error.code === 'booking_quota_reached'
    ? new Problem('booking_quota_reached', { ...error.facts, bookings: [] })
    : error

interface Moved {
  one: Authorised
  facts: BookingFacts
  at: Date
}

/** Whether it takes a place of its own in a week: not beside the booking that it is to replace. */
export const countsIn = async (
  tx: Tx,
  { facts: { replacesCaseId, quotaWeek, counts } }: Moved,
  week: string,
) => (quotaWeek === week ? counts : !(replacesCaseId && (await hasPlaceIn(tx, replacesCaseId, week))))

/**
 * Gives the place in the old week back and takes one in the new: the earlier week first, whichever way, so that two moves
 * of one person do not wait for each other.
 * @throws Problem booking_quota_reached
 */
export async function changeWeek(
  tx: Tx,
  { one: { row, by }, facts, at }: Moved,
  { week, counts }: { week: string; counts: boolean },
): Promise<void> {
  if (facts.quotaWeek === week) return
  const { subjectId } = row
  const give = async () => {
    if (facts.counts && !(await passPlace(tx, row.id))) await releaseQuota(tx, subjectId, facts.quotaWeek)
  }
  const take = async () => {
    if (!counts) return
    const perWeek = (await settingsInside(tx, row.community)).booking_quota_per_week
    const within = by.side === 'staff' ? row.community : null
    if (!(await useQuota(tx, subjectId, week, perWeek)))
      await overQuota(tx, { subjectId, week, perWeek, within, but: row.id, at })
  }
  for (const step of week < facts.quotaWeek ? [take, give] : [give, take]) await step()
}
