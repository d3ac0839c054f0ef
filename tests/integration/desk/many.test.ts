/** What staff look for and through costs as much among two hundred thousand bookings as among ten thousand. */
import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { monday, testApp } from '../../support/app'
import type { Sent } from '../../support/api'
import { book, ok } from '../../support/story'
import { here, makeDivisions, makePerson, makeRoom, nextDoor, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const [few, many] = [10_000, 200_000]
let staff = {} as Person
let rooms: string[] = []
let open = { id: '', number: '' }

/** Bookings of the past, a hundred to a day in each of the two communities and a thousand elsewhere. */
async function makeUpTo(n: number): Promise<void> {
  const client = await pool.connect()
  await client.query('SET session_replication_role = replica')
  await client.query(
    `WITH made AS (SELECT gen_random_uuid() AS id, n, timestamptz '2026-11-22T00:00:00Z' - n * interval '7 minutes' AS at,
        CASE WHEN n % 12 = 0 THEN $1 WHEN n % 12 = 1 THEN $2 ELSE '53232920320' || n % 10 END AS place,
        CASE WHEN n % 9 = 0 THEN 'cancelled' WHEN n % 9 = 1 THEN 'refused' ELSE 'completed' END AS state
      FROM generate_series((SELECT count(*) FROM bookings)::int, $3::int) n),
     spine AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
        created_at, starts_at, ends_at, closed_at, finished_at, title)
      SELECT id, 'CD-' || to_char(at, 'YYMMDD') || '-' || lpad((n % 1000000)::text, 6, '0'), 'booking', place, s.subject, s.subject,
        'self', state, 'nobody', at, at, at + interval '1 hour', at + interval '1 hour',
        CASE WHEN state <> 'cancelled' THEN at + interval '1 hour' END, '排练厅'
      FROM made CROSS JOIN LATERAL (SELECT md5((n % 2000)::text)::uuid AS subject) s)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT id, state, CASE WHEN n % 12 < 2 THEN ($4::uuid[])[1 + n % 12] ELSE md5(place)::uuid END, at, at + interval '1 hour',
       tstzrange(at, at + interval '1 hour'), 'training', 5, '2026-11-16' FROM made`,
    [here, nextDoor, n, rooms],
  )
  await client.query('SET session_replication_role = origin')
  client.release()
  await pool.query('VACUUM ANALYZE cases')
  await pool.query('VACUUM ANALYZE bookings')
}

beforeAll(async () => {
  app.clock.set(monday)
  await makeDivisions(app)
  rooms = [await makeRoom(app), await makeRoom(app, { community: nextDoor })]
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here.slice(0, 6)]] })
  const party = await makePerson(app, { name: '周敏', phone: '13812345678' })
  open = await book(app, party, wish(rooms[0] ?? ''))
}, 120_000)
afterEach(() => vi.restoreAllMocks())

interface Asked {
  text: string
  values: unknown[]
}

/** What the service asks of the bookings meanwhile. */
async function askedBy(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const { query } = pg.Client.prototype
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first, values = []] = args as [string | Asked, unknown[]?]
    asked.push(
      typeof first === 'string' ? { text: first, values } : { text: first.text, values: first.values },
    )
    return Reflect.apply(query, this, args) as never
  })
  await work()
  vi.restoreAllMocks()
  return asked.filter(
    ({ text }) => /^\s*(SELECT|WITH)/.test(text) && /\b(cases|bookings) c?b?o?\b/.test(text),
  )
}

interface Plan {
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

/** How many pages are touched for it: neither the machine nor its load has a part in that. */
async function pagesOf(name: EndpointName, sent: Omit<Sent, 'token'>): Promise<number> {
  const asked = await askedBy(() => ok(app.call(name, { ...sent, token: staff.token })))
  expect(asked).not.toEqual([])
  let pages = 0
  for (const { text, values } of asked) {
    const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`,
      values,
    )
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    pages += (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0)
  }
  return pages
}

const params = { division: here }
const looks: [string, EndpointName, () => Omit<Sent, 'token'>][] = [
  ['a number', 'searchDesk', () => ({ body: { division: here, words: open.number.slice(-6) } })],
  [
    'a number in a county',
    'searchDesk',
    () => ({ body: { division: '532301', words: open.number.slice(-6) } }),
  ],
  ['a telephone', 'searchDesk', () => ({ body: { division: here, words: '13812345678' } })],
  ['a name', 'searchDesk', () => ({ body: { division: here, words: '周敏' } })],
  ['what is to come', 'listDeskBookings', () => ({ params })],
  ['what was', 'listDeskBookings', () => ({ params, query: { show: 'past' } })],
  [
    'what was in a township',
    'listDeskBookings',
    () => ({ params: { division: '532301101' }, query: { show: 'past' } }),
  ],
  ['what came to nothing', 'listDeskBookings', () => ({ params, query: { show: 'off' } })],
  ['a room', 'listDeskBookings', () => ({ params, query: { show: 'past', room: rooms[0] ?? '' } })],
  ['a person', 'listDeskBookings', () => ({ params, query: { personOf: open.id } })],
  ['who asks', 'readBookingHistory', () => ({ params: { id: open.id } })],
  ['today', 'deskList', () => ({ query: { division: here, show: 'today' } })],
]

test('pages that are touched, for each of them', async () => {
  const touched = async () => {
    const pages: [string, number][] = []
    for (const [what, name, sent] of looks) pages.push([what, await pagesOf(name, sent())])
    return pages
  }
  await makeUpTo(few)
  await touched()
  const before = new Map(await touched())
  await makeUpTo(many)
  await touched()
  // An index with a level more is a page more for each row that is looked up in it, three of them at most on a page of fifty
  // rows; what came with what lies behind would be thousands.
  const after = await touched()
  for (const [what, pages] of after)
    expect(pages, `${what}: ${before.get(what)} pages before`).toBeLessThanOrEqual(
      (before.get(what) ?? 0) * 1.2 + 3 * 50,
    )
}, 300_000)
