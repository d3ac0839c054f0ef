/** Whoever takes tables along does so often enough for a day's work, and reads when there is another. */
import { beforeAll, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Sent } from '../../support/api'
import { testApp } from '../../support/app'
import { here, makeDivisions, makePerson, makeRoom } from '../../support/world'

const app = await testApp({ LINLI_RATE_SCALE: '1' })
beforeAll(async () => {
  await makeDivisions(app)
  await makeRoom(app)
})

const november = { fromDay: '2026-11-01', toDay: '2026-11-30' }
const params = { division: here }
const tables: [EndpointName, Sent][] = [
  ['exportBookings', { params, body: november }],
  ['exportRoomUse', { params }],
  ['giveRoomTable', { params: { code: here } }],
  ['exportServiceHours', { params, body: { ...november, named: false } }],
]

test('twenty tables in ten minutes, whichever they are; the next one says when, and a colleague has their own', async () => {
  const [staff, colleague] = [
    await makePerson(app, { grants: [['staff', here]] }),
    await makePerson(app, { grants: [['staff', here]] }),
  ]
  // Whoever has to confirm first has taken none yet.
  const named = { params, body: { ...november, named: true }, token: staff.token }
  expect((await app.call('exportServiceHours', named)).problem.code).toBe('confirm_needed')
  // Nor whoever has nothing to do with it.
  const stranger = await makePerson(app)
  for (let n = 0; n < 21; n++)
    expect((await app.call('exportRoomUse', { params, token: stranger.token })).status).toBe(404)
  for (let n = 0; n < 20; n++) {
    const [name, sent] = tables[n % tables.length] as [EndpointName, Sent]
    expect((await app.call(name, { ...sent, token: staff.token })).status, `${name} ${n}`).toBe(200)
  }
  for (const [name, sent] of tables) {
    const { status, problem, headers } = await app.call(name, { ...sent, token: staff.token })
    expect([status, problem.code], name).toEqual([429, 'tables_enough'])
    expect(Number(headers.get('retry-after')), name).toBeGreaterThan(0)
    expect(Number(headers.get('retry-after')), name).toBeLessThanOrEqual(600)
    expect((await app.call(name, { ...sent, token: colleague.token })).status, name).toBe(200)
  }
  // What was refused is no table that left.
  const { rows } = await app.database.pool.query(
    'SELECT count(*)::int AS n FROM export_records WHERE by_id = $1',
    [staff.accountId],
  )
  expect(rows[0]).toEqual({ n: 15 })
})
