/** Whoever asks to leave is gone in three days, whole; until then signing in takes it back. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Standing } from '../../../bff/contracts/src/leaving'
import { finishLeaving } from '../../../bff/src/modules/leaving/leave'
import { leavePorts } from '../../../bff/src/lines'
import { codeTo, enter, joinWith, newPhone, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { linkSecond, makeChild, ofChild, proofsOf, verify } from '../../support/children'
import { foundIn, makeMarkedAdult } from '../../support/marked-adult'
import { goTo, makeProgramme, opening, signUp } from '../../support/programmes'
import { again } from '../../support/ratings'
import { everythingOpened } from '../../support/sealed'
import { dump } from '../../support/snapshot'
import { act, book, ok } from '../../support/story'
import { wechatEnv, wechatServer } from '../../support/wechat'
import { confirmed, here, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
const { pool } = app.database

beforeAll(() => makeDivisions(app))
beforeEach(() => app.clock.set(monday))

const leave = async (who: Person) =>
  app.call<{ finalAt: string }>('leave', { body: {}, token: (await confirmed(app, who)).token })
const look = (who: Person) =>
  ok(
    app.call<{ standing: Standing[]; children: { nickname: string; fate: string }[] }>('getLeaving', {
      token: who.token,
    }),
  )
const finish = async (): Promise<number> => {
  let [all, done] = [0, 0]
  while ((done = await finishLeaving(app.deps, leavePorts)) > 0) all += done
  return all
}
const threeDays = 3 * 24 * 60
const isErased = async (id: string): Promise<boolean> =>
  (await pool.query('SELECT FROM accounts WHERE id = $1 AND erased_at IS NOT NULL', [id])).rowCount === 1

describe('asking to leave', () => {
  test('needs the second proof, ends every session at once, and says until when', async () => {
    const person = await withPhone(app, { name: '张伟' })
    const second = await again(app, person)
    expect((await app.call('leave', { body: {}, token: person.token })).problem.code).toBe('confirm_needed')
    expect(await ok(leave(person))).toEqual({ finalAt: '2026-11-26T02:12:00.000Z' })
    for (const { token } of [person, second])
      expect((await app.call('getMe', { token })).problem.code).toBe('session_revoked')
  })

  test('is taken back by signing in, and nothing is lost', async () => {
    const person = await withPhone(app, { name: '张伟' })
    await ok(leave(person))
    app.clock.advance(threeDays - 10)
    const back = await ok(enter(app, person.phone))
    expect(back).toMatchObject({ stayed: true, me: { id: person.accountId, name: '张伟' } })
    app.clock.advance(20)
    expect(await finish()).toBe(0)
    app.clock.advance(2)
    const later = await ok(enter(app, person.phone))
    expect(later.me.id).toBe(person.accountId)
    expect(later).not.toHaveProperty('stayed')
  })

  test('while it waits, no other account takes it in', async () => {
    const [person, mine] = [await withPhone(app), await makePerson(app)]
    await ok(leave(person))
    expect((await joinWith(app, mine, person.phone)).problem.code).toBe('account_leaving')
  })
})

describe('what others count on ends first', () => {
  const refused = async (person: Person, standing: object[]) => {
    expect((await look(person)).standing).toMatchObject(standing)
    expect((await leave(person)).problem.code).toBe('leaving_not_open')
    expect((await app.call('getMe', { token: person.token })).status).toBe(200)
  }

  test('a booking, until it is given up', async () => {
    const person = await withPhone(app)
    const booked = await book(app, person, wish(await makeRoom(app)))
    await refused(person, [{ kind: 'matter', caseId: booked.id, title: '三楼多功能厅' }])
    await ok(act(app, 'cancelBooking', person, booked.id))
    expect((await look(person)).standing).toEqual([])
    await ok(leave(person))
  })

  test('a role, and a duty', async () => {
    await refused(await withPhone(app, { grants: [['volunteer', here]] }), [
      { kind: 'role', role: 'volunteer', title: '东兴社区' },
    ])
    const staff = await makePerson(app, { grants: [['staff', here]] })
    const carer = await withPhone(app, { name: '王老师', grants: [['care_worker', here]] })
    const { id } = await makeProgramme(app, staff)
    const days = { startsOn: '2026-12-07', endsOn: '2026-12-18', weekdays: [1, 2, 3, 4, 5] }
    await ok(
      app.call('addDuty', {
        params: { id },
        body: { accountId: carer.accountId, classNo: 1, leader: true, ...days },
        token: staff.token,
      }),
    )
    await pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [carer.accountId])
    await refused(carer, [{ kind: 'duty' }])
  })

  test('a child whose other guardian staff do not know', async () => {
    const [mother, father] = [await withPhone(app), await makePerson(app)]
    const staff = await makePerson(app, { grants: [['staff', here]] })
    const child = await makeChild(app, mother)
    await linkSecond(app, mother, father, child.id)
    await refused(mother, [{ kind: 'child', childId: child.id, title: '小满' }])
    await verify(app, staff, mother, child.id)
    await refused(mother, [{ kind: 'child' }])
    await verify(app, staff, father, child.id)
    expect((await look(mother)).children).toEqual([{ nickname: '小满', fate: 'stays' }])
    await ok(leave(mother))
  })
})

describe('after three days', () => {
  test('no mark of the person is left anywhere, sealed or not, and a proof remains', async () => {
    const { marks, adult, joined, shared, other } = await makeMarkedAdult(app, wechat)
    const readable = async () =>
      [await dump(pool), ...(await everythingOpened(pool, app.deps.cipher))].join('\n')
    expect(foundIn(await readable(), marks.own)).toEqual(Object.keys(marks.own))
    await ok(leave(adult))
    app.clock.advance(threeDays)
    expect(await finish()).toBe(1)
    expect(await finish()).toBe(0)
    const after = await readable()
    expect(foundIn(after, marks.own)).toEqual([])
    for (const phone of [marks.own.phone, marks.own.secondPhone])
      expect(after).not.toContain(app.deps.cipher.lookup('phone', phone).toString('hex'))
    expect(after).not.toContain(app.deps.cipher.lookup('wechat', marks.own.openid).toString('hex'))
    for (const id of [adult.accountId, joined]) expect(await isErased(id)).toBe(true)
    const [proof] = await proofsOf(app, adult.accountId)
    expect(proof).toMatchObject({ tag: 'contact', cause: 'asked' })
    expect(proof?.fields).toBeGreaterThanOrEqual(9)
    // What others told is theirs, and what happened did happen.
    expect(foundIn(after, marks.others).sort()).toEqual(Object.keys(marks.others).sort())
    const { rows } = await pool.query(
      `SELECT count(*)::int AS cases, (SELECT count(*)::int FROM ratings WHERE rater_id = $1) AS ratings,
         (SELECT count(*)::int FROM access_records WHERE subject_id = $1) AS looks,
         (SELECT count(*)::int FROM notices WHERE account_id = $1) AS notices FROM cases WHERE subject_id = $1`,
      [adult.accountId],
    )
    expect(rows).toEqual([{ cases: 3, ratings: 1, looks: 1, notices: 0 }])
    const family = await ok(
      ofChild<{ guardians: object[] }>(app, 'getChild', await again(app, other), shared),
    )
    expect(family.guardians).toHaveLength(1)
    expect(foundIn(app.logged(), marks.own)).toEqual([])
  })

  test('the numbers and the WeChat begin anew, also before the job was there', async () => {
    const person = await withPhone(app, { name: '张伟' })
    const code = () => {
      const js = randomUUID()
      wechat.script(js, { openid: `openid-${person.accountId}` })
      return js
    }
    await ok(app.call('joinByWechat', { body: { code: code() }, token: person.token }))
    await ok(leave(person))
    app.clock.advance(threeDays)
    const anew = await ok(enter(app, person.phone))
    expect(anew.me.id).not.toBe(person.accountId)
    expect(anew.me).toMatchObject({ name: null })
    const byWechat = await ok(
      app.call<{ me: { id: string } }>('signInByWechat', { body: { code: code(), device: '微信' } }),
    )
    expect([person.accountId, anew.me.id]).not.toContain(byWechat.me.id)
    expect(await finish()).toBe(1)
    const again = await enter(app, person.phone, {}, await (app.clock.advance(2), codeTo(app, person.phone)))
    expect((await ok(Promise.resolve(again))).me.id).toBe(anew.me.id)
    const proofs = await proofsOf(app, person.accountId)
    expect(proofs.every(({ cause }) => cause === 'asked')).toBe(true)
    expect(proofs.reduce((n, { fields }) => n + fields, 0)).toBe(3)
  })

  test('its number binds to another account, also before the job was there', async () => {
    const person = await withPhone(app)
    await ok(leave(person))
    app.clock.advance(threeDays)
    const mine = await makePerson(app)
    const body = { phone: person.phone, code: await codeTo(app, person.phone) }
    expect((await ok(app.call<{ id: string }>('bindPhone', { body, token: mine.token }))).id).toBe(
      mine.accountId,
    )
    expect(await finish()).toBe(1)
  })

  test('a child without another guardian goes, too; a place of one that stays is the other guardian’s', async () => {
    const [mother, father] = [await withPhone(app, { name: '周敏' }), await makePerson(app, { name: '李强' })]
    const staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    const alone = await makeChild(app, mother, { nickname: '独一' })
    const both = await makeChild(app, mother, { nickname: '两人' })
    await linkSecond(app, mother, father, both.id)
    for (const one of [mother, father]) await verify(app, staff, one, both.id)
    const programme = await makeProgramme(app, staff)
    await goTo(app, opening, mother, father, staff)
    const { entries } = await signUp(app, { ...mother, children: [both.id] }, programme.id)
    const fates = [
      { nickname: '独一', fate: 'erased' },
      { nickname: '两人', fate: 'stays' },
    ]
    const seen = await look(mother)
    expect(seen.standing).toEqual([])
    expect(seen.children).toHaveLength(2)
    expect(seen.children).toEqual(expect.arrayContaining(fates))
    await ok(leave(mother))
    app.clock.advance(threeDays)
    expect(await finish()).toBe(1)
    expect((await proofsOf(app, alone.id)).map(({ cause }) => cause)).toEqual(['left', 'left', 'left'])
    const dad = await again(app, father)
    const place = await ok(
      app.call<{ state: string }>('getCase', { params: { id: entries[0]?.caseId ?? '' }, token: dad.token }),
    )
    expect(place.state).toBe('confirmed')
    const { rows } = await pool.query('SELECT subject_id FROM cases WHERE id = $1', [entries[0]?.caseId])
    expect(rows).toEqual([{ subject_id: father.accountId }])
  })

  test('nothing is written into the account any more, and nobody is told who is not there', async () => {
    const person = await withPhone(app, { name: '张伟' })
    await ok(leave(person))
    app.clock.advance(threeDays)
    await finish()
    const phone = newPhone()
    for (const sql of [
      `UPDATE accounts SET name_enc = 'v2.x' WHERE id = $1`,
      `UPDATE accounts SET phone_enc = 'v2.x', phone_hash = '\\x01' WHERE id = $1`,
      `UPDATE accounts SET erased_at = now(), leaves_at = NULL WHERE id = $1`,
    ])
      await expect(pool.query(sql, [person.accountId]), phone).rejects.toMatchObject({ code: '23514' })
    const { rowCount } = await pool.query(
      `INSERT INTO notices (id, event_key, account_id, kind, created_at, deliver_at, child_id)
       SELECT gen_random_uuid(), 'late', $1, 'guardian_ended', now(), now(), id FROM children LIMIT 1`,
      [person.accountId],
    )
    expect(rowCount).toBe(0)
  })
})

describe('the words of timelines', () => {
  test('go by nobody’s function but for whoever asked, and whose time has come', async () => {
    const person = await withPhone(app)
    const erase = () => pool.query('SELECT erase_account_notes($1, $2)', [person.accountId, app.clock.now()])
    await expect(erase()).rejects.toMatchObject({ code: '23001' })
    await ok(leave(person))
    await expect(erase()).rejects.toMatchObject({ code: '23001' })
  })
})

describe('killed in the middle', () => {
  test('everything is as it was, nobody gets in, and the next round finishes it', async () => {
    const person = await withPhone(app, { name: '张伟' })
    const child = await makeChild(app, person)
    await ok(leave(person))
    app.clock.advance(threeDays)
    // The last step waits; then its connection is lost, as with a process that is killed.
    await pool.query(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NEW; END';
      CREATE TRIGGER dawdle BEFORE UPDATE OF erased_at ON accounts FOR EACH ROW EXECUTE FUNCTION dawdle()`)
    const running = finishLeaving(app.deps, leavePorts).then(
      (n) => n,
      () => 'killed',
    )
    for (let killed = 0; killed === 0;)
      killed =
        (
          await pool.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
          )
        ).rowCount ?? 0
    expect(await running).toBe('killed')
    await pool.query('DROP TRIGGER dawdle ON accounts; DROP FUNCTION dawdle()')
    expect(await isErased(person.accountId)).toBe(false)
    expect(await proofsOf(app, child.id)).toEqual([])
    expect((await ok(enter(app, person.phone))).me.id).not.toBe(person.accountId)
    expect(await finish()).toBe(1)
    expect(await isErased(person.accountId)).toBe(true)
    expect(await proofsOf(app, child.id)).not.toEqual([])
  })
})
