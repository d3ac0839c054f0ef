/** A building with many rooms, each used as often as wanted, for what draws or scrolls them. */
import type pg from 'pg'

/** So many copies of a room of the demo, after all others, by name and number. @returns its community */
export async function copyRooms(pool: pg.Pool, name: string, copies: number): Promise<string> {
  const { rows } = await pool.query<{ community: string }>(
    `INSERT INTO rooms SELECT (jsonb_populate_record(NULL::rooms, to_jsonb(r) || jsonb_build_object('id', gen_random_uuid(),
       'position', (SELECT max(position) FROM rooms) + n, 'name', $1::text || n, 'capacity', 60))).*
     FROM (SELECT * FROM rooms WHERE name = '多功能活动厅' ORDER BY community_code LIMIT 1) r, generate_series(1, $2::int) n
     RETURNING community_code AS community`,
    [name, copies],
  )
  return rows[0]?.community ?? ''
}

/** Each of these rooms is used for two hours and cleaned for half of one, at each of these hours of a day. */
export async function useRooms(
  pool: pg.Pool,
  names: string,
  day: string,
  hours: readonly number[],
): Promise<void> {
  await pool.query(
    `WITH made AS (SELECT gen_random_uuid() AS id, r.id AS room, r.name, r.community_code, a.id AS account,
         ($2::date + make_interval(hours => h)) AT TIME ZONE 'Asia/Shanghai' AS at
       FROM rooms r, unnest($3::int[]) h, (SELECT id FROM accounts ORDER BY id LIMIT 1) a WHERE r.name LIKE $1 || '%'),
     spine AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         created_at, title, starts_at, ends_at)
       SELECT id, 'CD-MANY-' || id, 'booking', community_code, account, account, 'self', 'confirmed', 'nobody', now(), name,
         at, at + interval '2 hours' FROM made)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT id, 'confirmed', room, at, at + interval '2 hours', tstzrange(at, at + interval '150 minutes'), 'training', 5,
       date_trunc('week', at AT TIME ZONE 'Asia/Shanghai')::date FROM made`,
    [names, day, hours],
  )
}
