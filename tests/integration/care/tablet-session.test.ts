import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
  moveTo,
  tomorrow,
} from '../../support/care'
import { childrenSeen, sayOne } from '../../support/care-day'
import { ok } from '../../support/story'
import { enter, makeTablet, onTablet, putPin, type Tablet } from '../../support/tablet'
import { together, values } from '../../support/together'
import { elsewhere, here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let [programme, session, childId] = ['', '', '']
let staff: Person
let carer: Person
let supervisor: Person
let tablet: Tablet

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('16:10'))
  await app.database.pool.query('UPDATE care_duties SET ended_at = created_at WHERE ended_at IS NULL')
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  supervisor = await makePerson(app, { grants: [['supervisor', '532301101']] })
  programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  await makeDuty(app, programme, carer)
  childId = (await makePlaced(app, programme)).childId
  tablet = await makeTablet(app, staff)
})

const careDay = (token: string) => app.call('getCareDay', { token })

describe('in on the tablet', () => {
  let entered: { accessToken: string; expiresAt: string }
  beforeEach(async () => {
    await putPin(app, carer)
    entered = await ok(enter(app, tablet, carer))
  })

  test('a carer sees and writes today’s list, in their own name and with the tablet on record', async () => {
    const who = { token: entered.accessToken }
    expect((await childrenSeen(app, who)).map((c) => c.childId)).toEqual([childId])
    expect(await sayOne(app, who, { kind: 'present', sessionId: session, childId })).toBe('kept')
    const { rows } = await app.database.pool.query(
      'SELECT by_id, by_name, device_id FROM care_records WHERE child_id = $1',
      [childId],
    )
    expect(rows).toEqual([{ by_id: carer.accountId, by_name: '王老师', device_id: tablet.deviceId }])
  })

  test('it is valid until the day ends, and is not renewed', async () => {
    expect(entered).toEqual({
      accessToken: expect.any(String),
      alsoOn: [],
      expiresAt: clock('00:00', tomorrow),
    })
    app.clock.set(clock('23:59:59'))
    expect((await careDay(entered.accessToken)).status).toBe(200)
    app.clock.set(clock('00:00', tomorrow))
    expect((await careDay(entered.accessToken)).problem.code).toBe('session_expired')
  })

  test('early in the morning it lasts twelve hours', async () => {
    await moveTo(app, clock('07:00'), staff)
    const early = await ok(enter(app, await makeTablet(app, staff), carer))
    expect(early.expiresAt).toBe(clock('19:00'))
  })

  test('it opens nothing else: everywhere else whoever holds it is nobody', async () => {
    const open: EndpointName[] = ['getCareDay', 'sendCareRecords', 'listPinLocks', 'unlockPin', 'endSession']
    const bearerless: EndpointName[] = [
      'requestPhoneCode',
      'signInByPhone',
      'signInByWechat',
      'signInAsDemo',
      'refreshSession',
      'pairCareDevice',
      'listDeviceCarers',
      'enterByPin',
    ]
    const rest = (Object.keys(catalogue) as EndpointName[]).filter(
      (name) => ![...open, ...bearerless].includes(name),
    )
    expect(rest.length).toBeGreaterThan(60)
    for (const name of rest) {
      const endpoint: Endpoint = catalogue[name]
      const params = Object.fromEntries(
        [...endpoint.path.matchAll(/:(\w+)/g)].map(([, key]) => [key ?? '', childId]),
      )
      const sent = { params, ...(endpoint.body && { body: {} }) }
      const [nobody, onIt] = await Promise.all([
        app.call(name, sent),
        app.call(name, { ...sent, token: entered.accessToken }),
      ])
      expect({ name, code: onIt.problem.code, status: onIt.status }).toEqual({
        name,
        code: nobody.problem.code,
        status: nobody.status,
      })
    }
    for (const name of ['getMe', 'listSessions', 'listNotices', 'listMyCases', 'setPin'] as const)
      expect((await app.call(name, { token: entered.accessToken })).problem.code).toBe('sign_in_required')
  })

  test('leaving ends it at once, and it can end no other', async () => {
    const end = (id: string) => app.call('endSession', { params: { id }, token: entered.accessToken })
    expect((await end(carer.sessionId)).problem.code).toBe('not_found')
    expect((await app.call('getMe', { token: carer.token })).status).toBe(200)
    expect((await end('current')).status).toBe(200)
    expect((await careDay(entered.accessToken)).problem.code).toBe('session_revoked')
  })

  test('the carer sees it among their devices, and ends it from the phone', async () => {
    const { sessions } = await ok(
      app.call<{ sessions: { id: string; device: string }[] }>('listSessions', { token: carer.token }),
    )
    const here = sessions.find((s) => s.device === '托管平板 · 一班平板')
    await ok(app.call('endSession', { params: { id: here?.id ?? '' }, token: carer.token }))
    expect((await careDay(entered.accessToken)).problem.code).toBe('session_revoked')
    const again = await onTablet(app, tablet, carer)
    await ok(app.call('endAllSessions', { token: carer.token }))
    expect((await careDay(again.token)).problem.code).toBe('session_revoked')
  })

  test('taken off duty, the list closes though the token still lives', async () => {
    await app.database.pool.query('UPDATE care_duties SET ended_at = $1 WHERE account_id = $2', [
      clock('16:09'),
      carer.accountId,
    ])
    expect((await careDay(entered.accessToken)).problem.code).toBe('not_on_duty')
  })

  test('no refresh token of it can be made from outside', async () => {
    const { rows } = await app.database.pool.query<{ id: string }>(
      'SELECT id FROM sessions WHERE care_device_id = $1',
      [tablet.deviceId],
    )
    const token = app.deps.tokens.refresh(rows[0]?.id ?? '', 0)
    expect((await app.call('refreshSession', { body: { refreshToken: token } })).problem.code).toMatch(
      /^session_/,
    )
  })

  describe('unpaired', () => {
    const unpair = async (who: Person, id = tablet.deviceId) =>
      (await app.call('unpairCareDevice', { params: { id }, token: who.token })).problem.code ?? 'done'

    test('whoever is in is out at once, nobody enters, and the phone stays signed in', async () => {
      expect(await unpair(staff)).toBe('done')
      expect((await careDay(entered.accessToken)).problem.code).toBe('session_revoked')
      expect((await enter(app, tablet, carer)).problem.code).toBe('device_not_paired')
      expect((await app.call('listDeviceCarers', { body: tablet })).problem.code).toBe('device_not_paired')
      expect((await app.call('getMe', { token: carer.token })).status).toBe(200)
      expect(await unpair(staff)).toBe('done')
    })

    test('by staff of the community only', async () => {
      expect(await unpair(supervisor)).toBe('not_allowed')
      expect(await unpair(carer)).toBe('not_found')
      expect(await unpair(await makePerson(app, { grants: [['staff', elsewhere]] }))).toBe('not_found')
      expect(await unpair(staff, randomUUID())).toBe('not_found')
      expect((await careDay(entered.accessToken)).status).toBe(200)
    })

    test('while ten enter: nobody is left in', async () => {
      const answers = await together(11, async (n) =>
        n === 5 ? void (await unpair(staff)) : (await enter(app, tablet, carer)).body.accessToken,
      )
      const tokens = values(answers).filter((token) => token !== undefined)
      for (const token of tokens) expect((await careDay(token)).problem.code).toBe('session_revoked')
    })
  })
})
