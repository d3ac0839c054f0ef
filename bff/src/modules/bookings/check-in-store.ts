/** Who came, on the row of the booking; the constraint `bookings_missed_by_nobody_there` decides against a release. */
import { bookingState } from '@linli/contracts/booking-case'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'

const atDoorRow = z.strictObject({
  id: z.string(),
  roomId: z.string(),
  roomName: z.string(),
  state: bookingState,
  startsAt: z.date(),
  endsAt: z.date(),
  isThere: z.boolean(),
})
export type AtDoor = z.output<typeof atDoorRow>

/** What somebody has booked near this instant, in any room, the first one first. */
export const bookedNear = (db: Db, accountId: string, now: Date): Promise<AtDoor[]> =>
  db.statement(
    atDoorRow,
    'booked-near',
    `SELECT c.id, b.room_id AS "roomId", r.name AS "roomName", b.state, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
       b.checked_in_at IS NOT NULL AS "isThere"
     FROM cases c JOIN bookings b ON b.case_id = c.id JOIN rooms r ON r.id = b.room_id
     WHERE (c.subject_id = $1::uuid OR c.actor_id = $1::uuid AND c.actor_role = 'proxy') AND c.type = 'booking'
       AND b.state IN ('pending', 'confirmed', 'missed', 'completed')
       AND b.starts_at > $2::timestamptz - interval '1 day' AND b.starts_at < $2::timestamptz + interval '1 day'
     ORDER BY b.starts_at, c.id`,
    [accountId, now],
  )

/** Guarded: said once, while it stands. */
export async function markThere(tx: Tx, id: string, by: 'party' | 'staff', at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE bookings SET checked_in_at = ${at}::timestamptz, checked_in_by = ${by}
    WHERE case_id = ${id}::uuid AND state = 'confirmed' AND checked_in_at IS NULL`
}

export async function markGone(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE bookings SET checked_in_at = NULL, checked_in_by = NULL WHERE case_id = ${id}::uuid`
}
