import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LinePlace } from '../../../bff/contracts/src/line'
import { buildTestApp, monday, testApp } from '../../support/app'
import { answerLine, makePlaces, setCapacity, waitForPlaces } from '../../support/line'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const second = await buildTestApp(app.database, app.deps.config.redisUrl)
afterAll(() => second.close())
let guardian: Person
let programmeId: string
let ids: string[]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  for (const { clock } of [app, second]) clock.set(monday)
  guardian = await makePerson(app)
  programmeId = await makePlaces(app, 1)
  ids = []
})

/** So many wait, one child each. */
async function line(n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    const made = await waitForPlaces(app, programmeId, { guardian: guardian.accountId })
    ids.push(...made.caseIds)
  }
}
const place = (id: string | undefined, by = app): Promise<LinePlace> =>
  ok(by.call<LinePlace>('getLinePlace', { params: { id: id ?? '' }, token: guardian.token }))
const places = async (): Promise<(number | null)[]> => {
  const all = []
  for (const id of ids) all.push((await place(id)).position)
  return all
}
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
const seconds = (n: number): void => app.clock.advance(n / 60)
/** As another process moves somebody to the front. */
const overtake = (id: string | undefined) =>
  app.database.pool.query('UPDATE line_entries SET sort_score = 9 WHERE case_id = $1', [id])

describe('the place in a long line', () => {
  test('is at most a second old, and says of when it is', async () => {
    await line(5)
    expect(await places()).toEqual(upTo(5))
    await overtake(ids[3])
    seconds(0.999)
    expect(await place(ids[3])).toMatchObject({ position: 4, asOf: monday.replace('Z', '.000Z') })
    seconds(0.002)
    expect(await place(ids[3])).toEqual({
      state: 'waiting',
      position: 1,
      total: 5,
      heldUntil: null,
      asOf: '2026-11-23T02:12:01.001Z',
    })
  })

  test('is exact at once for whoever joined after the line was read', async () => {
    await line(3)
    await place(ids[0])
    await line(1)
    expect(await place(ids[3])).toMatchObject({ position: 4, total: 4 })
  })

  test('is right at once after somebody ahead has left', async () => {
    await setCapacity(app, programmeId, 0)
    await line(4)
    await places()
    await answerLine(app, guardian.accountId, ids[1] ?? '', 'leave')
    expect(await places()).toEqual([1, null, 2, 3])
  })

  test('is right at once for whoever moved, also in a process that has read the line before', async () => {
    await setCapacity(app, programmeId, 0)
    await line(4)
    const places = []
    for (const id of ids) places.push((await place(id, second)).position)
    expect(places).toEqual(upTo(4))
    await answerLine(app, guardian.accountId, ids[0] ?? '', 'leave')
    expect(await place(ids[0], second)).toMatchObject({ state: 'cancelled', position: null })
    await line(1)
    expect(await place(ids[4], second)).toMatchObject({ position: 4, total: 4 })
    // Nobody else waits for more than a second.
    second.clock.advance(1.001 / 60)
    expect(await place(ids[3], second)).toMatchObject({ position: 3, total: 4 })
  })

  test('is right for two hundred who look at once while others join', async () => {
    await line(30)
    const answers = values(
      await together(200, async (n) => {
        if (n % 20 === 0) await line(1)
        return [n % 30, (await place(ids[n % 30])).position]
      }),
    )
    expect(answers).toHaveLength(200)
    for (const [n, position] of answers) expect(position).toBe((n ?? 0) + 1)
  })
})

test('without Redis every place is exact', async () => {
  await setCapacity(app, programmeId, 0)
  await line(6)
  await places()
  await app.deps.redis.close()
  await answerLine(app, guardian.accountId, ids[0] ?? '', 'leave')
  expect(await places()).toEqual([null, 1, 2, 3, 4, 5])
})
