import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, deliverAll, ok, set } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [party, staff] = [] as unknown as [Person, Person]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

const at = (day: string, from: number, to: number) => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
})
const thursday = at('2026-11-26', 9, 11)
const move = (who: Person, id: string, body: object, key?: string) =>
  act(app, 'rescheduleBooking', who, id, { body, ...(key && { key }) })
const read = async (who: Person, id: string) => (await caseOf(app, who, id)) as BookingDetail
const used = async () =>
  (
    await pool.query<{ week: string; used: number }>(
      'SELECT week::text, used FROM booking_quotas WHERE subject_id = $1 AND used > 0 ORDER BY week',
      [party.accountId],
    )
  ).rows
describe('of a room for which staff have to agree', () => {
  let roomId: string
  let id: string
  let wished: string
  beforeEach(async () => {
    await set(app, here, 'booking_quota_per_week', 1)
    roomId = await makeRoom(app)
    id = (await book(app, party, wish(roomId))).id
  })
  const confirmed = async () => {
    await ok(act(app, 'confirmBooking', staff, id))
    await deliverAll(app)
    wished = ((await ok(move(party, id, thursday))) as BookingDetail).facts.wished?.caseId ?? ''
  }

  test('a request moves in place, and staff have all their time again', async () => {
    const { dueAt } = await caseOf(app, party, id)
    app.clock.advance(10)
    const moved = await ok(move(party, id, thursday))
    expect(moved).toMatchObject({ id, state: 'pending', ...thursday })
    expect(Date.parse(moved.dueAt ?? '') - Date.parse(dueAt ?? '')).toBe(10 * 60_000)
  })

  test('what is confirmed is kept until staff agree: then it gives way in the same instant', async () => {
    await confirmed()
    expect(await read(party, id)).toMatchObject({ state: 'confirmed', startsAt: localTime('2026-11-25', 14) })
    const asked = await read(staff, wished)
    expect(asked).toMatchObject({ state: 'pending', ...thursday, facts: { replacesCaseId: id } })
    expect(asked.facts.replaces).toMatchObject({ startsAt: localTime('2026-11-25', 14) })
    const yes = await ok(act(app, 'confirmBooking', staff, wished))
    expect(yes).toMatchObject({ state: 'confirmed', undoUntil: null })
    expect(yes.can).not.toContain('undo')
    expect((await read(party, id)).state).toBe('replaced')
    expect(await used()).toEqual([{ week: '2026-11-23', used: 1 }])
    await book(app, await makePerson(app), wish(roomId))
  })

  test('refused, nothing has changed and nothing is used twice', async () => {
    await confirmed()
    await ok(act(app, 'refuseBooking', staff, wished, { body: { note: '那天有会' } }))
    expect(await read(party, id)).toMatchObject({ state: 'confirmed', facts: { wished: null } })
    expect(await used()).toEqual([{ week: '2026-11-23', used: 1 }])
  })

  test('one wish at once; the wish itself moves', async () => {
    await confirmed()
    const friday = at('2026-11-27', 9, 11)
    const { problem } = await move(party, id, friday)
    expect([problem.code, problem.facts?.caseId]).toEqual(['booking_change_open', wished])
    expect(await ok(move(party, wished, friday))).toMatchObject({ id: wished, state: 'pending', ...friday })
  })

  test('the old one cancelled, the wish stands by itself and takes its place in the week', async () => {
    await confirmed()
    await ok(act(app, 'cancelBooking', party, id))
    expect(await used()).toEqual([{ week: '2026-11-23', used: 1 }])
    await ok(act(app, 'confirmBooking', staff, wished))
    expect(await used()).toEqual([{ week: '2026-11-23', used: 1 }])
    await ok(act(app, 'cancelBooking', party, wished))
    expect(await used()).toEqual([])
  })

  test('an hour later: the wish may lie over what it is to replace, and over nobody else’s', async () => {
    await ok(act(app, 'confirmBooking', staff, id))
    await deliverAll(app)
    const later = at('2026-11-25', 15, 17)
    wished = ((await ok(move(party, id, later))) as BookingDetail).facts.wished?.caseId ?? ''
    const other = await app.call('requestBooking', {
      body: wish(roomId, 16, 17),
      token: (await makePerson(app)).token,
    })
    expect(other.problem.code).toBe('booking_slot_taken')
    app.clock.set(localTime('2026-11-25', 14.5))
    staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    await ok(act(app, 'confirmBooking', staff, wished))
    const { rows } = await pool.query('SELECT state FROM bookings WHERE room_id = $1 ORDER BY starts_at', [
      roomId,
    ])
    expect(rows).toEqual([{ state: 'replaced' }, { state: 'confirmed' }])
  })

  test('confirmed after the old one has begun, both are used and both count', async () => {
    await confirmed()
    app.clock.set(localTime('2026-11-25', 15))
    staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    await ok(act(app, 'confirmBooking', staff, wished))
    const { rows } = await pool.query('SELECT id, state FROM cases WHERE id = ANY ($1) ORDER BY state', [
      [id, wished],
    ])
    expect(rows.map(({ state }) => state as string)).toEqual(['confirmed', 'confirmed'])
    expect(await used()).toEqual([{ week: '2026-11-23', used: 2 }])
  })

  test('into another week it takes a place there, and gives the old one back when staff agree', async () => {
    await ok(act(app, 'confirmBooking', staff, id))
    const next = at('2026-12-01', 9, 11)
    wished = ((await ok(move(party, id, next))) as BookingDetail).facts.wished?.caseId ?? ''
    expect((await used()).map((row) => row.used)).toEqual([1, 1])
    await ok(act(app, 'confirmBooking', staff, wished))
    expect(await used()).toEqual([{ week: '2026-11-30', used: 1 }])
  })
})
