/** A line of thousands ends in pieces, and nothing that has to pass through it waits for that. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { settleLine } from '../../../bff/src/modules/line/jobs'
import { getLinePlace } from '../../../bff/src/modules/line/place'
import { testApp } from '../../support/app'
import { answerLine, farStart, makePlaces, testResources, waitForPlaces } from '../../support/line'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const many = 1_100
let guardian: Person
let lineId: string
let first: string

beforeAll(async () => {
  await makeDivisions(app)
  guardian = await makePerson(app)
  const programmeId = await makePlaces(app, 1)
  await pool.query('UPDATE programmes SET taken = 1 WHERE id = $1', [programmeId])
  const made = await waitForPlaces(app, programmeId, { guardian: guardian.accountId })
  lineId = made.lineId
  first = made.caseIds[0] ?? ''
  await copies(many - 1)
})

/** So many more like the first, each of a child of its own, written behind the app's back. */
async function copies(n: number): Promise<void> {
  await pool.query(`CREATE TABLE copies AS SELECT gen_random_uuid() AS id, gen_random_uuid() AS child, n
    FROM generate_series(1, ${n}) AS n`)
  const copy = (table: string, where: string, fresh: string): Promise<unknown> =>
    pool.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${fresh}))).* FROM ${table} t, copies x
       WHERE ${where}`,
      [first],
    )
  await copy('children', 't.id = (SELECT child_id FROM enrolments WHERE case_id = $1)', `'id', x.child`)
  await copy(
    'guardians',
    't.child_id = (SELECT child_id FROM enrolments WHERE case_id = $1)',
    `'id', gen_random_uuid(), 'child_id', x.child`,
  )
  await copy('cases', 't.id = $1', `'id', x.id, 'number', 'TG-' || x.n`)
  await copy('enrolments', 't.case_id = $1', `'case_id', x.id, 'child_id', x.child, 'group_id', x.id`)
  await copy(
    'line_entries',
    't.case_id = $1',
    `'case_id', x.id, 'party_id', x.child, 'group_id', x.id, 'arrival', t.arrival + x.n, 'sort_arrival', t.arrival + x.n`,
  )
  await pool.query('DROP TABLE copies')
}

const inState = async (state: string): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM line_entries WHERE line_id = $1 AND state = $2',
    [lineId, state],
  )
  return rows[0]?.n ?? -1
}

test('it ends some hundreds at a time, each with its event and its notice', async () => {
  expect(await inState('waiting')).toBe(many)
  app.clock.set(farStart)
  expect(await getLinePlace(app.deps, testResources, guardian, first)).toMatchObject({ state: 'lapsed' })
  expect(await inState('waiting')).toBe(many - 500)
  // Also who is among the hundreds that are still to be ended reads that it is over.
  const { rows: last } = await pool.query<{ id: string }>(
    'SELECT case_id AS id FROM line_entries WHERE line_id = $1 ORDER BY case_id DESC LIMIT 1',
    [lineId],
  )
  const over = { state: 'lapsed', position: null, total: 0 }
  expect(await getLinePlace(app.deps, testResources, guardian, last[0]?.id ?? '')).toMatchObject(over)
  expect(await inState('waiting')).toBe(many - 1_000)
  // Nobody leaves what is over, though hundreds are still to be ended.
  const { rows } = await pool.query<{ id: string }>(
    `SELECT case_id AS id FROM line_entries WHERE line_id = $1 AND state = 'waiting' LIMIT 1`,
    [lineId],
  )
  expect(await answerLine(app, guardian.accountId, rows[0]?.id ?? randomUUID(), 'leave')).toBe(
    'action_not_open',
  )
  while ((await inState('waiting')) > 0) await settleLine(app.deps, testResources, lineId)
  const { rows: told } = await pool.query<{ events: number; notices: number }>(
    `SELECT (SELECT count(*)::int FROM case_events WHERE action = 'lapse') AS events,
       (SELECT count(*)::int FROM notices WHERE kind = 'line_ended' AND account_id = $1) AS notices`,
    [guardian.accountId],
  )
  expect(told).toEqual([{ events: many, notices: many }])
})
