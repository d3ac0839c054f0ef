import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import { monday, testApp } from '../../support/app'
import { rate } from '../../support/ratings'
import { act, book, caseOf, deliverAll, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { untilWaiting } from '../../support/waiting'
import {
  here,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let roomId: string
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  roomId = await makeRoom(app)
  id = (await book(app, party, wish(roomId))).id
})

const seconds = (n: number): void => app.clock.advance(n / 60)
const confirm = () => ok(act(app, 'confirmBooking', staff, id))
const refuse = () => ok(act(app, 'refuseBooking', staff, id, { body: { note: '停电' } }))
const undo = () => act(app, 'undoDecision', staff, id)

const noticesOf = async () => {
  const { rows } = await app.database.pool.query<{ kind: string; withdrawn: boolean; delivered: boolean }>(
    `SELECT kind, withdrawn_at IS NOT NULL AS withdrawn, delivered_at IS NOT NULL AS delivered
     FROM notices WHERE case_id = $1 ORDER BY created_at, id`,
    [id],
  )
  return rows
}

describe.each([
  ['a confirmation', confirm, 'booking_confirmed'],
  ['a refusal', refuse, 'booking_refused'],
] as const)('%s', (_, decide, kind) => {
  test('taken back within ten seconds never was: no notice, and staff decide again', async () => {
    const decided = await decide()
    expect(decided.undoUntil).toBe('2026-11-23T02:12:10.000Z')
    seconds(10)
    const back = await ok(undo())
    expect(back).toMatchObject({ state: 'pending', waitingFor: 'staff', undoUntil: null })
    await deliverAll(app)
    expect(await noticesOf()).toEqual([{ kind, withdrawn: true, delivered: false }])
    await confirm()
    await deliverAll(app)
    expect((await noticesOf()).filter((n) => n.delivered)).toEqual([
      { kind: 'booking_confirmed', withdrawn: false, delivered: true },
    ])
  })

  test('is told a second after it can no longer be taken back', async () => {
    await decide()
    seconds(10)
    await deliverOverdue(app.deps)
    expect(await noticesOf()).toEqual([{ kind, withdrawn: false, delivered: false }])
    seconds(0.001)
    expect((await undo()).problem.code).toBe('undo_too_late')
    seconds(1)
    await deliverOverdue(app.deps)
    expect(await noticesOf()).toEqual([{ kind, withdrawn: false, delivered: true }])
    expect((await undo()).problem.code).toBe('undo_too_late')
  })

  test('cannot be taken back twice, or by a colleague', async () => {
    const colleague = await makePerson(app, { grants: [['staff', here]] })
    await decide()
    expect((await act(app, 'undoDecision', colleague, id)).problem.code).toBe('undo_too_late')
    await ok(undo())
    expect((await undo()).problem.code).toBe('undo_too_late')
  })
})

test('a confirmation and its undo, back and forth, each leave their line', async () => {
  for (let n = 0; n < 3; n++) {
    await confirm()
    await ok(undo())
    seconds(1)
  }
  const { timeline } = await caseOf(app, party, id)
  expect(timeline.map((e) => e.action)).toEqual([
    'request',
    ...Array.from({ length: 3 }, () => ['confirm', 'undo']).flat(),
  ])
})

describe('a refusal', () => {
  test('frees the slot at once, and then its undo meets whoever took it', async () => {
    await refuse()
    const next = await book(app, await makePerson(app), wish(roomId))
    const { status, problem } = await undo()
    expect({ status, code: problem.code }).toEqual({ status: 409, code: 'booking_slot_taken' })
    expect((await caseOf(app, party, id)).state).toBe('refused')
    expect((await caseOf(app, staff, next.id)).state).toBe('pending')
    await deliverAll(app)
    expect(await noticesOf()).toEqual([{ kind: 'booking_refused', withdrawn: false, delivered: true }])
  })

  test('that was rated while its undo waited for the case is taken back no more', async () => {
    await refuse()
    seconds(9.9)
    const holder = await app.database.pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [id])
    const undoing = undo()
    await untilWaiting(app.database.pool, 1)
    seconds(0.3)
    await ok(rate(app, party, id))
    await holder.query('COMMIT')
    holder.release()
    expect((await undoing).problem.code).toBe('undo_too_late')
    expect((await caseOf(app, party, id)).state).toBe('refused')
  })

  test('taken back in the moment somebody else asks: one of the two has the slot', async () => {
    for (let n = 0; n < 10; n++) {
      const stranger = await makePerson(app)
      await refuse()
      const [back, asked] = values(
        await together<{ status: number }>(2, (which) =>
          which === 0 ? undo() : app.call('requestBooking', { body: wish(roomId), token: stranger.token }),
        ),
      )
      expect([`${back?.status} ${asked?.status}`]).toContainEqual(
        expect.stringMatching(/^(200 409|409 201)$/) as string,
      )
      roomId = await makeRoom(app)
      id = (await book(app, party, wish(roomId))).id
    }
  })
})

test('a decision taken back while a question was open leaves it open: it is the resident’s turn', async () => {
  await ok(act(app, 'askSubject', staff, id, { body: { note: '几点到？' } }))
  app.clock.set('2026-11-24T02:12:00Z')
  staff = await signIn(app.deps, staff.accountId)
  await confirm()
  expect(await ok(undo())).toMatchObject({ state: 'pending', waitingFor: 'party', overdue: false })
})

describe('a decision', () => {
  test('is not taken by whoever asked, staff or not', async () => {
    const own = await book(app, staff, wish(await makeRoom(app)))
    for (const name of ['confirmBooking', 'undoDecision', 'completeBooking'] as const)
      expect((await act(app, name, staff, own.id)).problem.code).toBe('not_allowed')
    expect((await caseOf(app, staff, own.id)).readAs).toBe('party')
  })

  /** Ten confirmations and ten refusals in one instant. */
  const storm = async () => {
    const colleague = await makePerson(app, { grants: [['staff', here]] })
    return values(
      await together(20, (n) =>
        n % 2
          ? act(app, 'confirmBooking', staff, id)
          : act(app, 'refuseBooking', colleague, id, { body: { note: '停电' } }),
      ),
    )
  }

  test('by two of the staff at once is one decision', async () => {
    const answers = await storm()
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
    for (const { status, problem } of answers)
      if (status !== 200) expect(problem.code).toBe('action_not_open')
    await deliverAll(app)
    expect((await noticesOf()).filter((n) => n.delivered)).toHaveLength(1)
    expect((await caseOf(app, party, id)).timeline).toHaveLength(2)
  })

  test('by two at once is many once the state stands still', async () => {
    await app.database.pool.query(`
      CREATE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN NEW.state := OLD.state; RETURN NEW; END';
      CREATE TRIGGER stand_still BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION stand_still()`)
    const answers = await storm()
    await app.database.pool.query('DROP TRIGGER stand_still ON cases')
    expect(answers.filter((a) => a.status === 200).length).toBeGreaterThan(1)
  })
})

test('a confirmation that is cancelled before it was told is not told any more', async () => {
  await confirm()
  seconds(5)
  await ok(act(app, 'cancelBooking', party, id))
  await deliverAll(app)
  expect(await noticesOf()).toEqual([{ kind: 'booking_confirmed', withdrawn: true, delivered: false }])
})

test('a cancelled booking frees its slot at once', async () => {
  await confirm()
  const stranger = await makePerson(app)
  expect((await app.call('requestBooking', { body: wish(roomId), token: stranger.token })).status).toBe(409)
  await ok(act(app, 'cancelBooking', party, id))
  expect((await app.call('requestBooking', { body: wish(roomId), token: stranger.token })).status).toBe(201)
})
