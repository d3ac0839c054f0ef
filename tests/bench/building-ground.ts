/**
 * Two counties of ten communities with twenty rooms each, by plain SQL, and so many bookings of each room: the first twelve
 * fill three days that are to come, the next twelve took place or came to nothing one a day, and all others lie behind them,
 * four a day. However many there are, what is looked at is the same.
 */
import type pg from 'pg'

const firstDay = 6

/** The communities from which rooms are searched. */
export const searchedFrom = ['532351101001', '532352101001']
/** A day that is to come, `n` days after the first that is full. */
export const dayAhead = (n: number): string =>
  new Date(Date.now() + (firstDay + n) * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

const places: [string, string][] = [
  ['county', `SELECT '5323' || c, '5323' FROM generate_series(51, 52) c`],
  ['township', `SELECT '5323' || c || '101', '5323' || c FROM generate_series(51, 52) c`],
  [
    'community',
    `SELECT '5323' || c || '1010' || lpad(n::text, 2, '0'), '5323' || c || '101'
     FROM generate_series(51, 52) c, generate_series(1, 10) n`,
  ],
]

export async function layRooms(pool: pg.Pool): Promise<void> {
  for (const [level, codes] of places)
    await pool.query(
      `INSERT INTO divisions (code, level, name, full_name, parent_code)
       SELECT code, $1, '地' || code, '地' || code, parent FROM (${codes}) made (code, parent)`,
      [level],
    )
  await pool.query(
    `INSERT INTO accounts (id, community_code, created_at)
     SELECT md5(n::text)::uuid, $1, now() FROM generate_series(0, 1999) n`,
    [searchedFrom[0]],
  )
  await pool.query(
    `WITH f AS (INSERT INTO facilities (id, community_code, kind, name, address, holidays)
       SELECT gen_random_uuid(), code, 'party_service_centre', '党群服务中心', '1 号', 'open' FROM divisions
       WHERE level = 'community' AND code LIKE '53235%' RETURNING id, community_code)
     INSERT INTO rooms (id, facility_id, community_code, name, position, capacity, area_square_metres, step_free, equipment,
       purposes, openings, slot_minutes, min_minutes, max_minutes, notice_minutes, horizon_days, buffer_minutes, approval)
     SELECT gen_random_uuid(), f.id, f.community_code, '房间' || n, n, 20 + n, 40, true, '{projector}', '{training}',
       (SELECT jsonb_agg(jsonb_build_object('weekday', d, 'from', '08:00', 'to', '21:00')) FROM generate_series(1, 7) d),
       30, 60, 180, 60, 60, 30, 'automatic'
     FROM f, generate_series(1, 20) n`,
  )
}

/** Two hours each, from eight in the morning: when the n-th use of a room is, and what became of it. */
const uses = `SELECT r.id AS room, r.community_code, r.name || ' ' || n AS title, n,
    ((now() AT TIME ZONE 'Asia/Shanghai')::date + interval '8 hours' + CASE
      WHEN n < 12 THEN (${firstDay} + n / 4) * interval '1 day' + n % 4 * interval '3 hours'
      WHEN n < 24 THEN (11 - n) * interval '1 day'
      ELSE (-7 - n / 4) * interval '1 day' + n % 4 * interval '3 hours' END) AT TIME ZONE 'Asia/Shanghai' AS at,
    CASE WHEN n < 12 THEN 'confirmed' WHEN n < 24 AND n % 2 = 1 OR n % 10 = 9 THEN 'cancelled' ELSE 'completed' END AS state,
    room_number
  FROM (SELECT *, row_number() OVER (ORDER BY community_code, position) AS room_number FROM rooms) r, LATERAL generate_series((SELECT count(*)::int FROM bookings b WHERE b.room_id = r.id), $1::int - 1) n
  WHERE r.position <= $2::int`

/** @param each bookings of each room, of which there are twenty in each community; what is there already is counted */
export async function layBookings(pool: pg.Pool, each: number, rooms = 20): Promise<void> {
  const client = await pool.connect()
  // As pg_restore does: what is made here is whole, and a million rows need not be asked one by one.
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `WITH uses AS (${uses}),
     made AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         created_at, starts_at, ends_at, closed_at, finished_at, title)
       SELECT gen_random_uuid(), 'CD-' || to_char(at, 'YYMMDD') || '-' || lpad(((room_number * 4 + n % 4 + n / 4 * 37) % 1600 + 1)::text, 6, '0'), 'booking',
         community_code, person, person, 'self', state, 'nobody', least(at, now()) - interval '2 days', at, at + interval '2 hours',
         CASE WHEN state <> 'confirmed' THEN at + interval '2 hours' END, CASE WHEN state = 'completed' THEN at + interval '2 hours' END,
         room::text
       FROM uses, LATERAL (SELECT md5(((room_number * 7 + n) % 2000)::text)::uuid AS person) p
       RETURNING id, state, title, starts_at, ends_at)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT id, state, title::uuid, starts_at, ends_at, tstzrange(starts_at, ends_at + interval '30 minutes'), 'training', 5,
       date_trunc('week', starts_at)::date FROM made`,
      [each, rooms],
    )
    await client.query('SET session_replication_role = origin')
  } finally {
    client.release()
  }
}

export async function settled(pool: pg.Pool): Promise<void> {
  for (const table of ['cases', 'bookings']) await pool.query(`VACUUM ANALYZE ${table}`)
  await pool.query('ANALYZE')
}
