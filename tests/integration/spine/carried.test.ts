/** What was there before the spine: its migration fills the rows from what each service keeps, and loses nothing. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../../../prisma/migrate'
import { command, databaseUrl } from '../../support/templates'
import { careRows } from '../schema/care-violations'
import { earlierFollowUpRows } from '../schema/follow-up-violations'
import { ratingRows } from '../schema/rating-violations'
import { rows } from '../schema/violations'

const spine = '20261129020000_spine'

const { server } = inject('templates')
const name = `linli_carried_${randomBytes(6).toString('hex')}`
let client: pg.Client

interface Row {
  type: string
  number: string
  title: string
  starts_at: Date | null
  ends_at: Date | null
  child_id: string | null
  lapses_at: Date | null
  closed_at: Date | null
  finished_at: Date | null
  state: string
}
const kept = `SELECT id, number, type, state, waiting_for, due_at, created_at, closed_at FROM cases ORDER BY id`
/** All but the room that was proposed: that is the booking's now. */
const timeline = `SELECT to_jsonb(e) - 'alternative_room_id' AS event FROM case_events e ORDER BY id`
let events: unknown
let cases: unknown

beforeAll(async () => {
  await command(server, `CREATE DATABASE ${name}`)
  const url = databaseUrl(server, name)
  await migrate(url, spine)
  client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`${rows}${careRows}${ratingRows}${earlierFollowUpRows}`)
  await client.query(`INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id,
      actor_name, note, alternative_room_id)
    SELECT c.id, c.created_at, 'refuse', 'pending', 'refused', 'staff', c.actor_id, '杨会琼', '停电', b.room_id FROM bookings b
      JOIN cases c ON c.id = b.case_id`)
  events = (await client.query(timeline)).rows
  cases = (await client.query(kept)).rows
  await migrate(url)
})
afterAll(async () => {
  await client.end()
  await command(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})

const all = async (type: string): Promise<Row[]> =>
  (await client.query<Row>('SELECT * FROM cases WHERE type = $1 ORDER BY number', [type])).rows

test('a case and its timeline are as they were', async () => {
  expect((await client.query(timeline)).rows).toEqual(events)
  expect((await client.query(kept)).rows).toEqual(cases)
})

test('a booking has the name of its room and the time of its use', async () => {
  const { rows: expected } = await client.query(
    `SELECT c.number, r.name AS title, b.starts_at, b.ends_at FROM bookings b JOIN cases c ON c.id = b.case_id
     JOIN rooms r ON r.id = b.room_id ORDER BY c.number`,
  )
  expect(expected.length).toBeGreaterThan(0)
  // One of the rows here has no booking: it stays as bare as it was.
  expect((await all('booking')).filter(({ title }) => title !== '')).toMatchObject(expected)
})

test('the room that was proposed with a refusal stands with the booking', async () => {
  const { rows } = await client.query('SELECT room_id, alternative_room_id FROM bookings')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map((row) => row.alternative_room_id)).toEqual(rows.map((row) => row.room_id))
})

test('a right to rate says whether the service was refused', async () => {
  const { rows } = await client.query(
    `SELECT q.refused, c.state = 'refused' AS was FROM rating_rights q JOIN cases c ON c.id = q.case_id`,
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ refused }) => refused)).toEqual(rows.map(({ was }) => was))
})

test('an enrolment has its programme, its child, and when what it waits for is over', async () => {
  const { rows: expected } = await client.query(
    `SELECT c.number, p.name AS title, p.first_starts_at AS starts_at, p.last_ends_at AS ends_at, e.child_id,
       CASE c.state WHEN 'entered' THEN p.last_ends_at WHEN 'held' THEN w.held_until WHEN 'waiting' THEN w.until END AS lapses_at
     FROM enrolments e JOIN cases c ON c.id = e.case_id JOIN programmes p ON p.id = e.programme_id
     LEFT JOIN line_entries w ON w.case_id = c.id ORDER BY c.number`,
  )
  expect(expected.length).toBeGreaterThan(0)
  expect(await all('enrolment')).toMatchObject(expected)
})

test('a follow-up is called by what was rated', async () => {
  const { rows: expected } = await client.query(
    `SELECT c.number, r.title, u.opened_at AS starts_at, u.stop_at AS ends_at FROM follow_ups u
     JOIN cases c ON c.id = u.case_id JOIN ratings x ON x.id = u.rating_id JOIN cases r ON r.id = x.case_id ORDER BY c.number`,
  )
  expect(expected.length).toBeGreaterThan(0)
  expect(await all('follow_up')).toMatchObject(expected)
})

test('what ended by being done or refused is finished, and nothing else is', async () => {
  const { rows: wrong } = await client.query(
    `SELECT number FROM cases WHERE (finished_at IS NOT NULL) <> (state IN ('completed', 'refused') AND closed_at IS NOT NULL)`,
  )
  expect(wrong).toEqual([])
})
