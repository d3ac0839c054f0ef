/** Whoever asks to leave is gone in three days, whole; until then signing in takes it back. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { finishLeaving } from '../../../bff/src/modules/leaving/leave'
import { isLeaving, isUnavailable } from '../../../bff/src/platform/db-errors'
import { leavePorts } from '../../../bff/src/lines'
import { enter, joinWith, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import {
  acceptWith,
  invite,
  linkSecond,
  makeChild,
  proofsOf,
  summaryOf,
  verify,
} from '../../support/children'
import { makeProgramme } from '../../support/programmes'
import { finishAllLeaving, isErased, leave, lookAtLeaving, threeDays } from '../../support/leaving'
import { again } from '../../support/ratings'
import { act, book, ok } from '../../support/story'
import { here, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  // Whoever another test left waiting stays.
  await pool.query('UPDATE accounts SET leaves_at = NULL WHERE erased_at IS NULL')
})

describe('asking to leave', () => {
  test('needs the second proof, ends every session at once, and says until when', async () => {
    const person = await withPhone(app, { name: '张伟' })
    const second = await again(app, person)
    expect((await app.call('leave', { body: {}, token: person.token })).problem.code).toBe('confirm_needed')
    expect(await ok(leave(app, person))).toEqual({ finalAt: '2026-11-26T02:12:00.000Z' })
    for (const { token } of [person, second])
      expect((await app.call('getMe', { token })).problem.code).toBe('session_revoked')
  })

  test('is taken back by signing in, and nothing is lost', async () => {
    const person = await withPhone(app, { name: '张伟' })
    await ok(leave(app, person))
    app.clock.advance(threeDays - 10)
    const back = await ok(enter(app, person.phone))
    expect(back).toMatchObject({ stayed: true, me: { id: person.accountId, name: '张伟' } })
    app.clock.advance(20)
    expect(await finishAllLeaving(app)).toBe(0)
    app.clock.advance(2)
    const later = await ok(enter(app, person.phone))
    expect(later.me.id).toBe(person.accountId)
    expect(later).not.toHaveProperty('stayed')
  })

  test('while it waits, no other account takes it in', async () => {
    const [person, mine] = [await withPhone(app), await makePerson(app)]
    await ok(leave(app, person))
    expect((await joinWith(app, mine, person.phone)).problem.code).toBe('account_leaving')
  })
})

test('whoever writes for somebody who is leaving is told so at once, and not tried again', async () => {
  const person = await withPhone(app, { name: '张伟' })
  await ok(leave(app, person))
  const { deps } = app
  let tries = 0
  const write = () =>
    deps.db.transaction((tx) => {
      tries += 1
      return tx.$executeRaw`INSERT INTO grants (id, account_id, role, division_code, display_name, created_at)
        VALUES (gen_random_uuid(), ${person.accountId}::uuid, 'staff', ${here}, 'x', ${app.clock.now()}::timestamptz)`
    })
  const error: unknown = await write().catch((thrown: unknown) => thrown)
  expect([tries, isLeaving(error), isUnavailable(error)]).toEqual([1, true, false])
})

describe('what others count on ends first', () => {
  const refused = async (person: Person, standing: object[]) => {
    expect((await lookAtLeaving(app, person)).standing).toMatchObject(standing)
    expect((await leave(app, person)).problem.code).toBe('leaving_not_open')
    expect((await app.call('getMe', { token: person.token })).status).toBe(200)
  }

  test('a booking, until it is given up', async () => {
    const person = await withPhone(app)
    const booked = await book(app, person, wish(await makeRoom(app)))
    await refused(person, [{ kind: 'matter', caseId: booked.id, title: '三楼多功能厅' }])
    await ok(act(app, 'cancelBooking', person, booked.id))
    expect((await lookAtLeaving(app, person)).standing).toEqual([])
    await ok(leave(app, person))
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
    expect((await lookAtLeaving(app, mother)).children).toEqual([{ nickname: '小满', fate: 'stays' }])
    await ok(leave(app, mother))
  })
})

describe('an invitation of whoever leaves', () => {
  test('lets nobody in, and the child goes with them, whoever came in by another way', async () => {
    const [mother, stranger] = [await withPhone(app, { name: '周敏' }), await makePerson(app)]
    const staff = await makePerson(app, { grants: [['staff', here]] })
    const child = await makeChild(app, mother)
    await verify(app, staff, mother, child.id)
    const code = await invite(app, mother, child.id)
    const { rows } = await pool.query<Record<string, unknown>>(
      'SELECT * FROM guardian_invitations WHERE child_id = $1',
      [child.id],
    )
    await ok(leave(app, mother))
    expect((await acceptWith(app, stranger, code)).problem.code).toBe('invitation_wrong')
    // One that was made in the same moment.
    const { code_hash, created_at, expires_at } = rows[0] ?? {}
    await pool.query(
      `INSERT INTO guardian_invitations (code_hash, child_id, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [code_hash, child.id, mother.accountId, created_at, expires_at],
    )
    expect((await acceptWith(app, stranger, code)).problem.code).toBe('invitation_wrong')
    await pool.query(
      `INSERT INTO guardians (id, child_id, account_id, place, relation, created_at) VALUES ($1, $2, $3, 2, 'father', $4)`,
      [randomUUID(), child.id, stranger.accountId, app.clock.now()],
    )
    app.clock.advance(threeDays)
    expect(await finishAllLeaving(app)).toBe(1)
    expect(await proofsOf(app, child.id)).toMatchObject([
      { cause: 'left' },
      { cause: 'left' },
      { cause: 'left' },
    ])
    expect(await summaryOf(app, await again(app, stranger), child.id)).toBeUndefined()
    const told = await pool.query('SELECT kind FROM notices WHERE account_id = $1', [stranger.accountId])
    expect(told.rows).toEqual([{ kind: 'guardian_child_erased' }])
  })

  test('is good where the one who made it came back and made it anew', async () => {
    const [mother, father] = [await withPhone(app, { name: '周敏' }), await makePerson(app)]
    const child = await makeChild(app, mother)
    await ok(leave(app, mother))
    app.clock.advance(2)
    await ok(enter(app, mother.phone))
    const code = await invite(app, await again(app, mother), child.id)
    expect((await acceptWith(app, await again(app, father), code)).status).toBe(201)
  })
})

describe('killed in the middle', () => {
  test('everything is as it was, nobody gets in, and the next round finishes it', async () => {
    const person = await withPhone(app, { name: '张伟' })
    const child = await makeChild(app, person)
    await ok(leave(app, person))
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
    expect(await isErased(app, person.accountId)).toBe(false)
    expect(await proofsOf(app, child.id)).toEqual([])
    expect((await ok(enter(app, person.phone))).me.id).not.toBe(person.accountId)
    expect(await finishAllLeaving(app)).toBe(1)
    expect(await isErased(app, person.accountId)).toBe(true)
    expect(await proofsOf(app, child.id)).not.toEqual([])
  })
})
