/** Bookings for the board: the week that is asked for is the same at every size; what is added lies before it. */
import { randomUUID } from 'node:crypto'
import type { TestApp } from '../support/app'
import { searchedFrom } from './room-search-ground'

/** Uses of a room on a day. */
const usesADay = 4

/** Days of all rooms from `first` to `last`, counted from today; one statement a day keeps memory flat. */
export async function layDays(
  { database: { pool } }: TestApp,
  { first, last, rooms }: { first: number; last: number; rooms: string },
): Promise<void> {
  const account = randomUUID()
  await pool.query(`INSERT INTO accounts (id, community_code, created_at) VALUES ($1, $2, now())`, [
    account,
    searchedFrom[0],
  ])
  await pool.query(
    `WITH made AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         created_at, closed_at, title, starts_at, ends_at)
       SELECT gen_random_uuid(), 'CD-BOARD-' || $1::text || '-' || row_number() OVER (), 'booking', r.community_code, $1::uuid, $1::uuid, 'self',
         CASE WHEN s.at > now() THEN 'confirmed' ELSE 'completed' END, 'nobody', now(),
         CASE WHEN s.at > now() THEN NULL ELSE now() END, r.id::text, s.at, s.at + interval '2 hours'
       FROM rooms r, generate_series($2::int, $3::int) d, generate_series(0, $4::int - 1) k,
         LATERAL (SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date + d + interval '8 hours' + k * interval '3 hours')
           AT TIME ZONE 'Asia/Shanghai' AS at) s
       WHERE r.community_code LIKE $5 AND r.name LIKE '房间%'
       RETURNING id, state, title, starts_at, ends_at)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT id, state, title::uuid, starts_at, ends_at, tstzrange(starts_at, ends_at + interval '30 minutes'), 'training', 5,
       date_trunc('week', starts_at)::date FROM made`,
    [account, first, last, usesADay, `${rooms}%`],
  )
}
