/** A facility holds two hundred rooms that are in use, whichever way they come. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { facilityRooms } from '../../../bff/contracts/src/room-desk'
import { testApp } from '../../support/app'
import { facilityPlan, roomPlan } from '../../support/room-plans'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let staff: Person
let place: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  staff = await makePerson(app, { grants: [['staff', here]] })
  const sent = { params: { code: here }, body: facilityPlan({ name: randomUUID().slice(0, 8) }) }
  place = (await ok(app.call<{ id: string }>('addFacility', { ...sent, token: staff.token }))).id
})

const add = () =>
  app.call<{ id: string; version: number }>('addRoom', {
    params: { id: place },
    body: { room: roomPlan() },
    token: staff.token,
  })
/** As many as that are there, as the one is. */
const fill = (id: string, to: number) =>
  pool.query(
    `INSERT INTO rooms SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
     FROM rooms r, generate_series(2, $2::int) WHERE r.id = $1`,
    [id, to],
  )
const inUse = async () =>
  (await pool.query('SELECT FROM rooms WHERE facility_id = $1 AND retired_at IS NULL', [place])).rowCount

test('of four who add the last one at once one does; a retired one makes place, and comes back only where there is', async () => {
  const { id, version } = await ok(add())
  await fill(id, facilityRooms - 1)
  const answers = values(await together(4, () => add()))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('facility_full')
  expect(await inUse()).toBe(facilityRooms)
  const of = { params: { id }, token: staff.token }
  await ok(app.call('retireRoom', { ...of, body: { version } }))
  await ok(add())
  expect((await app.call('restoreRoom', { ...of, body: {} })).problem.code).toBe('facility_full')
  expect(await inUse()).toBe(facilityRooms)
})
