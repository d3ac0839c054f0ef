/** Bookings as a calendar is told of them: what, when and where, and which word is the last. */
import { bookingState } from '@linli/contracts/booking-case'
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'

const entryRow = z.strictObject({
  id: z.string(),
  number: z.string(),
  state: bookingState,
  title: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  facilityName: z.string(),
  floor: z.nullable(z.string()),
  door: z.nullable(z.string()),
  address: z.string(),
  /** Of its timeline, which only grows. */
  events: z.int(),
  changedAt: z.date(),
})
export type EntryRow = z.output<typeof entryRow>

const columns = `c.id, c.number, c.state, c.title, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
  f.name AS "facilityName", r.floor, r.door, f.address, e.events, e.at AS "changedAt"
  FROM cases c JOIN bookings b ON b.case_id = c.id JOIN rooms r ON r.id = b.room_id
    JOIN facilities f ON f.id = r.facility_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS events, coalesce(max(at), c.created_at) AS at,
      bool_or(to_state NOT IN ('waiting', 'lapsed', 'cancelled')) AS had FROM case_events v WHERE v.case_id = c.id) e`

export async function entryOf(db: Db, id: string): Promise<EntryRow | undefined> {
  const [row] = await db.statement(entryRow, 'booking-entry', `SELECT ${columns} WHERE c.id = $1::uuid`, [id])
  return row
}

/**
 * What somebody booked, or asked for in another's name, and what was booked for them, that ends after an instant: what
 * stands first, the soonest first. What only stood in a line is none. No room is booked longer ahead than `madeAfter` lies back.
 */
export const entriesOf = (
  db: Db,
  { accountId, after, madeAfter, limit }: { accountId: string; after: Date; madeAfter: Date; limit: number },
): Promise<EntryRow[]> =>
  db.statement(
    entryRow,
    'booking-entries',
    `SELECT ${columns} WHERE c.id IN (
         SELECT id FROM cases WHERE subject_id = $1::uuid AND created_at > $3::timestamptz AND type = 'booking'
         UNION ALL
         SELECT id FROM cases WHERE actor_id = $1::uuid AND actor_role = 'proxy' AND created_at > $3::timestamptz AND type = 'booking')
       AND b.ends_at > $2::timestamptz AND c.state <> 'waiting' AND e.had
     ORDER BY c.closed_at IS NOT NULL, CASE WHEN c.closed_at IS NULL THEN b.starts_at END, b.starts_at DESC, c.id
     LIMIT $4::int`,
    [accountId, after, madeAfter, limit],
  )
