import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeTo, enter, newPhone, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { makeChild } from '../../support/children'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { makeDivisions, makePerson, signIn } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const days = (n: number): void => app.clock.advance(n * 24 * 60)

beforeAll(() => makeDivisions(app))
beforeEach(() => app.clock.set(monday))

describe('another number', () => {
  test('takes the place of the old one, by a code to it, and both changes can be read', async () => {
    const [person, next] = [await withPhone(app), newPhone()]
    const body = { phone: next, code: await codeTo(app, next) }
    const me = await ok(app.call('changePhone', { body, token: person.token }))
    expect(await ok(app.call('changePhone', { body, token: person.token }))).toEqual(me)
    app.clock.advance(2)
    expect((await ok(enter(app, next))).me.id).toBe(person.accountId)
    expect((await ok(enter(app, person.phone))).me.id).not.toBe(person.accountId)
    const { changes } = await ok(
      app.call<{ changes: unknown[] }>('listNumberChanges', { token: person.token }),
    )
    expect(changes).toMatchObject([{ way: 'code', by: null, approved: true }])
    const jobs = await pool.query(
      `SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'tell_old_number'`,
    )
    expect(jobs.rowCount).toBe(1)
  })

  test('that somebody has is refused, and its code is not spent', async () => {
    const [person, other] = [await withPhone(app), await withPhone(app)]
    const code = await codeTo(app, other.phone)
    const body = { phone: other.phone, code }
    expect((await app.call('changePhone', { body, token: person.token })).problem.code).toBe('phone_taken')
    expect((await ok(enter(app, other.phone, {}, code))).me.id).toBe(other.accountId)
  })
})

describe('a number silent for 90 days', () => {
  test('opens before that', async () => {
    const person = await withPhone(app, { name: '李秀英' })
    days(90)
    expect((await ok(enter(app, person.phone))).me.id).toBe(person.accountId)
    days(90)
    expect((await ok(enter(app, person.phone))).me.id).toBe(person.accountId)
  })

  test('asks for the name, in any spelling, with the same code; then it is awake again', async () => {
    const person = await withPhone(app, { name: '张伟' })
    days(91)
    const code = await codeTo(app, person.phone)
    expect((await enter(app, person.phone, {}, code)).problem.code).toBe('name_needed')
    const wrong = (await enter(app, person.phone, { name: '王伟' }, code)).problem
    expect([wrong.code, wrong.facts]).toEqual(['name_wrong', { triesLeft: 2 }])
    expect((await ok(enter(app, person.phone, { name: '張 偉' }, code))).me.id).toBe(person.accountId)
    app.clock.advance(2)
    expect((await ok(enter(app, person.phone))).me.id).toBe(person.accountId)
  })

  test('opens a new account after three wrong names, and the old one keeps what it has', async () => {
    const person = await withPhone(app, { name: '张伟' })
    await makeChild(app, person)
    days(91)
    const code = await codeTo(app, person.phone)
    for (const name of ['王伟', '李伟'])
      expect((await enter(app, person.phone, { name }, code)).problem.code).toBe('name_wrong')
    const begun = await ok(enter(app, person.phone, { name: '赵伟' }, code))
    expect(begun.begun).toBe('anew')
    expect(begun.me).toMatchObject({ name: null, grants: [] })
    expect(begun.me.id).not.toBe(person.accountId)
    app.clock.advance(2)
    // The name does not help any more: the number is the new account's.
    expect((await ok(enter(app, person.phone, { name: '张伟' }))).me.id).toBe(begun.me.id)
    expect(
      (
        await ok(
          app.call<{ children: unknown[] }>('listChildren', {
            token: (await signIn(app.deps, person.accountId)).token,
          }),
        )
      ).children,
    ).toHaveLength(1)
  })

  test('is given up at once by whoever says that it is not theirs', async () => {
    const person = await withPhone(app, { name: '张伟' })
    days(91)
    const begun = await ok(enter(app, person.phone, { anew: true }))
    expect([begun.begun, begun.me.id === person.accountId]).toEqual(['anew', false])
  })

  test('without a name opens only what holds nothing of anybody', async () => {
    const [plain, parent, staff] = [
      await withPhone(app),
      await withPhone(app),
      await withPhone(app, { grants: [['staff', '532301']] }),
    ]
    await pool.query('UPDATE accounts SET name_enc = NULL WHERE id = $1', [staff.accountId])
    await makeChild(app, parent)
    days(91)
    expect((await ok(enter(app, plain.phone))).me.id).toBe(plain.accountId)
    for (const one of [parent, staff]) {
      const code = await codeTo(app, one.phone)
      for (const said of [{}, { name: '张伟' }])
        expect((await enter(app, one.phone, said, code)).problem.code).toBe('anew_needed')
      expect((await ok(enter(app, one.phone, { anew: true }, code))).begun).toBe('anew')
    }
  })

  test('whoever has no code learns nothing of it', async () => {
    const [known, unknown] = [await withPhone(app, { name: '张伟' }), { phone: newPhone() }]
    days(91)
    for (const { phone } of [known, unknown]) {
      const code = String((Number(await codeTo(app, phone)) + 1) % 1_000_000).padStart(6, '0')
      expect((await enter(app, phone, { name: '张伟' }, code)).problem.code).toBe('phone_code_wrong')
    }
  })

  test('of many names tried at once three are compared', async () => {
    const person = await withPhone(app, { name: '张伟' })
    days(91)
    const code = await codeTo(app, person.phone)
    const answers = values(await together(5, (n) => enter(app, person.phone, { name: `错${n}` }, code)))
    const compared = answers.filter(
      ({ problem }) => problem.code === 'name_wrong' && problem.facts?.triesLeft !== 0,
    )
    expect(compared.length).toBeLessThanOrEqual(2)
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM accounts WHERE phone_hash = $1', [
      app.deps.cipher.lookup('phone', person.phone),
    ])
    expect(rows.map((row) => row.id)).not.toContain(person.accountId)
  })
})

test('a person without a number is not asked anything', async () => {
  const person = await makePerson(app)
  days(200)
  expect(
    (await ok(app.call<{ id: string }>('getMe', { token: (await signIn(app.deps, person.accountId)).token })))
      .id,
  ).toBe(person.accountId)
})
