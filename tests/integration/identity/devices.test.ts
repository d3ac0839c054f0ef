import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeviceSession } from '../../../bff/contracts/src/identity'
import { openSession } from '../../../bff/src/modules/identity/sessions'
import { monday, testApp } from '../../support/app'
import { ok, refresh } from '../../support/story'
import { makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
let phone: Person
let tablet: Person
let stranger: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  phone = await makePerson(app)
  app.clock.advance(1)
  tablet = await signIn(app.deps, phone.accountId)
  stranger = await makePerson(app)
})

const devices = async (who: Person): Promise<DeviceSession[]> =>
  (await ok(app.call<{ sessions: DeviceSession[] }>('listSessions', { token: who.token }))).sessions

const end = (who: Person, id: string) => app.call('endSession', { params: { id }, token: who.token })

const statusOf = async ({ token, refreshToken }: Person): Promise<string[]> => {
  const me = await app.call('getMe', { token })
  return [me.problem.code ?? 'in', (await refresh(app, refreshToken)).problem.code ?? 'in']
}
const out = ['session_revoked', 'session_revoked']
const stillIn = ['in', 'in']

test('the list shows the devices of this person, the last used first, and which one this is', async () => {
  const { refreshToken } = await app.deps.db.transaction((tx) =>
    openSession(app.deps, tx, { accountId: phone.accountId, device: 'iPhone 微信' }),
  )
  app.clock.advance(1)
  await ok(refresh(app, refreshToken))
  const list = await devices(tablet)
  expect(list.map((s) => [s.device, s.current])).toEqual([
    ['iPhone 微信', false],
    ['测试设备', true],
    ['测试设备', false],
  ])
  expect(list.map((s) => s.id).slice(1)).toEqual([tablet.sessionId, phone.sessionId])
  expect(list[0]?.signedInAt).toBe('2026-11-23T02:13:00.000Z')
  expect(list[0]?.lastUsedAt).toBe('2026-11-23T02:14:00.000Z')
})

test('a device that has not come back for thirty days is off the list', async () => {
  app.clock.advance(30 * 24 * 60 - 0.5)
  const fresh = await signIn(app.deps, phone.accountId)
  expect(await devices(fresh)).toHaveLength(2)
  app.clock.advance(0.5)
  expect((await devices(fresh)).map((s) => s.id)).toEqual([fresh.sessionId])
})

describe('logging out', () => {
  test('here ends this device at once, and no other', async () => {
    expect((await end(phone, 'current')).status).toBe(200)
    expect(await statusOf(phone)).toEqual(out)
    expect(await statusOf(tablet)).toEqual(stillIn)
  })

  test('of another device ends that one at once', async () => {
    expect((await end(phone, tablet.sessionId)).status).toBe(200)
    expect(await statusOf(tablet)).toEqual(out)
    expect(await statusOf(phone)).toEqual(stillIn)
  })

  test('everywhere ends all, this one too', async () => {
    expect((await app.call('endAllSessions', { token: phone.token })).status).toBe(200)
    expect(await statusOf(phone)).toEqual(out)
    expect(await statusOf(tablet)).toEqual(out)
    expect(await statusOf(stranger)).toEqual(stillIn)
  })

  test('cannot be done to somebody else, to nobody, or to what is over', async () => {
    expect((await end(phone, stranger.sessionId)).problem.code).toBe('not_found')
    expect((await end(phone, randomUUID())).problem.code).toBe('not_found')
    await end(phone, tablet.sessionId)
    expect((await end(phone, tablet.sessionId)).problem.code).toBe('not_found')
    expect(await statusOf(stranger)).toEqual(stillIn)
  })

  test('signing in again afterwards opens a new session, not the old one', async () => {
    await end(phone, 'current')
    const again = await signIn(app.deps, phone.accountId)
    expect(again.sessionId).not.toBe(phone.sessionId)
    expect(await statusOf(again)).toEqual(stillIn)
    expect(await statusOf(phone)).toEqual(out)
  })
})
