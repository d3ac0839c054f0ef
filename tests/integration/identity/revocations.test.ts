import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../bff/local/processes'
import { buildTestApp, monday, type TestApp } from '../../support/app'
import { testDatabase } from '../../support/database'
import { gateTo } from '../../support/gate'
import { testRedis } from '../../support/redis'
import { ok, refresh } from '../../support/story'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const [database, redis] = [await testDatabase(), await testRedis()]
const gate = await gateTo(redis.url)
/** Two processes over one database and one Redis; the second one has its own way to Redis. */
const one = await buildTestApp(database, gate.url)
const two = await buildTestApp(database, redis.url)
afterAll(async () => {
  await one.close()
  await two.close()
})

beforeAll(() => makeDivisions(one))
beforeEach(async () => {
  for (const { clock } of [one, two]) clock.set(monday)
  gate.open()
  expect(await eventually(() => Promise.resolve(one.deps.redis.ready()), 10_000)).toBe(true)
})

const statusOf = async (app: TestApp, { token }: Person): Promise<string> =>
  (await app.call('getMe', { token })).problem.code ?? 'in'

const logOut = (app: TestApp, { token }: Person) =>
  ok(app.call('endSession', { params: { id: 'current' }, token }))

async function loseRedis(): Promise<void> {
  gate.shut()
  expect(await eventually(() => Promise.resolve(!one.deps.redis.ready()), 10_000)).toBe(true)
}

describe('an ended session is refused', () => {
  test('by the other process too, before the answer has arrived', async () => {
    const person = await makePerson(one)
    await logOut(one, person)
    expect([await statusOf(one, person), await statusOf(two, person)]).toEqual([
      'session_revoked',
      'session_revoked',
    ])
  })

  test('while Redis is away, whether it ended before or during', async () => {
    const [before, during, good] = [await makePerson(one), await makePerson(one), await makePerson(one)]
    await logOut(one, before)
    await loseRedis()
    await logOut(one, during)
    expect(await statusOf(one, before)).toBe('session_revoked')
    expect(await statusOf(one, during)).toBe('session_revoked')
    expect(await statusOf(one, good)).toBe('in')
  })

  test('when Redis comes back empty', async () => {
    const [before, during, good] = [await makePerson(one), await makePerson(one), await makePerson(one)]
    await logOut(one, before)
    await loseRedis()
    await logOut(one, during)
    await redis.client.flushdb()
    gate.open()
    expect(await eventually(() => Promise.resolve(one.deps.redis.ready()), 10_000)).toBe(true)
    for (const app of [one, two]) {
      expect(await statusOf(app, before)).toBe('session_revoked')
      expect(await statusOf(app, during)).toBe('session_revoked')
      expect(await statusOf(app, good)).toBe('in')
    }
  })

  test('when Redis is emptied under an open connection', async () => {
    const [person, good] = [await makePerson(one), await makePerson(one)]
    await logOut(one, person)
    await redis.client.flushdb()
    for (const app of [one, two]) {
      expect(await statusOf(app, person)).toBe('session_revoked')
      expect(await statusOf(app, good)).toBe('in')
    }
  })

  test('when a refresh token was used twice while Redis was away', async () => {
    const person = await makePerson(one)
    await loseRedis()
    const next = await ok(refresh(one, person.refreshToken))
    expect((await refresh(one, person.refreshToken)).problem.code).toBe('session_revoked')
    expect(await statusOf(one, { ...person, token: next.accessToken })).toBe('session_revoked')
  })
})
