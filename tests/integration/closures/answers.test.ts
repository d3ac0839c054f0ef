import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import type { Closure, MetBooking } from '../../../bff/contracts/src/closures'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, deliverAll, ok } from '../../support/story'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [party, staff] = [] as unknown as [Person, Person]
let [hall, small, large] = ['', '', '']

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query(`UPDATE rooms SET retired_at = now() WHERE retired_at IS NULL`)
  app.deps.cache.drop(`rooms ${here}`)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  hall = await makeRoom(app, { name: '多功能厅' })
  small = await makeRoom(app, { name: '小会议室', capacity: 10 })
  large = await makeRoom(app, { name: '大会议室', capacity: 40 })
})

const span = (from = 12, to = 18, day = '2026-11-25') => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
})
interface Made {
  closures: Closure[]
  moved: number
  kept: number
  cancelled: number
}
const close = (body: object = {}, who = staff, key?: string) =>
  app.call<Made>('closeRooms', {
    body: { roomIds: [hall], ...span(), reason: '检修', kind: 'closed', weeks: 1, answers: [], ...body },
    token: who.token,
    ...(key && { key }),
  })
const met = async (query: object = span()) =>
  (
    await ok(
      app.call<{ bookings: MetBooking[] }>('listMetBookings', {
        params: { id: hall },
        query: query as Record<string, string>,
        token: staff.token,
      }),
    )
  ).bookings
const confirmed = async (from = 14, to = 16, day?: string) => {
  const { id } = await book(app, party, wish(hall, from, to, day))
  await ok(act(app, 'confirmBooking', staff, id))
  return id
}
const read = async (id: string) => (await caseOf(app, party, id)) as BookingDetail

describe('each answer', () => {
  test('moved: it is in the other room at the same time, and its person is told why', async () => {
    const id = await confirmed()
    const made = await ok(close({ answers: [{ caseId: id, answer: 'move', roomId: large }] }))
    expect(made).toMatchObject({
      moved: 1,
      kept: 0,
      cancelled: 0,
      closures: [{ roomId: hall, kind: 'closed' }],
    })
    const one = await read(id)
    expect(one).toMatchObject({
      state: 'confirmed',
      title: '大会议室',
      ...span(14, 16),
      facts: { roomId: large },
    })
    expect(one.facts.before?.roomName).toBe('多功能厅')
    expect(one.timeline.at(-1)).toMatchObject({ action: 'reschedule', by: '杨会琼' })
    expect(one.timeline.at(-1)?.note).toContain('检修')
    await deliverAll(app)
    const { rows } = await pool.query(
      `SELECT kind FROM notices WHERE case_id = $1 AND kind = 'booking_rescheduled'`,
      [id],
    )
    expect(rows).toHaveLength(1)
  })

  test('kept: it stays, and nothing else can be booked there', async () => {
    const id = await confirmed()
    expect((await ok(close({ answers: [{ caseId: id, answer: 'keep' }] }))).kept).toBe(1)
    expect((await read(id)).state).toBe('confirmed')
    const other = await app.call('requestBooking', { body: wish(hall, 12, 13), token: party.token })
    expect(other.problem.code).toBe('booking_closed')
  })

  test('called off: an apology, another room, and the place in the week is free again', async () => {
    const id = await confirmed()
    const asked = (await book(app, party, wish(hall, 17, 18))).id
    await ok(
      close({
        answers: [
          { caseId: id, answer: 'cancel', roomId: large },
          { caseId: asked, answer: 'cancel' },
        ],
      }),
    )
    const one = await read(id)
    expect(one).toMatchObject({ state: 'cancelled', facts: { alternativeRoomId: large } })
    expect(one.timeline.at(-1)?.note).toBe('很抱歉，这个时间场地用不了：检修')
    expect((await read(asked)).state).toBe('refused')
    const { rows } = await pool.query('SELECT used FROM booking_quotas WHERE subject_id = $1', [
      party.accountId,
    ])
    expect(rows).toEqual([{ used: 0 }])
  })

  test('an offer that nobody took is called off, and nobody waits at a closed door', async () => {
    const id = await confirmed()
    const waiting = await ok(
      app.call<BookingDetail>('waitForSlot', { body: wish(hall), token: (await makePerson(app)).token }),
    )
    await ok(act(app, 'cancelBooking', party, id))
    const [offer] = await met()
    expect(offer).toMatchObject({
      caseId: waiting.id,
      state: 'held',
      answers: ['keep', 'cancel'],
      instead: expect.any(Array),
    })
    await ok(close({ answers: [{ caseId: waiting.id, answer: 'cancel' }] }))
    const { rows } = await pool.query(
      'SELECT c.state, e.ended_at IS NOT NULL AS ended FROM cases c JOIN line_entries e ON e.case_id = c.id WHERE c.id = $1',
      [waiting.id],
    )
    expect(rows).toEqual([{ state: 'cancelled', ended: true }])
  })

  test.each([
    ['a room that is too small', () => small],
    ['the room that closes', () => hall],
    ['no room', () => undefined],
  ])('moved to %s: nothing is closed and nothing has moved', async (_, roomId) => {
    const id = await confirmed()
    const { problem } = await close({ answers: [{ caseId: id, answer: 'move', roomId: roomId() }] })
    expect([problem.code, problem.facts?.caseId]).toEqual(['closure_move_refused', id])
    expect(await read(id)).toMatchObject({ state: 'confirmed', title: '多功能厅' })
  })

  test('two are moved into one free hour: all of it is taken back', async () => {
    const other = await makeRoom(app, { name: '排练厅' })
    const [one, two] = [await confirmed(), (await book(app, party, wish(other))).id]
    const answers = [one, two].map((caseId) => ({ caseId, answer: 'move', roomId: large }))
    expect((await close({ roomIds: [hall, other], answers })).problem.code).toBe('closure_move_refused')
    expect((await read(one)).title).toBe('多功能厅')
  })
})
