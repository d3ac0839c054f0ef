/** The refusal that says how many bookings a week may hold, which ones use it up, and which of them can still go. */
import { Problem } from '../../platform/problem'
import type { Sender } from '../../platform/rows'
import { bookingsOfWeek } from './own-store'

/** @throws Problem booking_quota_reached, always */
export async function overQuota(
  db: Sender,
  { subjectId, week, perWeek, at }: { subjectId: string; week: string; perWeek: number; at: Date },
): Promise<never> {
  const used = await bookingsOfWeek(db, subjectId, week, at)
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
