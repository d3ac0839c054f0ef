import { beforeEach, beforeAll, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { ok, refresh } from '../../support/story'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
beforeAll(() => makeDivisions(app))
beforeEach(() => app.clock.set(monday))

const hour = 60
const day = 24 * hour

/** Renews every so often until it is refused. @returns minutes after which it was, at most `until` */
async function lastsFor(person: Person, every: number, until: number): Promise<number> {
  let token = person.refreshToken
  for (let minutes = every; minutes <= until; minutes += every) {
    app.clock.advance(every)
    const answer = await refresh(app, token)
    if (answer.status !== 200) {
      expect(answer.problem.code).toBe('session_expired')
      return minutes
    }
    token = answer.body.refreshToken
  }
  return Infinity
}

const grant = (accountId: string) =>
  app.database.pool.query(
    `INSERT INTO grants (id, account_id, role, division_code, display_name, created_at)
     VALUES (gen_random_uuid(), $1, 'care_worker', $2, '老师', now())`,
    [accountId, here],
  )

describe('a resident', () => {
  test('is signed in for ninety days at most, however often it is renewed', async () => {
    expect(await lastsFor(await makePerson(app), 10 * day, 200 * day)).toBe(90 * day)
  })

  test('is told when that is', async () => {
    const person = await makePerson(app)
    const start = app.clock.now().getTime()
    let token = person.refreshToken
    for (let n = 0; n < 3; n++) {
      app.clock.advance(25 * day)
      token = (await ok(refresh(app, token))).refreshToken
    }
    const last = await ok(refresh(app, token))
    expect(Date.parse(last.refreshExpiresAt) - start).toBe(90 * day * 60_000)
  })
})

describe.each(['staff', 'grid_worker', 'care_worker', 'supervisor'] as const)('a %s', (role) => {
  const make = () => makePerson(app, { grants: [[role, here]] })

  test('ends after seven days', async () => {
    expect(await lastsFor(await make(), 11 * hour, 30 * day)).toBeGreaterThanOrEqual(7 * day)
    app.clock.set(monday)
    expect(await lastsFor(await make(), 6 * hour, 30 * day)).toBe(7 * day)
  })

  test('ends after twelve idle hours', async () => {
    expect(await lastsFor(await make(), 12 * hour, 30 * day)).toBe(12 * hour)
    app.clock.set(monday)
    expect(await lastsFor(await make(), 12 * hour - 1, 12 * hour - 1)).toBe(Infinity)
  })
})

test('who becomes staff is held to it from that moment, in the middle of a session', async () => {
  const person = await makePerson(app)
  app.clock.advance(8 * day)
  const { accessToken, refreshToken } = await ok(refresh(app, person.refreshToken))
  expect((await app.call('getMe', { token: accessToken })).status).toBe(200)
  await grant(person.accountId)
  expect((await app.call('getMe', { token: accessToken })).problem.code).toBe('session_expired')
  expect((await refresh(app, refreshToken)).problem.code).toBe('session_expired')
})

test('the list of devices knows which are over', async () => {
  const person = await makePerson(app, { grants: [['staff', here]] })
  app.clock.advance(13 * hour)
  const { token } = await signIn(app.deps, person.accountId)
  const { sessions } = await ok(app.call<{ sessions: unknown[] }>('listSessions', { token }))
  expect(sessions).toHaveLength(1)
})
