/** After three days: nothing that was told is left, what happened stays, and the numbers begin anew. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeTo, enter, newPhone, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { linkSecond, makeChild, ofChild, proofsOf, verify } from '../../support/children'
import { foundIn, makeMarkedAdult } from '../../support/marked-adult'
import { goTo, makeProgramme, opening, signUp } from '../../support/programmes'
import { finishAllLeaving, isErased, leave, lookAtLeaving, threeDays } from '../../support/leaving'
import { again } from '../../support/ratings'
import { everythingOpened } from '../../support/sealed'
import { dump } from '../../support/snapshot'
import { ok } from '../../support/story'
import { wechatEnv, wechatServer } from '../../support/wechat'
import { here, makeDivisions, makePerson } from '../../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
const { pool } = app.database

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  // Whoever another test left waiting stays.
  await pool.query('UPDATE accounts SET leaves_at = NULL WHERE erased_at IS NULL')
})

describe('after three days', () => {
  test('no mark of the person is left anywhere, sealed or not, and proofs remain', async () => {
    const { marks, adult, joined, shared, other } = await makeMarkedAdult(app, wechat)
    const readable = async () =>
      [await dump(pool), ...(await everythingOpened(pool, app.deps.cipher))].join('\n')
    expect(foundIn(await readable(), marks.own)).toEqual(Object.keys(marks.own))
    await ok(leave(app, adult))
    app.clock.advance(threeDays)
    expect(await finishAllLeaving(app)).toBe(1)
    expect(await finishAllLeaving(app)).toBe(0)
    const after = await readable()
    expect(foundIn(after, marks.own)).toEqual([])
    for (const phone of [marks.own.phone, marks.own.secondPhone])
      expect(after).not.toContain(app.deps.cipher.lookup('phone', phone).toString('hex'))
    expect(after).not.toContain(app.deps.cipher.lookup('wechat', marks.own.openid).toString('hex'))
    for (const id of [adult.accountId, joined]) expect(await isErased(app, id)).toBe(true)
    const proofs = await proofsOf(app, adult.accountId)
    expect(proofs).toMatchObject(proofs.map(() => ({ tag: 'contact', cause: 'asked' })))
    // Name, two numbers, a WeChat, three notes, the words of a rating, a feedback with its number; name and number as
    // staff saw them.
    expect(proofs.map(({ fields }) => fields).sort((a, b) => a - b)).toEqual([3, 9])
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
    await ok(leave(app, person))
    app.clock.advance(threeDays)
    const anew = await ok(enter(app, person.phone))
    expect(anew.me.id).not.toBe(person.accountId)
    expect(anew.me).toMatchObject({ name: null })
    const byWechat = await ok(
      app.call<{ me: { id: string } }>('signInByWechat', { body: { code: code(), device: '微信' } }),
    )
    expect([person.accountId, anew.me.id]).not.toContain(byWechat.me.id)
    expect(await finishAllLeaving(app)).toBe(1)
    const again = await enter(app, person.phone, {}, await (app.clock.advance(2), codeTo(app, person.phone)))
    expect((await ok(Promise.resolve(again))).me.id).toBe(anew.me.id)
    const proofs = await proofsOf(app, person.accountId)
    expect(proofs.every(({ cause }) => cause === 'asked')).toBe(true)
    expect(proofs.reduce((n, { fields }) => n + fields, 0)).toBe(3)
  })

  test('its number binds to another account, also before the job was there', async () => {
    const person = await withPhone(app)
    await ok(leave(app, person))
    app.clock.advance(threeDays)
    const mine = await makePerson(app)
    const body = { phone: person.phone, code: await codeTo(app, person.phone) }
    expect((await ok(app.call<{ id: string }>('bindPhone', { body, token: mine.token }))).id).toBe(
      mine.accountId,
    )
    expect(await finishAllLeaving(app)).toBe(1)
  })

  test('another number that still waits at a counter is taken back, and stays in the books without either number', async () => {
    const [person, clerk] = [
      await withPhone(app, { name: '张伟' }),
      await makePerson(app, { grants: [['staff', here]] }),
    ]
    const newNumber = newPhone()
    const body = {
      ...{ community: here, name: '张伟', known: person.phone, papers: 'identity_card', newPhone: newNumber },
      code: await codeTo(app, newNumber),
    }
    const { id } = await ok(app.call<{ id: string }>('proposeNumber', { token: clerk.token, body }))
    await ok(leave(app, person))
    app.clock.advance(threeDays)
    expect(await finishAllLeaving(app)).toBe(1)
    const { rows } = await pool.query(
      `SELECT decider, approved, decided_by = account_id AS own, num_nonnulls(old_phone_enc, new_phone_enc) AS numbers
       FROM number_changes WHERE id = $1`,
      [id],
    )
    expect(rows).toEqual([{ decider: '本人', approved: false, own: true, numbers: 0 }])
    expect(await proofsOf(app, person.accountId)).toMatchObject([{ cause: 'asked', fields: 4 }])
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
    const seen = await lookAtLeaving(app, mother)
    expect(seen.standing).toEqual([])
    expect(seen.children).toHaveLength(2)
    expect(seen.children).toEqual(expect.arrayContaining(fates))
    await ok(leave(app, mother))
    app.clock.advance(threeDays)
    expect(await finishAllLeaving(app)).toBe(1)
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
    await ok(leave(app, person))
    app.clock.advance(threeDays)
    await finishAllLeaving(app)
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
    await ok(leave(app, person))
    await expect(erase()).rejects.toMatchObject({ code: '23001' })
  })
})
