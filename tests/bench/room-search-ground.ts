/** Rooms of ten counties with bookings before and after today, by plain SQL: so many to a room. */
import { randomUUID } from 'node:crypto'
import type { TestApp } from '../support/app'

const counties = 10
const roomsEach = 200

/** The community from which each county is searched. */
export const searchedFrom = Array.from({ length: counties }, (_, n) => `5323${51 + n}101001`)

export async function layRooms({ database: { pool } }: TestApp): Promise<void> {
  await pool.query(`INSERT INTO divisions (code, level, name, full_name, parent_code)
    SELECT '5323' || c, 'county', '县' || c, '县' || c, '5323' FROM generate_series(51, 60) c ON CONFLICT DO NOTHING`)
  await pool.query(`INSERT INTO divisions (code, level, name, full_name, parent_code)
    SELECT '5323' || c || '101', 'township', '镇' || c, '镇' || c, '5323' || c FROM generate_series(51, 60) c ON CONFLICT DO NOTHING`)
  await pool.query(`INSERT INTO divisions (code, level, name, full_name, parent_code)
    SELECT '5323' || c || '1010' || lpad(n::text, 2, '0'), 'community', '社区' || n, '社区' || n, '5323' || c || '101'
    FROM generate_series(51, 60) c, generate_series(1, 20) n ON CONFLICT DO NOTHING`)
  await pool.query(
    `WITH f AS (INSERT INTO facilities (id, community_code, kind, name, address, holidays)
       SELECT gen_random_uuid(), code, 'party_service_centre', '党群服务中心', '1 号', 'open' FROM divisions
       WHERE level = 'community' AND code LIKE '53235%' OR level = 'community' AND code LIKE '532360%' RETURNING id, community_code)
     INSERT INTO rooms (id, facility_id, community_code, name, position, capacity, area_square_metres, step_free, equipment,
       purposes, openings, slot_minutes, min_minutes, max_minutes, notice_minutes, horizon_days, buffer_minutes, approval)
     SELECT gen_random_uuid(), f.id, f.community_code, '房间' || n, n, 20 + n, 40, true, '{projector}', '{training}',
       (SELECT jsonb_agg(jsonb_build_object('weekday', d, 'from', '08:00', 'to', '21:00')) FROM generate_series(1, 7) d),
       30, 60, 180, 60, 60, 30, 'automatic'
     FROM f, generate_series(1, $1) n`,
    [roomsEach / 20],
  )
}

/** What is there already is counted: a larger set adds days before, and after as far as a month; four uses a day. */
export async function layBookings({ database: { pool } }: TestApp, bookings: number): Promise<void> {
  const account = randomUUID()
  await pool.query(`INSERT INTO accounts (id, community_code, created_at) VALUES ($1, $2, now())`, [
    account,
    searchedFrom[0],
  ])
  const { rows } = await pool.query<{ n: number; days: number }>(
    `SELECT (SELECT count(*)::int FROM bookings) AS n,
       coalesce((SELECT max(starts_at)::date - min(starts_at)::date + 1 FROM bookings), 0) AS days`,
  )
  const { n: there = 0, days = 0 } = rows[0] ?? {}
  const more = Math.ceil((bookings - there) / (counties * roomsEach * 4))
  await pool.query(
    `WITH made AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         created_at, closed_at, title, starts_at, ends_at)
       SELECT gen_random_uuid(), 'CD-BENCH-' || $2::int || '-' || row_number() OVER (), 'booking', r.community_code, $1, $1, 'self',
         CASE WHEN s.at > now() THEN 'confirmed' ELSE 'completed' END, 'nobody', now(),
         CASE WHEN s.at > now() THEN NULL ELSE now() END, r.id::text, s.at, s.at + interval '2 hours'
       FROM rooms r, generate_series($2::int, $3::int) d, generate_series(0, 3) k,
         LATERAL (SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date + 20 - d + interval '8 hours' + k * interval '3 hours')
           AT TIME ZONE 'Asia/Shanghai' AS at) s
       WHERE r.community_code LIKE '5323%' AND r.name LIKE '房间%'
       RETURNING id, state, title, starts_at, ends_at)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT id, state, title::uuid, starts_at, ends_at, tstzrange(starts_at, ends_at + interval '30 minutes'), 'training', 5,
       date_trunc('week', starts_at)::date FROM made`,
    [account, days, days + more - 1],
  )
  await pool.query('ANALYZE')
}
