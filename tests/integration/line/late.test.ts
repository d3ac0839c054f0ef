import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LinePlace } from '../../../bff/contracts/src/line'
import { settleLine, settleLines } from '../../../bff/src/modules/line/jobs'
import { getLinePlace } from '../../../bff/src/modules/line/place'
import { monday, testApp } from '../../support/app'
import { makePlaces, settlePlaces, standingsOf, testResources, waitForPlaces } from '../../support/line'
import { together } from '../../support/together'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let guardian: Person
let programmeId: string
let lineId: string
let ids: string[]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  guardian = await makePerson(app)
  programmeId = await makePlaces(app, 1)
  ids = []
})

/** So many wait, one child each. */
async function line(n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    const made = await waitForPlaces(app, programmeId, { guardian: guardian.accountId })
    ids.push(...made.caseIds)
    lineId = made.lineId
  }
}
const look = (id: string | undefined): Promise<LinePlace> =>
  getLinePlace(app.deps, testResources, guardian, id ?? '')

describe('a day in which nothing worked', () => {
  beforeEach(async () => {
    await line(3)
    await settlePlaces(app, lineId)
    expect((await standingsOf(app, lineId)).map((e) => e.state)).toEqual(['held', 'waiting', 'waiting'])
    app.clock.set('2026-11-24T07:00:00Z')
  })

  test('the first look of anybody is right, and the next person has the whole time from now on', async () => {
    expect(await look(ids[2])).toMatchObject({ state: 'waiting', position: 1, total: 1 })
    expect(await look(ids[1])).toMatchObject({ state: 'held', heldUntil: '2026-11-24T09:00:00.000Z' })
    expect(await look(ids[0])).toMatchObject({ state: 'lapsed', position: null, heldUntil: null })
  })

  test('then the worker starts: one offer each, none lost, none twice', async () => {
    await settleLines(app.deps, testResources)
    await settleLine(app.deps, testResources, lineId)
    await together(8, () => settleLines(app.deps, testResources))
    expect((await standingsOf(app, lineId)).map((e) => [e.state, e.offers])).toEqual([
      ['lapsed', 1],
      ['held', 1],
      ['waiting', 0],
    ])
    app.clock.set('2026-11-24T09:00:00Z')
    await together(8, () => settleLines(app.deps, testResources))
    expect((await standingsOf(app, lineId)).map((e) => [e.state, e.offers])).toEqual([
      ['lapsed', 1],
      ['lapsed', 1],
      ['held', 1],
    ])
  })

  test('many who look at once settle it once', async () => {
    await together(30, (n) => look(ids[n % 3]))
    const { rows } = await app.database.pool.query(
      `SELECT action, count(*)::int AS n FROM case_events WHERE case_id = ANY ($1) AND side = 'system'
       GROUP BY action ORDER BY action`,
      [ids],
    )
    expect(rows).toEqual([
      { action: 'lapse', n: 1 },
      { action: 'offer', n: 2 },
    ])
  })
})

test('an offer leaves a job for its deadline that names the line and nothing else', async () => {
  await line(1)
  await settlePlaces(app, lineId)
  const { rows } = await app.database.pool.query<{ payload: unknown; run_at: Date }>(
    `SELECT j.payload, j.run_at FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'settle_line' AND j.payload ->> 'lineId' = $1`,
    [lineId],
  )
  expect(rows).toEqual([{ payload: { lineId }, run_at: new Date('2026-11-23T04:12:00Z') }])
})
