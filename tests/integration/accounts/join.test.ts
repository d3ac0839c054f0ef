import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isKnownDevice, knowDevice } from '../../../bff/src/modules/identity/budget-store'
import { listMyCases } from '../../../bff/src/modules/cases/service'
import { codeTo, enter, joinWith, newPhone, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { makeChild, ofChild } from '../../support/children'
import { waitSlot } from '../../support/line'
import { act, book, caseOf, ok } from '../../support/story'
import {
  confirmed,
  here,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database

beforeAll(() => makeDivisions(app))
beforeEach(() => app.clock.set(monday))

const joined = async (id: string): Promise<string | null> => {
  const { rows } = await pool.query<{ into: string | null }>(
    'SELECT joined_into AS into FROM accounts WHERE id = $1',
    [id],
  )
  return rows[0]?.into ?? null
}

describe('two accounts of one person', () => {
  test('become one: matters, child, notices and quota are there, and the other one is signed out', async () => {
    const [mine, other] = [
      await makePerson(app, { name: '李秀英' }),
      await withPhone(app, { name: '李秀英' }),
    ]
    const matter = await book(app, other, wish(await makeRoom(app)))
    const child = await makeChild(app, other)
    const own = await book(app, mine, wish(await makeRoom(app)))
    const me = await ok(joinWith(app, mine, other.phone))
    expect(me).toMatchObject({
      id: mine.accountId,
      name: '李秀英',
      phone: expect.stringContaining('135') as string,
    })
    const { cases } = await listMyCases(app.deps, mine, { show: 'open', type: undefined }, undefined)
    expect(cases.map((c) => c.id).sort()).toEqual([matter.id, own.id].sort())
    expect((await ok(ofChild(app, 'getChild', mine, child.id))).id).toBe(child.id)
    expect((await app.call('getMe', { token: other.token })).problem.code).toBe('session_revoked')
    const used = await pool.query<{ used: number }>('SELECT used FROM booking_quotas WHERE subject_id = $1', [
      mine.accountId,
    ])
    expect(used.rows).toEqual([{ used: 2 }])
    expect(await joined(other.accountId)).toBe(mine.accountId)
    const trace = await pool.query('SELECT proof, rows FROM account_joins WHERE from_id = $1', [
      other.accountId,
    ])
    expect(trace.rows).toMatchObject([
      { proof: 'phone', rows: { cases: 1, guardians: 1, sessions: 1, quotas: 1 } },
    ])
  })

  test('devices of either are known to the one, by each of its numbers', async () => {
    const [mine, other] = [await makePerson(app), await withPhone(app)]
    const at = app.clock.now()
    const know = (id: string, device: string) =>
      app.deps.db.transaction((tx) => knowDevice(tx, id, device, at))
    await know(mine.accountId, 'both-know-this-device')
    for (const device of ['both-know-this-device', 'only-the-other-knows'])
      await know(other.accountId, device)
    await ok(joinWith(app, mine, other.phone))
    const phoneHash = app.deps.cipher.lookup('phone', other.phone)
    for (const device of ['both-know-this-device', 'only-the-other-knows'])
      expect(await isKnownDevice(app.deps.db, phoneHash, device)).toBe(true)
    expect(await isKnownDevice(app.deps.db, phoneHash, 'nobody-knows-this')).toBe(false)
  })

  test('each of their numbers opens the one, also after a second join', async () => {
    const [a, b, c] = [await withPhone(app), await withPhone(app), await withPhone(app)]
    await ok(joinWith(app, b, a.phone))
    await ok(joinWith(app, c, b.phone))
    app.clock.advance(2)
    for (const { phone } of [a, b, c]) expect((await ok(enter(app, phone))).me.id).toBe(c.accountId)
  })

  test('asked again after the answer was lost, it is done; a number of nobody else is not joined', async () => {
    const [mine, other] = [await makePerson(app), await withPhone(app)]
    const body = { phone: other.phone, code: await codeTo(app, other.phone) }
    const first = await ok(app.call('joinByPhone', { body, token: mine.token }))
    expect(await ok(app.call('joinByPhone', { body, token: mine.token }))).toEqual(first)
    expect((await joinWith(app, mine, newPhone())).problem.code).toBe('join_nothing')
  })

  test('a wrong code joins nothing', async () => {
    const [mine, other] = [await makePerson(app), await withPhone(app)]
    const code = String((Number(await codeTo(app, other.phone)) + 1) % 1_000_000).padStart(6, '0')
    const body = { phone: other.phone, code }
    expect((await app.call('joinByPhone', { body, token: mine.token })).problem.code).toBe('phone_code_wrong')
    expect(await joined(other.accountId)).toBeNull()
  })
})

describe('what may be two people waits for papers', () => {
  const refused = async (who: Person, other: { accountId: string; phone: string }) => {
    const mine = await confirmed(app, who)
    expect((await joinWith(app, mine, other.phone)).problem.code).toBe('join_needs_counter')
    expect(await joined(other.accountId)).toBeNull()
  }

  test('two names', async () => {
    await refused(await makePerson(app, { name: '李秀英' }), await withPhone(app, { name: '李秀珍' }))
  })

  test('one name in two spellings is one', async () => {
    const [mine, other] = [await makePerson(app, { name: '张偉' }), await withPhone(app, { name: '張 伟' })]
    await ok(joinWith(app, mine, other.phone))
  })

  test('a number silent for 90 days, unless the names are the same', async () => {
    const [mine, named, other, same] = [
      await makePerson(app),
      await makePerson(app, { name: '李秀英' }),
      await withPhone(app, { name: '李秀英' }),
      await withPhone(app, { name: '李秀英' }),
    ]
    app.clock.advance(91 * 24 * 60)
    await refused(await signIn(app.deps, mine.accountId), other)
    await ok(joinWith(app, await signIn(app.deps, named.accountId), same.phone))
  })
})

test('of two entries in one line the earlier stays', async () => {
  const [mine, other, holder] = [await makePerson(app), await withPhone(app), await makePerson(app)]
  const room = await makeRoom(app)
  await book(app, holder, wish(room))
  const first = await ok(waitSlot(app, other, wish(room)))
  const second = await ok(waitSlot(app, mine, wish(room)))
  await ok(joinWith(app, mine, other.phone))
  const states = [await caseOf(app, mine, first.id), await caseOf(app, mine, second.id)].map((c) => c.state)
  expect(states).toEqual(['waiting', 'cancelled'])
})

test('staff who are also residents never decide their own matter', async () => {
  const name = '李秀英'
  const [staff, other] = [
    await confirmed(app, await makePerson(app, { name, grants: [['staff', here]] })),
    await withPhone(app, { name }),
  ]
  const matter = await book(app, other, wish(await makeRoom(app)))
  await ok(joinWith(app, staff, other.phone))
  expect((await act(app, 'confirmBooking', staff, matter.id)).problem.code).toBe('not_allowed')
})

test('grants of both are the one’s, each once', async () => {
  const name = '李秀英'
  const mine = await confirmed(app, await makePerson(app, { name, grants: [['staff', here]] }))
  const other = await withPhone(app, {
    name,
    grants: [
      ['staff', here],
      ['supervisor', '5323'],
    ],
  })
  const { grants } = await ok(joinWith(app, mine, other.phone))
  expect(grants.map((g) => `${g.role} ${g.division}`).sort()).toEqual([`staff ${here}`, 'supervisor 5323'])
})
