/** Rooms of ten counties, by plain SQL. */
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
