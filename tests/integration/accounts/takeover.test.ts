/** Whoever holds a session, a number or a seat at a counter for a while does not get what another person holds. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tellJoined } from '../../../bff/src/modules/identity/counter'
import { codeTo, enter, joinWith, newPhone, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { makeChild } from '../../support/children'
import { again } from '../../support/ratings'
import { ok, refresh } from '../../support/story'
import {
  confirmed,
  here,
  makeDivisions,
  makePerson,
  type Person,
  type PersonWish,
  signIn,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
beforeAll(() => makeDivisions(app))
beforeEach(() => app.clock.set(monday))

const day = 24 * 60
const ask = (who: Person) =>
  app.call<{ demoCode: string; phoneEnding: string }>('requestConfirmation', {
    body: {},
    token: who.token,
  })
const change = async (who: Person, phone: string) =>
  app.call('changePhone', { body: { phone, code: await codeTo(app, phone) }, token: who.token })
const changesOf = async (who: { token: string }) =>
  (await ok(app.call<{ changes: { way: string }[] }>('listNumberChanges', { token: who.token }))).changes
const named = (wish: Omit<PersonWish, 'phone'> = {}) => withPhone(app, { name: '张伟', ...wish })

describe('a number that has just come', () => {
  test('by a code is no second proof for three days, undoes what was confirmed, and ends other sessions', async () => {
    const staff = await confirmed(app, await named({ grants: [['staff', here]] }))
    const other = await signIn(app.deps, staff.accountId)
    await ok(change(staff, newPhone()))
    expect((await app.call('getMe', { token: other.token })).problem.code).toBe('session_revoked')
    expect((await app.call('exportMe', { token: staff.token })).problem.code).toBe('confirm_needed')
    const refused = (await ask(staff)).problem
    expect([refused.code, refused.facts]).toEqual(['confirm_later', { from: '2026-11-26T02:12:00.000Z' }])
    const code = { body: { code: '000000' }, token: staff.token }
    expect((await app.call('confirmSession', code)).problem.code).toBe('confirm_later')
    app.clock.advance(3 * day)
    expect((await ask(await again(app, staff))).status).toBe(201)
  })

  test('as the first one is none where there is a child, and is one for a newcomer', async () => {
    const [parent, newcomer] = [await makePerson(app), await makePerson(app)]
    await makeChild(app, parent)
    for (const who of [parent, newcomer]) {
      const phone = newPhone()
      await ok(app.call('bindPhone', { body: { phone, code: await codeTo(app, phone) }, token: who.token }))
    }
    expect((await ask(parent)).problem.code).toBe('confirm_later')
    expect((await ask(newcomer)).status).toBe(201)
  })
})

describe('joining where there is a child or a grant', () => {
  test('asks for the second proof of who stays; both numbers are told, and it is listed', async () => {
    const [parent, other] = [await named(), await named()]
    await makeChild(app, parent)
    expect((await joinWith(app, parent, other.phone)).problem.code).toBe('confirm_needed')
    app.clock.advance(2)
    await ok(joinWith(app, await confirmed(app, parent), other.phone))
    expect(await changesOf(parent)).toMatchObject([{ way: 'join' }])
    expect((await ask(parent)).problem.code).toBe('confirm_later')
    const jobs = await pool.query<{ id: string }>(
      `SELECT j.payload ->> 'accountId' AS id FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'tell_joined'`,
    )
    expect(jobs.rows.map(({ id }) => id).sort()).toEqual([parent.accountId, other.accountId].sort())
    const told: string[] = []
    const sms = {
      sendCode: () => Promise.resolve(),
      sendNotice: (phone: string) => Promise.resolve(void told.push(phone)),
    }
    for (const { id } of jobs.rows) await tellJoined({ ...app.deps, sms } as typeof app.deps, id)
    expect(told.sort()).toEqual([parent.phone, other.phone].sort())
  })

  test('needs both names, on whichever side it is', async () => {
    const [victim, nameless, parent] = [await named(), await makePerson(app), await named()]
    for (const one of [victim, parent]) await makeChild(app, one)
    expect((await joinWith(app, nameless, victim.phone)).problem.code).toBe('join_needs_counter')
    const thief = await withPhone(app)
    expect((await joinWith(app, await confirmed(app, parent), thief.phone)).problem.code).toBe(
      'join_needs_counter',
    )
  })

  test('three names are tried on a silent number, with those of signing in, and each spends its code', async () => {
    const victim = await named()
    await makeChild(app, victim)
    app.clock.advance(91 * day)
    const thief = await signIn(app.deps, (await makePerson(app)).accountId)
    for (const name of ['王伟', '李伟', '赵伟', '张伟']) {
      await ok(app.call('updateMe', { body: { name }, token: thief.token }))
      const body = { phone: victim.phone, code: await codeTo(app, victim.phone) }
      const tried = () => app.call('joinByPhone', { body, token: thief.token })
      expect((await tried()).problem.code).toBe('join_needs_counter')
      expect((await tried()).problem.code).toBe('phone_code_expired')
      app.clock.advance(2)
    }
    const said = (await enter(app, victim.phone, { name: '张伟' })).problem
    expect([said.code, said.facts]).toEqual(['name_wrong', { triesLeft: 0 }])
  })

  test('whoever has no code does not learn whether a number has an account', async () => {
    const { token } = await makePerson(app)
    for (const phone of [newPhone(), (await named()).phone]) {
      const body = { phone, code: '000000' }
      expect((await app.call('joinByPhone', { body, token })).problem.code).toBe('phone_code_expired')
    }
  })
})

describe('a number silent for 90 days', () => {
  test.each([undefined, '张伟'])('opens on the device of before, called %s', async (name) => {
    const [phone, headers] = [newPhone(), { 'linli-device': 'a-device-of-its-owner-1' }]
    const code = async () =>
      (await ok(app.call<{ demoCode: string }>('requestPhoneCode', { body: { phone }, headers }))).demoCode
    const signInHere = async () =>
      app.call<{ me: { id: string }; accessToken: string; refreshToken: string }>('signInByPhone', {
        body: { phone, code: await code(), device: '手机' },
        headers,
      })
    const first = await ok(signInHere())
    const token = first.accessToken
    await ok(app.call('updateMe', { body: { community: here, ...(name && { name }) }, token }))
    await makeChild(app, { accountId: first.me.id, token } as Person)
    let last = first.refreshToken
    for (let n = 0; n < 4; n++) {
      app.clock.advance(22 * day)
      last = (await ok(refresh(app, last))).refreshToken
    }
    app.clock.advance(3 * day)
    expect((await ok(signInHere())).me.id).toBe(first.me.id)
  })

  test('keeps its tries when the right name meets a busy service', async () => {
    const person = await named()
    app.clock.advance(91 * day)
    const code = await codeTo(app, person.phone)
    await pool.query(`CREATE FUNCTION stop_it() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'lock_not_available'; END $$;
      CREATE TRIGGER stop_it BEFORE INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION stop_it()`)
    try {
      for (let n = 0; n < 3; n++)
        expect((await enter(app, person.phone, { name: '张伟' }, code)).problem.code).toBe('busy')
    } finally {
      await pool.query('DROP TRIGGER stop_it ON sessions; DROP FUNCTION stop_it()')
    }
    expect((await ok(enter(app, person.phone, { name: '张伟' }, code))).me.id).toBe(person.accountId)
  })
})
