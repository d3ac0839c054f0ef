import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseDetail } from '../../../bff/contracts/src/cases'
import { settleLines } from '../../../bff/src/modules/line/jobs'
import { monday, testApp } from '../../support/app'
import { testResources, waitSlot } from '../../support/line'
import { act, book, caseOf, ok, set } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'
import { later, noticesOf, placeOf, stateOf, waiterFor } from './room-stage'

const app = await testApp()
let staff: Person
let holder: Person
let roomId: string
let held: CaseDetail

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  holder = await makePerson(app)
  roomId = await makeRoom(app, { approval: 'automatic' })
  held = await book(app, holder, wish(roomId))
})

const waiter = (from = 14, to = 16, extra = {}) => waiterFor(app, roomId, [from, to], extra)
const cancel = () => ok(act(app, 'cancelBooking', holder, held.id))

describe('an answer', () => {
  test('accepted in an automatic room is a booking, told and counted', async () => {
    const first = await waiter()
    await cancel()
    const done = await ok(act(app, 'acceptOffer', first, first.id))
    expect(done).toMatchObject({ state: 'confirmed', waitingFor: 'nobody', can: ['cancel', 'reschedule'] })
    expect((await noticesOf(app, first)).map((n) => n.kind).sort()).toEqual([
      'booking_confirmed',
      'offer_made',
    ])
    const { rows } = await app.database.pool.query('SELECT used FROM booking_quotas WHERE subject_id = $1', [
      first.accountId,
    ])
    expect(rows).toEqual([{ used: 1 }])
  })

  test('accepted where staff decide, it is a request with a due time', async () => {
    await app.database.pool.query(`UPDATE rooms SET approval = 'staff' WHERE id = $1`, [roomId])
    app.deps.cache.drop(`room ${roomId}`)
    const first = await waiter()
    await cancel()
    const done = await ok(act(app, 'acceptOffer', first, first.id))
    expect(done).toMatchObject({ state: 'pending', waitingFor: 'staff', dueAt: '2026-11-23T08:12:00.000Z' })
    expect(await ok(act(app, 'confirmBooking', staff, first.id))).toMatchObject({ state: 'confirmed' })
  })

  test('is refused when the week is full, and the offer stays', async () => {
    const first = await waiter()
    await set(app, here, 'booking_quota_per_week', 1)
    await book(app, first, wish(await makeRoom(app, { approval: 'automatic' })))
    await cancel()
    expect((await act(app, 'acceptOffer', first, first.id)).problem).toMatchObject({
      code: 'booking_quota_reached',
      facts: { perWeek: 1 },
    })
    expect(await stateOf(app, first)).toBe('held')
    await app.database.pool.query(`DELETE FROM division_settings WHERE key = 'booking_quota_per_week'`)
    app.deps.cache.drop('divisions')
  })

  test('comes too late from the instant of the deadline on, though nobody has written it down', async () => {
    const [first, second] = [await waiter(), await waiter()]
    await cancel()
    await later(app, '2026-11-23T04:11:59.999Z', first, second)
    expect((await caseOf(app, first, first.id)).can).toContain('accept')
    app.clock.set('2026-11-23T04:12:00.000Z')
    expect(await caseOf(app, first, first.id)).toMatchObject({ state: 'lapsed', can: [], lapsesAt: null })
    expect((await act(app, 'acceptOffer', first, first.id)).problem.code).toBe('offer_over')
    expect((await act(app, 'declineOffer', first, first.id)).problem.code).toBe('offer_over')
    expect(await placeOf(app, second)).toMatchObject({
      state: 'held',
      position: null,
      heldUntil: '2026-11-23T06:12:00.000Z',
    })
    expect((await act(app, 'acceptOffer', first, first.id)).problem.code).toBe('offer_over')
    expect((await noticesOf(app, first)).map((n) => n.kind).sort()).toEqual(['offer_lapsed', 'offer_made'])
  })

  test('with the same key is given once', async () => {
    const [first, second] = [await waiter(), await waiter()]
    await cancel()
    const key = 'a-decline-sent-twice'
    await ok(act(app, 'declineOffer', first, first.id, { key }))
    expect((await ok(act(app, 'declineOffer', first, first.id, { key }))).state).toBe('cancelled')
    expect((await act(app, 'leaveLine', first, first.id, { key })).problem.code).toBe(
      'idempotency_key_reused',
    )
    expect(await stateOf(app, second)).toBe('held')
  })
})

describe('ways in which a slot frees', () => {
  test('a refusal gives it to the line only when it can no longer be taken back', async () => {
    await app.database.pool.query(`UPDATE rooms SET approval = 'staff' WHERE id = $1`, [roomId])
    app.deps.cache.drop(`room ${roomId}`)
    held = await book(app, await makePerson(app), wish(roomId, 18, 20))
    const first = await waiter(18, 20)
    await ok(act(app, 'refuseBooking', staff, held.id, { body: { note: '停电' } }))
    app.clock.advance(5 / 60)
    await settleLines(app.deps, testResources)
    expect(await stateOf(app, first)).toBe('waiting')
    await ok(act(app, 'undoDecision', staff, held.id))
    await ok(act(app, 'refuseBooking', staff, held.id, { body: { note: '停电' } }))
    const { rows } = await app.database.pool.query<{ run_at: Date }>(
      `SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'settle_line' ORDER BY id DESC LIMIT 1`,
    )
    expect(rows[0]?.run_at).toEqual(new Date(app.clock.now().getTime() + 11_000))
    app.clock.advance(11 / 60)
    await settleLines(app.deps, testResources)
    expect(await stateOf(app, first)).toBe('held')
    expect((await act(app, 'undoDecision', staff, held.id)).problem.code).toBe('undo_too_late')
  })

  test('a closure: nobody is offered a room that is closed, until it is open again', async () => {
    const first = await waiter()
    const close = {
      body: { startsAt: localTime('2026-11-25', 14), endsAt: localTime('2026-11-25', 16), reason: '检修' },
      params: { id: roomId },
      token: staff.token,
    }
    await app.database.pool.query(
      `INSERT INTO room_closures (id, room_id, starts_at, ends_at, reason, created_by, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, '检修', $4, now())`,
      [roomId, close.body.startsAt, close.body.endsAt, staff.accountId],
    )
    await cancel()
    expect(await stateOf(app, first)).toBe('waiting')
    await app.database.pool.query('UPDATE room_closures SET removed_at = now() WHERE room_id = $1', [roomId])
    await settleLines(app.deps, testResources)
    expect(await stateOf(app, first)).toBe('held')
  })

  test('the use is over early: the rest of the cleaning time goes to whom it fits', async () => {
    const slow = await makeRoom(app, { approval: 'automatic', bufferMinutes: 90, noticeMinutes: 0 })
    held = await book(app, holder, wish(slow))
    const person = await makePerson(app)
    const first = { ...person, id: (await ok(waitSlot(app, person, wish(slow, 17, 18)))).id }
    await later(app, localTime('2026-11-25', 16), staff, first)
    expect(await stateOf(app, first)).toBe('waiting')
    await ok(act(app, 'completeBooking', staff, held.id))
    expect(await caseOf(app, first, first.id)).toMatchObject({
      state: 'held',
      lapsesAt: localTime('2026-11-25', 17),
    })
  })
})

test('no offer for what begins too soon or has begun; the line ends with the start', async () => {
  await app.database.pool.query('UPDATE rooms SET notice_minutes = 0 WHERE id = $1', [roomId])
  const first = await waiter()
  await later(app, new Date(Date.parse(localTime('2026-11-25', 14)) - 14 * 60_000), holder, first)
  await cancel()
  expect(await placeOf(app, first)).toMatchObject({ state: 'waiting', position: 1 })
  app.clock.set(localTime('2026-11-25', 14))
  expect(await caseOf(app, first, first.id)).toMatchObject({ state: 'lapsed' })
  expect(await placeOf(app, first)).toMatchObject({ state: 'lapsed', position: null })
  expect((await act(app, 'leaveLine', first, first.id)).problem.code).toBe('action_not_open')
  expect((await noticesOf(app, first)).map((n) => n.kind)).toEqual(['line_ended'])
})

test('fifteen minutes before the start somebody is still asked, until the start', async () => {
  await app.database.pool.query('UPDATE rooms SET notice_minutes = 0 WHERE id = $1', [roomId])
  const first = await waiter()
  await later(app, new Date(Date.parse(localTime('2026-11-25', 14)) - 15 * 60_000), holder, first)
  await cancel()
  expect(await caseOf(app, first, first.id)).toMatchObject({
    state: 'held',
    lapsesAt: localTime('2026-11-25', 14),
  })
})
