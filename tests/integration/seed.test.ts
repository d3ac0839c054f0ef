import { expect, it } from 'vitest'
import { testDatabase } from '../support/database'

const { pool } = await testDatabase('seeded')

async function one<Row extends object>(sql: string): Promise<Row> {
  const { rows } = await pool.query<Row>(sql)
  return rows[0] as Row
}

it('holds the whole register, as people say the names', async () => {
  expect(await one(`SELECT count(*)::int AS n FROM divisions`)).toEqual({ n: 1221 })
  const { rows } = await pool.query(
    `SELECT name, full_name FROM divisions WHERE code IN ('532301101001', '532301101211', '532325102203') ORDER BY code`,
  )
  expect(rows).toEqual([
    { name: '东兴社区', full_name: '东兴社区居民委员会' },
    { name: '新村', full_name: '新村村民委员会' },
    { name: '福光村', full_name: '福光村民委员会' },
  ])
})

it('has a facility with two to five rooms in every community', async () => {
  const figures = await one<{ facilities: number; rooms: number; least: number; most: number }>(
    `SELECT count(*)::int AS facilities, sum(n)::int AS rooms, min(n)::int AS least, max(n)::int AS most
     FROM (SELECT facility_id, count(*) AS n FROM rooms GROUP BY facility_id) f`,
  )
  expect(figures).toMatchObject({ facilities: 1108, least: 2, most: 5 })
  expect(figures.rooms).toBeGreaterThan(3700)
  expect(figures.rooms).toBeLessThan(4100)
})

it('says of every room which it is and where, and of the demo communities where on earth', async () => {
  const figures = await one<{ kinds: number; bare: number; priced: number; far: number; placed: number }>(
    `SELECT count(DISTINCT r.kind)::int AS kinds, count(*) FILTER (WHERE floor IS NULL OR door IS NULL OR rules IS NULL)::int AS bare,
       count(price)::int AS priced, count(DISTINCT f.id) FILTER (WHERE longitude IS NOT NULL)::int AS placed,
       count(*) FILTER (WHERE longitude NOT BETWEEN 101 AND 102 OR latitude NOT BETWEEN 24.9 AND 25.7)::int AS far
     FROM rooms r JOIN facilities f ON f.id = r.facility_id`,
  )
  expect(figures).toMatchObject({ kinds: 9, bare: 0, far: 0, placed: 35 })
  expect(figures.priced).toBeGreaterThan(100)
})

it('has bookings in every state that a decision makes, with timelines and quotas that agree with them', async () => {
  const { rows } = await pool.query<{ state: string }>('SELECT DISTINCT state FROM bookings ORDER BY state')
  expect(rows.map(({ state }) => state)).toEqual([
    'cancelled',
    'completed',
    'confirmed',
    'pending',
    'refused',
  ])
  const wrong = await one<{ timelines: number; dues: number; quotas: number }>(
    `SELECT
       (SELECT count(*)::int FROM cases c WHERE state <>
         (SELECT to_state FROM case_events e WHERE e.case_id = c.id ORDER BY id DESC LIMIT 1)) AS timelines,
       (SELECT count(*)::int FROM cases WHERE state = 'pending' AND due_at IS NULL) AS dues,
       (SELECT count(*)::int FROM booking_quotas WHERE used > 4) AS quotas`,
  )
  expect(wrong).toEqual({ timelines: 0, dues: 0, quotas: 0 })
})

it('has a request that waits and one that is agreed to in each hall of a partner unit', async () => {
  const { rows } = await pool.query(
    `SELECT b.state, count(*)::int AS halls FROM bookings b JOIN rooms r ON r.id = b.room_id
     JOIN facilities f ON f.id = r.facility_id WHERE f.owner_id IS NOT NULL GROUP BY b.state ORDER BY b.state`,
  )
  expect(rows).toEqual([
    { state: 'confirmed', halls: 2 },
    { state: 'pending', halls: 2 },
  ])
})

it('goes on numbering where the seed ended', async () => {
  const { next, last } = await one<{ next: number; last: number }>(
    `SELECT nextval('case_numbers')::int AS next, (SELECT max(right(number, 6))::int FROM cases
       WHERE type <> 'follow_up') AS last`,
  )
  expect(next).toBe(last + 1)
})

it('has care programmes in every phase, whose places, lines and draws agree with their sign-ups', async () => {
  const wrong = await one<{ places: number; numbers: number; lines: number; arrivals: number }>(
    `SELECT
       (SELECT count(*)::int FROM programmes p WHERE taken <>
         (SELECT count(*) FROM enrolments e WHERE e.programme_id = p.id AND e.state IN ('held', 'confirmed'))) AS places,
       (SELECT count(*)::int FROM programmes p WHERE entered <>
         (SELECT count(draw_number) FROM enrolments e WHERE e.programme_id = p.id)) AS numbers,
       (SELECT count(*)::int FROM enrolments e WHERE (state = 'waiting') <>
         EXISTS (SELECT FROM line_entries l WHERE l.case_id = e.case_id)) AS lines,
       (SELECT count(*)::int FROM line_entries WHERE arrival > (SELECT last_value FROM line_arrivals)) AS arrivals`,
  )
  expect(wrong).toEqual({ places: 0, numbers: 0, lines: 0, arrivals: 0 })
  const { rows } = await pool.query<{ state: string }>('SELECT DISTINCT state FROM enrolments ORDER BY state')
  expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'entered', 'waiting'])
})
