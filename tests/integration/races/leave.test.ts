/** Leaving against booking, joining and signing in at the same instant: one thing or the other, never half of each. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { finishLeaving } from '../../../bff/src/modules/leaving/leave'
import { leavePorts } from '../../../bff/src/lines'
import { codeTo, enter, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { together } from '../../support/together'
import { untilWaiting } from '../../support/waiting'
import { confirmed, liftQuota, makeDivisions, makePerson, makeRoom, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const tries = 4

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(() => app.clock.set(monday))

const one = async <T>(sql: string, values: unknown[]): Promise<T> => {
  const { rows } = await pool.query<{ v: T }>(sql, values)
  return rows[0]?.v as T
}

/** @returns whether somebody who is leaving has a matter that is open */
async function bookingRace(): Promise<boolean> {
  const person = await confirmed(app, await withPhone(app))
  const rooms = await Promise.all(Array.from({ length: 6 }, () => makeRoom(app)))
  await together(7, (n) =>
    n === 3
      ? app.call('leave', { body: {}, token: person.token })
      : app.call('requestBooking', { body: wish(rooms[n % 6] ?? ''), token: person.token }),
  )
  return one(
    `SELECT leaves_at IS NOT NULL AND EXISTS (SELECT FROM cases WHERE subject_id = a.id AND closed_at IS NULL) AS v
     FROM accounts a WHERE id = $1`,
    [person.accountId],
  )
}

describe('leaving while booking', () => {
  const races = async (): Promise<number> => {
    let half = 0
    for (let n = 0; n < tries; n++) half += Number(await bookingRace())
    return half
  }

  test('nobody is leaving who has a matter that is open', async () => {
    expect(await races()).toBe(0)
  })

  describe('without the guard', () => {
    beforeEach(async () => {
      // Slow enough that a request of before meets the leaving.
      await pool.query(`ALTER TABLE cases DISABLE TRIGGER cases_account_lives;
        ALTER TABLE cases DROP CONSTRAINT cases_subject_id_fkey, DROP CONSTRAINT cases_actor_id_fkey;
        CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END';
        CREATE TRIGGER dawdle BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION dawdle()`)
    })
    test('some are', async () => {
      expect(await races()).toBeGreaterThan(0)
      await pool.query(`DROP TRIGGER dawdle ON cases; DROP FUNCTION dawdle();
        ALTER TABLE cases ENABLE TRIGGER cases_account_lives`)
    })
  })
})

/** @returns what the account is that was joined and left in one moment, and what leaving answered */
async function joinRace(first: 'join' | 'leave'): Promise<{ state: string; answer: number | undefined }> {
  const [mine, other] = [await makePerson(app), await confirmed(app, await withPhone(app))]
  const body = { phone: other.phone, code: await codeTo(app, other.phone) }
  const holder = await pool.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [other.accountId])
  const calls = [
    () => app.call('joinByPhone', { body, token: mine.token }),
    () => app.call('leave', { body: {}, token: other.token }),
  ]
  // Both wait for the account, in this order; who waits first goes first.
  const order = first === 'join' ? [0, 1] : [1, 0]
  const waiting: Promise<{ status: number }>[] = []
  for (const k of order) {
    const call = calls[k]?.()
    if (call) waiting.push(call)
    await untilWaiting(pool, waiting.length)
  }
  await holder.query('COMMIT')
  holder.release()
  const answers = await Promise.all(waiting)
  const state = await one<string>(
    `SELECT concat_ws(' ', CASE WHEN joined_into IS NOT NULL THEN 'joined' END,
       CASE WHEN leaves_at IS NOT NULL THEN 'leaving' END) AS v FROM accounts WHERE id = $1`,
    [other.accountId],
  )
  return { state, answer: answers[order.indexOf(1)]?.status }
}

test('joined first: it is not left any more', async () => {
  expect(await joinRace('join')).toEqual({ state: 'joined', answer: 401 })
})

test('left first: it is not joined', async () => {
  expect(await joinRace('leave')).toEqual({ state: 'leaving', answer: 200 })
})

test('signing in while it becomes final: a new account, or the old one whole', async () => {
  for (let n = 0; n < tries; n++) {
    const person = await confirmed(app, await withPhone(app, { name: '张伟' }))
    app.clock.set(monday)
    await app.call('leave', { body: {}, token: person.token })
    app.clock.advance(3 * 24 * 60)
    const code = await codeTo(app, person.phone)
    const results = await together(3, (k) =>
      k === 1
        ? enter(app, person.phone, {}, code).then((a) => a.status)
        : finishLeaving(app.deps, leavePorts),
    )
    while ((await finishLeaving(app.deps, leavePorts)) > 0);
    expect(results[1]).toEqual({ status: 'fulfilled', value: 201 })
    const who = await one<string>('SELECT id::text AS v FROM accounts WHERE phone_hash = $1', [
      app.deps.cipher.lookup('phone', person.phone),
    ])
    expect(who).not.toBe(person.accountId)
    expect(
      await one('SELECT erased_at IS NOT NULL AS v FROM accounts WHERE id = $1', [person.accountId]),
    ).toBe(true)
    expect(
      await one(`SELECT count(*)::int AS v FROM sessions WHERE account_id = $1 AND revoked_at IS NULL`, [
        person.accountId,
      ]),
    ).toBe(0)
  }
})
