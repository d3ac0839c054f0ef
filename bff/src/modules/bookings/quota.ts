/** The refusal that says how many bookings a week may hold, and which ones use it up. */
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { bookingsOfWeek } from './own-store'

/** @throws Problem booking_quota_reached, always */
export async function overQuota(
  db: Pick<Tx, '$queryRaw'>,
  { subjectId, week, perWeek }: { subjectId: string; week: string; perWeek: number },
): Promise<never> {
  const used = await bookingsOfWeek(db, subjectId, week)
  throw new Problem('booking_quota_reached', {
    perWeek,
    bookings: used.map(({ id, roomName, startsAt, endsAt }) => ({
      id,
      roomName,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  })
}
