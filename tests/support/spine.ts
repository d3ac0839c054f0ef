/** What a list needs of a case lies on its row: for rows that a test writes beside the service, taken from their parts. */
import type { Pool, PoolClient } from 'pg'

const statements = [
  `UPDATE cases c SET title = r.name, starts_at = b.starts_at, ends_at = b.ends_at
   FROM bookings b JOIN rooms r ON r.id = b.room_id WHERE b.case_id = c.id AND c.starts_at IS NULL`,
  `UPDATE cases c SET title = p.name, starts_at = p.first_starts_at, ends_at = p.last_ends_at, child_id = e.child_id,
     lapses_at = CASE WHEN c.state = 'entered' THEN p.last_ends_at END
   FROM enrolments e JOIN programmes p ON p.id = e.programme_id WHERE e.case_id = c.id AND c.starts_at IS NULL`,
  `UPDATE cases c SET lapses_at = CASE c.state WHEN 'held' THEN w.held_until ELSE w.until END
   FROM line_entries w WHERE w.case_id = c.id AND c.state IN ('held', 'waiting') AND c.lapses_at IS NULL`,
  `UPDATE cases SET finished_at = closed_at
   WHERE state IN ('completed', 'refused') AND type <> 'follow_up' AND finished_at IS NULL`,
]

export async function fillSpine(db: Pick<Pool | PoolClient, 'query'>): Promise<void> {
  for (const sql of statements) await db.query(sql)
}
