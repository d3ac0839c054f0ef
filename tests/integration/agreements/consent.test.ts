/** Nobody is signed in, or goes on, without having agreed to the texts in effect; nobody is locked out of reading. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OwnAgreements, Texts } from '../../../bff/contracts/src/agreements'
import { catalogue, type EndpointName } from '../../../bff/contracts/src/catalogue'
import { consentVersion } from '../../../bff/contracts/src/children'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import type { SignedIn } from '../../../bff/contracts/src/identity'
import { openSession } from '../../../bff/src/modules/identity/sessions'
import { codeTo, newPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { makeChild } from '../../support/children'
import { ok } from '../../support/story'
import { publishText, ticked } from '../../support/texts'
import { together, values } from '../../support/together'
import { wechatEnv, wechatServer } from '../../support/wechat'
import { here, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
const { pool } = app.database
beforeAll(() => makeDivisions(app))

const records = async (accountId: string) =>
  (
    await pool.query<{ kind: string; version: number }>(
      'SELECT kind, version FROM agreements WHERE account_id = $1 ORDER BY kind, version',
      [accountId],
    )
  ).rows.map(({ kind, version }) => `${kind} ${version}`)

/** A session of somebody who was there before there was anything to agree to. */
async function earlierPerson() {
  const accountId = randomUUID()
  await pool.query('INSERT INTO accounts (id, community_code, created_at) VALUES ($1, $2, $3)', [
    accountId,
    here,
    app.clock.now(),
  ])
  const tokens = await app.deps.db.transaction((tx) =>
    openSession(app.deps, tx, { accountId, device: '旧手机' }),
  )
  return { accountId, token: tokens.accessToken, refreshToken: tokens.refreshToken }
}

describe('signing in', () => {
  const byPhone = (phone: string, code: string, said: object) =>
    app.call<SignedIn>('signInByPhone', { body: { phone, code, device: '手机', ...said } })

  test('by a phone: without a tick it names the versions and spends no code; with it one request does both', async () => {
    const phone = newPhone()
    const code = await codeTo(app, phone)
    for (const said of [{ agreed: undefined }, ticked(2, 1), ticked(1, 7)]) {
      const { status, problem } = await byPhone(phone, code, said)
      expect([status, problem.code, problem.facts?.agree]).toEqual([
        403,
        'agreement_needed',
        { privacy: 1, terms: 1 },
      ])
    }
    expect((await pool.query('SELECT FROM accounts WHERE phone_seen_at IS NOT NULL')).rowCount).toBe(0)
    const { me } = await ok(byPhone(phone, code, ticked()))
    expect(await records(me.id)).toEqual(['privacy 1', 'terms 1'])
    // Who has agreed is not asked again.
    app.clock.advance(2)
    expect((await byPhone(phone, await codeTo(app, phone), { agreed: undefined })).status).toBe(201)
  })

  test('by WeChat, and as a demonstration person', async () => {
    const code = () => {
      const one = randomUUID()
      wechat.script(one, { openid: 'openid-agree' })
      return one
    }
    const sent = (said: object) => ({ body: { code: code(), device: '微信', ...said } })
    expect((await app.call('signInByWechat', sent({ agreed: undefined }))).problem.code).toBe(
      'agreement_needed',
    )
    expect((await pool.query('SELECT FROM login_identities')).rowCount).toBe(0)
    const { me } = await ok(app.call<SignedIn>('signInByWechat', sent(ticked())))
    expect(await records(me.id)).toEqual(['privacy 1', 'terms 1'])
    const { accountId } = await earlierPerson()
    await pool.query("UPDATE accounts SET demo_key = 'demo-agree' WHERE id = $1", [accountId])
    const demo = (said: object) =>
      app.call('signInAsDemo', { body: { person: 'demo-agree', device: '微信', ...said } })
    expect((await demo({ agreed: undefined })).problem.code).toBe('agreement_needed')
    expect((await demo(ticked())).status).toBe(201)
  })
})

describe('a session of somebody who has not agreed', () => {
  const signedIn = (Object.entries(catalogue) as [EndpointName, Endpoint][]).filter(
    ([, e]) => !e.path.startsWith('/sessions/') && e.path !== '/phone-codes',
  )

  test('opens nothing but the texts, to agree and to leave', async () => {
    const { token } = await earlierPerson()
    const open: string[] = []
    for (const [name, endpoint] of signedIn) {
      if (endpoint.beforeAgreement || name.startsWith('end')) continue
      const params = Object.fromEntries(
        [...endpoint.path.matchAll(/:(\w+)/g)].map(([, key = '']) => [key, randomUUID()]),
      )
      const answer = await app.call(name, { params, token, ...(endpoint.method === 'POST' && { body: {} }) })
      const anonymous = await app.call(name, { params, ...(endpoint.method === 'POST' && { body: {} }) })
      if (answer.problem.code === 'agreement_needed')
        expect(anonymous.problem.code, name).toBe('sign_in_required')
      else {
        // Open to everybody: it answers as it does to a guest.
        open.push(name)
        expect([answer.status, answer.problem.code], name).toEqual([anonymous.status, anonymous.problem.code])
      }
    }
    expect(open).toEqual(expect.arrayContaining(['listTexts', 'getText', 'getHome', 'listRooms']))
    expect(open.length).toBeLessThan(45)
  })

  test('reads as a guest, agrees and goes on; or leaves', async () => {
    const [stays, leaves] = [await earlierPerson(), await earlierPerson()]
    const asked = { params: { community: here }, token: stays.token }
    const home = await app.call('getHome', asked)
    expect(home.body).toMatchObject({ next: null, notices: [] })
    // Without it the app would say that nothing is planned.
    expect(home.headers.get('linli-agreement')).toBe('needed')
    const body = wish(await makeRoom(app))
    const refused = await app.call('requestBooking', { body, token: stays.token })
    expect(refused.problem).toMatchObject({
      code: 'agreement_needed',
      facts: { agree: { privacy: 1, terms: 1 } },
    })
    const before = await ok(app.call<OwnAgreements>('listAgreements', { token: stays.token }))
    expect(before.needed.map(({ kind }) => kind)).toEqual(['privacy', 'terms'])
    const old = await app.call('agree', { body: ticked(1, 2), token: stays.token })
    expect(old.problem.code).toBe('agreement_needed')
    expect(await ok(app.call('agree', { body: ticked(), token: stays.token }))).toMatchObject({ needed: [] })
    expect((await app.call('getHome', asked)).headers.get('linli-agreement')).toBeNull()
    expect((await app.call('requestBooking', { body, token: stays.token })).status).toBe(201)
    // Renewing does not wait for an agreement, nor does leaving.
    const renewed = await app.call('refreshSession', { body: { refreshToken: leaves.refreshToken } })
    expect(renewed.status).toBe(200)
    const left = await app.call('endSession', { params: { id: 'current' }, token: leaves.token })
    expect(left.status).toBe(200)
    expect(await records(leaves.accountId)).toEqual([])
  })

  test('gives a number, takes a child’s data along, and has it erased; but gives no consent', async () => {
    const [{ token }, phone] = [await earlierPerson(), newPhone()]
    await ok(app.call('agree', { body: ticked(), token }))
    const { id } = await makeChild(app, { token } as Person)
    await pool.query('ALTER TABLE agreements DISABLE TRIGGER USER; DELETE FROM agreements')
    await pool.query('ALTER TABLE agreements ENABLE TRIGGER USER')
    const of = (name: EndpointName, body?: object) =>
      app.call(name, { params: { id }, token, ...(body && { body }) })
    expect((await of('changeChild', {})).problem.code).toBe('agreement_needed')
    for (const name of ['listChildren', 'getChild', 'exportChild'] as const)
      expect((await of(name)).status, name).toBe(200)
    const decide = (decision: string) => of('decideConsent', { version: consentVersion, decision })
    expect((await decide('granted')).problem.code).toBe('agreement_needed')
    expect((await decide('refused')).status).toBe(200)
    expect((await of('eraseChild', {})).status).toBe(200)
    const body = { phone, code: await codeTo(app, phone) }
    expect((await app.call('bindPhone', { body, token })).status).toBe(200)
  })
})

test('a new version is asked about when it takes effect, once; staff too, and a shared tablet goes on', async () => {
  const [resident, staff] = [await makePerson(app), await makePerson(app, { grants: [['staff', here]] })]
  const [tablet, carer] = [randomUUID(), await makePerson(app)]
  await pool.query(
    `INSERT INTO care_devices (id, community_code, name, token_hash, paired_by, paired_at)
     VALUES ($1, $2, '平板', sha256('x'), $3, $4)`,
    [tablet, here, staff.accountId, app.clock.now()],
  )
  await pool.query('UPDATE sessions SET care_device_id = $1 WHERE id = $2', [tablet, carer.sessionId])
  const soon = new Date(app.clock.now().getTime() + 10 * 60_000)
  await publishText(app, 'privacy', 3, soon)
  const me = async (token: string) => (await app.call('getMe', { token })).status
  expect([await me(resident.token), await me(staff.token)]).toEqual([200, 200])
  const { agree, coming } = await ok(app.call<Texts>('listTexts'))
  expect(agree).toEqual({ privacy: 1, terms: 1 })
  expect(coming.map(({ kind, version }) => `${kind} ${version}`)).toContain('privacy 3')
  app.clock.advance(11)
  expect([await me(resident.token), await me(staff.token)]).toEqual([403, 403])
  expect((await app.call('getCareDay', { token: carer.token })).problem.code).not.toBe('agreement_needed')
  // Two devices, or two taps, at once: one record a version.
  const taps = await together(8, () => app.call('agree', { body: ticked(3, 1), token: resident.token }))
  expect(values(taps).map(({ status }) => status)).toEqual(Array<number>(8).fill(200))
  expect(await records(resident.accountId)).toEqual(['privacy 1', 'privacy 2', 'privacy 3', 'terms 1'])
  expect([await me(resident.token), await me(staff.token)]).toEqual([200, 403])
  const { agreed } = await ok(app.call<OwnAgreements>('listAgreements', { token: resident.token }))
  expect(agreed.map(({ kind, version }) => `${kind} ${version}`)).toContain('privacy 1')
})
