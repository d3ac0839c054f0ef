import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import { monday, testApp } from '../../support/app'
import { book, caseOf, ok, set } from '../../support/story'
import { together, values } from '../../support/together'
import {
  here,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
let staff: Person
let roomId: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  roomId = await makeRoom(app)
})

const grandmother = { name: '普秀英', phone: null }
const file = (who: Person, body: object = {}) =>
  app.call<BookingDetail>('fileBooking', {
    body: { ...wish(roomId), person: grandmother, ...body },
    token: who.token,
  })
const subjectOf = async (id: string) =>
  (
    await pool.query<{ id: string; role: string }>(
      'SELECT subject_id AS id, actor_role AS role FROM cases WHERE id = $1',
      [id],
    )
  ).rows[0]

test('who has no telephone has a booking of their own, confirmed at once, with the badge of who stood there', async () => {
  const filed = await ok(file(staff))
  expect(filed).toMatchObject({ state: 'confirmed', readAs: 'staff', facts: { roomId } })
  expect(filed.timeline[0]).toMatchObject({ action: 'request', side: 'staff', by: '杨会琼' })
  expect((await subjectOf(filed.id))?.role).toBe('staff')
  const contact = await ok(
    app.call<{ name: string }>('readContact', { params: { id: filed.id }, token: staff.token }),
  )
  expect(contact.name).toBe('普秀英')
  expect(JSON.stringify(filed)).not.toContain('普秀英')
})

test('whoever has an account under that number and name finds it among their own', async () => {
  const resident = await makePerson(app, { name: '普秀英', phone: '13908780001' })
  const filed = await ok(file(staff, { person: { name: '普秀英', phone: '13908780001' } }))
  expect(await subjectOf(filed.id)).toEqual({ id: resident.accountId, role: 'staff' })
  expect(await caseOf(app, resident, filed.id)).toMatchObject({
    readAs: 'party',
    can: ['cancel', 'reschedule'],
  })
})

test('the rules, the slot and the week are those of everybody', async () => {
  const faults = async (body: object) => (await file(staff, body)).problem.code
  expect(await faults({ startsAt: localTime('2026-11-25', 6), endsAt: localTime('2026-11-25', 8) })).toBe(
    'booking_outside_hours',
  )
  expect(await faults({ attendees: 61 })).toBe('booking_over_capacity')
  await book(app, await makePerson(app), wish(roomId))
  const { status, problem } = await file(staff)
  expect([status, problem.code, problem.facts?.alternatives]).toEqual([
    409,
    'booking_slot_taken',
    expect.any(Array),
  ])
  await set(app, here, 'booking_quota_per_week', 1)
  const number = { person: { name: '普秀英', phone: '13908780002' } }
  await ok(file(staff, { ...wish(roomId, 9, 10), ...number }))
  expect(await faults({ ...wish(roomId, 18, 19), ...number })).toBe('booking_quota_reached')
  await set(app, here, 'booking_quota_per_week', 100)
})

test('what fills a week elsewhere is not told to staff who have nothing to do with it', async () => {
  await set(app, here, 'booking_quota_per_week', 1)
  await set(app, nextDoor, 'booking_quota_per_week', 1)
  const phone = '13908780003'
  const resident = await makePerson(app, { name: '普秀英', phone })
  const there = await makeRoom(app, { community: nextDoor })
  const neighbour = await makePerson(app, { name: '李师傅', grants: [['staff', nextDoor]] })
  const id = (await book(app, resident, wish(roomId))).id
  const filed = (who: Person, room: string) =>
    file(who, { ...wish(room, 18, 19), person: { name: '普秀英', phone } })
  expect((await filed(neighbour, there)).problem.facts).toEqual({ perWeek: 1, bookings: [] })
  expect((await filed(staff, roomId)).problem.facts?.bookings).toEqual([expect.objectContaining({ id })])
  const later = (await book(app, resident, wish(there, 14, 16, '2026-12-02'))).id
  const moved = await app.call('rescheduleBooking', {
    params: { id: later },
    body: { startsAt: localTime('2026-11-25', 9), endsAt: localTime('2026-11-25', 11), note: '那天有活动' },
    token: neighbour.token,
  })
  expect([moved.problem.code, moved.problem.facts?.bookings]).toEqual(['booking_quota_reached', []])
  for (const code of [here, nextDoor]) await set(app, code, 'booking_quota_per_week', 100)
})

test('who stands on both sides of the counter asks like everybody', async () => {
  const own = await makePerson(app, { name: '普文', phone: '13908780004', grants: [['staff', here]] })
  const filed = await ok(file(own, { person: { name: '普文', phone: '13908780004' } }))
  expect(filed).toMatchObject({ state: 'pending', readAs: 'party' })
  expect(
    (await app.call('confirmBooking', { params: { id: filed.id }, body: {}, token: own.token })).status,
  ).toBe(403)
})

test('the note names nobody', async () => {
  expect((await file(staff, { note: '普秀英生日' })).problem.errors).toEqual([
    expect.objectContaining({ path: 'body.note' }),
  ])
})

test('staff of another community do not', async () => {
  const other = await makePerson(app, { name: '李师傅', grants: [['staff', nextDoor]] })
  expect((await file(other)).status).toBe(404)
})

test('of ten at once at ten counters, one has the hour', async () => {
  const answers = values(await together(10, () => file(staff, { person: { name: '普秀英', phone: null } })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
    new Set(['booking_slot_taken']),
  )
})
