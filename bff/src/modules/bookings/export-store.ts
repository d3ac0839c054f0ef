/** Bookings of a division, a row each, without what anybody wrote. */
import { bookingState } from '@linli/contracts/booking-case'
import { purpose } from '@linli/contracts/rooms'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'

const exportedRow = z.strictObject({
  number: z.string(),
  community: z.string(),
  facilityName: z.string(),
  roomName: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  purpose,
  attendees: z.int(),
  state: bookingState,
  askedAt: z.date(),
  decidedAt: z.nullable(z.date()),
  checkedInAt: z.nullable(z.date()),
  checkedInBy: z.nullable(z.enum(['party', 'staff'])),
  /** When staff gave the rest on, as nobody had come. */
  missedAt: z.nullable(z.date()),
})
export type ExportedBooking = z.output<typeof exportedRow>

export interface ExportAsked {
  division: string
  from: Date
  to: Date
  limit: number
}

/** What begins in [from, to), in order; what stands in a line or was only offered is no booking yet. */
export const bookingsBetween = (
  tx: Tx,
  { division, from, to, limit }: ExportAsked,
): Promise<ExportedBooking[]> =>
  rowsOf(
    tx,
    exportedRow,
  )`SELECT c.number, c.community_code AS community, f.name AS "facilityName", r.name AS "roomName",
      c.starts_at AS "startsAt", c.ends_at AS "endsAt", b.purpose, b.attendees, b.state, c.created_at AS "askedAt",
      c.decided_at AS "decidedAt", b.checked_in_at AS "checkedInAt", b.checked_in_by AS "checkedInBy",
      CASE WHEN b.state = 'missed' THEN c.closed_at END AS "missedAt"
    FROM divisions d CROSS JOIN LATERAL (
      (SELECT * FROM cases s WHERE s.community_code = d.code AND s.type = 'booking'
         AND s.state IN ('held', 'pending', 'confirmed', 'completed')
         AND s.starts_at >= ${from}::timestamptz AND s.starts_at < ${to}::timestamptz LIMIT ${limit}::int)
      UNION ALL
      (SELECT * FROM cases o WHERE o.community_code = d.code AND o.type = 'booking'
         AND o.closed_at IS NOT NULL AND o.state <> 'completed'
         AND o.starts_at >= ${from}::timestamptz AND o.starts_at < ${to}::timestamptz LIMIT ${limit}::int)) c
      JOIN bookings b ON b.case_id = c.id JOIN rooms r ON r.id = b.room_id JOIN facilities f ON f.id = r.facility_id
    WHERE d.code >= ${division} AND d.code < ${`${division}:`} AND d.level = 'community' AND b.state <> 'held'
    ORDER BY c.community_code, c.starts_at, c.number LIMIT ${limit}::int`
