import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LinePlace } from '../../../bff/contracts/src/line'
import { monday, testApp } from '../../support/app'
import { answerLine, makePlaces, setCapacity, waitForPlaces } from '../../support/line'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
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
const place = (id: string | undefined): Promise<LinePlace> =>
  ok(app.call<LinePlace>('getLinePlace', { params: { id: id ?? '' }, token: guardian.token }))
const places = async (): Promise<(number | null)[]> => {
  const all = []
  for (const id of ids) all.push((await place(id)).position)
  return all
}
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
const seconds = (n: number): void => app.clock.advance(n / 60)
/** To Redis as the app reaches it. */
const redis = <T>(work: Parameters<typeof app.deps.redis.run<T>>[0]): Promise<T | undefined> =>
  app.deps.redis.run(work)

describe('the place in a long line', () => {
  test('is read from a sorted set: a wrong one is believed, for a second', async () => {
    await line(5)
    expect(await places()).toEqual(upTo(5))
    await redis((r) => r.zadd(`line:{${lineId}}:ranks`, 77, ids[3] ?? ''))
    expect((await place(ids[3])).position).toBe(77)
    seconds(1.001)
    expect(await place(ids[3])).toEqual({
      state: 'waiting',
      position: 4,
      total: 5,
      heldUntil: null,
      asOf: '2026-11-23T02:12:01.001Z',
    })
  })

  test('is exact at once for whoever joined after the set was made', async () => {
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

  test('while another process makes the set anew, the old one serves for five seconds, then PostgreSQL', async () => {
    await line(3)
    await place(ids[2])
    await app.database.pool.query(`UPDATE line_entries SET sort_score = 9 WHERE case_id = $1`, [ids[2]])
    await redis((r) => r.set(`line:{${lineId}}:making`, '1', 'PX', 60_000))
    seconds(1.5)
    expect(await place(ids[2])).toMatchObject({ position: 3, asOf: monday.replace('Z', '.000Z') })
    seconds(4.6)
    expect(await place(ids[2])).toMatchObject({ position: 1, asOf: app.clock.now().toISOString() })
  })

  test('is exact while Redis is wiped again and again under two hundred readers', async () => {
    await line(40)
    const answers = values(
      await together(200, async (n) => {
        if (n % 7 === 0) await redis((r) => r.flushdb())
        return [n % 40, (await place(ids[n % 40])).position]
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
