/** What of the bookings is somebody's own: what uses their week up, and what they have of a room already. */
import * as z from 'zod/mini'
import { idRow, rowOf, rowsOf, type Sender } from '../../platform/rows'

const usedRow = z.strictObject({
  id: z.string(),
  roomName: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  canCancel: z.boolean(),
})

/**
 * What counts in a person's week, in the order of its use, and whether its person can still cancel it: the `cancel` of a
 * party in `bookingTransitions` (contracts/booking-case.ts).
 * @param within only those of this community; null is everywhere
 */
export const bookingsOfWeek = (
  db: Sender,
  subjectId: string,
  { week, within, at }: { week: string; within: string | null; at: Date },
): Promise<z.output<typeof usedRow>[]> =>
  rowsOf(db, usedRow)`SELECT c.id, r.name AS "roomName", b.starts_at AS "startsAt", b.ends_at AS "endsAt",
      b.state = 'pending' OR b.state = 'confirmed' AND b.starts_at > ${at}::timestamptz AS "canCancel"
    FROM cases c JOIN bookings b ON b.case_id = c.id JOIN rooms r ON r.id = b.room_id
    WHERE c.subject_id = ${subjectId}::uuid AND c.type = 'booking' AND b.quota_week = ${week}::date AND b.counts
      AND (${within}::text IS NULL OR c.community_code = ${within})
      AND b.state IN ('pending', 'confirmed', 'completed', 'missed')
    ORDER BY b.starts_at LIMIT 50`

/** The person's own live booking or offer of a room in some of this time. */
export async function ownBookingAt(
  db: Sender,
  accountId: string,
  { roomId, startsAt, endsAt }: { roomId: string; startsAt: Date; endsAt: Date },
): Promise<string | undefined> {
  const row = await rowOf(db, idRow)`
    SELECT c.id FROM bookings b JOIN cases c ON c.id = b.case_id
    WHERE b.room_id = ${roomId}::uuid AND b.state IN ('held', 'pending', 'confirmed')
      AND b.occupied && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)
      AND b.starts_at < ${endsAt}::timestamptz AND b.ends_at > ${startsAt}::timestamptz
      AND ${accountId}::uuid IN (c.subject_id, c.actor_id)
    ORDER BY b.starts_at LIMIT 1`
  return row?.id
}
