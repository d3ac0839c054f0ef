/** Volunteers and open tasks all over a prefecture, by plain SQL: so many to a community, each with a few signups. */
import type { TestApp } from '../support/app'

export interface Crowd {
  communities: number
  tasks: number
  volunteers: number
}

/** What is there already is counted, so that a larger crowd adds the rest. @returns volunteers, every hundredth */
export async function layTasks({ database }: TestApp, { communities, tasks, volunteers }: Crowd) {
  const { pool } = database
  await pool.query(`INSERT INTO divisions (code, level, name, full_name, parent_code)
    VALUES ('53', 'province', '云南省', '云南省', NULL), ('5323', 'prefecture', '楚雄州', '楚雄州', '53') ON CONFLICT DO NOTHING`)
  await pool.query(`INSERT INTO divisions (code, level, name, full_name, parent_code)
    SELECT '5323' || lpad(c::text, 2, '0'), 'county', '县' || c, '县' || c, '5323' FROM generate_series(51, 60) c ON CONFLICT DO NOTHING`)
  await pool.query(`INSERT INTO divisions (code, level, name, full_name, parent_code)
    SELECT '5323' || lpad((51 + t % 10)::text, 2, '0') || lpad((100 + t / 10)::text, 3, '0'), 'township', '镇' || t, '镇' || t,
      '5323' || lpad((51 + t % 10)::text, 2, '0') FROM generate_series(0, 99) t ON CONFLICT DO NOTHING`)
  await pool.query(
    `INSERT INTO divisions (code, level, name, full_name, parent_code)
     SELECT d.code || lpad((200 + n)::text, 3, '0'), 'community', '社区' || n, '社区' || n, d.code
     FROM divisions d, generate_series(1, $1) n WHERE d.level = 'township' AND d.code LIKE '53235%' ON CONFLICT DO NOTHING`,
    [Math.ceil(communities / 100)],
  )
  const place = `(SELECT array_agg(code ORDER BY code) AS codes FROM divisions WHERE level = 'community' AND code LIKE '53235%')`
  await pool.query(
    `WITH p AS ${place}, made AS (INSERT INTO accounts (id, community_code, created_at)
       SELECT gen_random_uuid(), codes[1 + n % array_length(codes, 1)], now()
       FROM p, generate_series((SELECT count(*)::int FROM volunteers), $1 - 1) n RETURNING id, community_code),
     registered AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         created_at, title)
       SELECT gen_random_uuid(), case_number('ZY', now()), 'volunteer', community_code, id, id, 'self', 'verified', 'nobody',
         now(), '志愿者登记' FROM made RETURNING id, subject_id)
     INSERT INTO volunteers (case_id, state, account_id, skills, times, reach, rules_version)
     SELECT id, 'verified', subject_id, '{company,meal}', '{wed_afternoon,sat_morning}',
       (ARRAY['community', 'township', 'county'])[1 + (row_number() OVER () % 3)::int], 1 FROM registered`,
    [volunteers],
  )
  await pool.query(
    `WITH p AS ${place}, someone AS (SELECT id FROM accounts LIMIT 1)
     INSERT INTO tasks (id, community_code, state, kind, title, place, at_home, starts_at, ends_at, places, adults_only,
       two_people, opens_to_all, series_id, created_by, created_at)
     SELECT gen_random_uuid(), codes[1 + n % array_length(codes, 1)], 'open', 'company', '陪老人聊天', '社区门口', false,
       date_trunc('hour', now()) + (24 + n % 700) * interval '1 hour', date_trunc('hour', now()) + (26 + n % 700) * interval '1 hour',
       3, false, false, now(), gen_random_uuid(), someone.id, now()
     FROM p, someone, generate_series((SELECT count(*)::int FROM tasks), $1 - 1) n`,
    [tasks],
  )
  await pool.query('ANALYZE')
  const { rows } = await pool.query<{ id: string; community: string }>(
    `SELECT account_id AS id, a.community_code AS community FROM (SELECT account_id, row_number() OVER () AS n
       FROM volunteers WHERE state = 'verified') v JOIN accounts a ON a.id = v.account_id WHERE n % $1 = 0 LIMIT 200`,
    [Math.max(1, Math.floor(volunteers / 200))],
  )
  return rows
}
