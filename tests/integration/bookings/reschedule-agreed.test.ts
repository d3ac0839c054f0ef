import { beforeEach, describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import { testApp } from '../../support/app'
import { at, moveStage, thursday } from '../../support/moves'
import { act, book, caseOf, deliverAll, ok, set } from '../../support/story'
import { here, localTime, makePerson, makeRoom, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const stage = moveStage(app)

describe('of a room for which staff have to agree', () => {
  let roomId: string
  let id: string
  let wished: string
  beforeEach(async () => {
    await set(app, here, 'booking_quota_per_week', 1)
    roomId = await makeRoom(app)
    id = (await book(app, stage.party, wish(roomId))).id
  })
  const confirmed = async () => {
    await ok(act(app, 'confirmBooking', stage.staff, id))
    await deliverAll(app)
    wished = ((await ok(stage.move(stage.party, id, thursday))) as BookingDetail).facts.wished?.caseId ?? ''
  }

  test('a request moves in place, and stage.staff have all their time again', async () => {
    const { dueAt } = await caseOf(app, stage.party, id)
    app.clock.advance(10)
    const moved = await ok(stage.move(stage.party, id, thursday))
    expect(moved).toMatchObject({ id, state: 'pending', ...thursday })
    expect(Date.parse(moved.dueAt ?? '') - Date.parse(dueAt ?? '')).toBe(10 * 60_000)
  })

  test('what is confirmed is kept until stage.staff agree: then it gives way in the same instant', async () => {
    await confirmed()
    expect(await stage.read(stage.party, id)).toMatchObject({
      state: 'confirmed',
      startsAt: localTime('2026-11-25', 14),
    })
    const asked = await stage.read(stage.staff, wished)
    expect(asked).toMatchObject({ state: 'pending', ...thursday, facts: { replacesCaseId: id } })
    expect(asked.facts.replaces).toMatchObject({ startsAt: localTime('2026-11-25', 14) })
    const yes = await ok(act(app, 'confirmBooking', stage.staff, wished))
    expect(yes).toMatchObject({ state: 'confirmed', undoUntil: null })
    expect(yes.can).not.toContain('undo')
    expect((await stage.read(stage.party, id)).state).toBe('replaced')
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 1 }])
    await book(app, await makePerson(app), wish(roomId))
  })

  test('refused, nothing has changed and nothing is used twice', async () => {
    await confirmed()
    await ok(act(app, 'refuseBooking', stage.staff, wished, { body: { note: '那天有会' } }))
    expect(await stage.read(stage.party, id)).toMatchObject({ state: 'confirmed', facts: { wished: null } })
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 1 }])
  })

  test('one wish at once; the wish itself moves', async () => {
    await confirmed()
    const friday = at('2026-11-27', 9, 11)
    const { problem } = await stage.move(stage.party, id, friday)
    expect([problem.code, problem.facts?.caseId]).toEqual(['booking_change_open', wished])
    expect(await ok(stage.move(stage.party, wished, friday))).toMatchObject({
      id: wished,
      state: 'pending',
      ...friday,
    })
  })

  test('the old one cancelled, the wish stands by itself and takes its place in the week', async () => {
    await confirmed()
    await ok(act(app, 'cancelBooking', stage.party, id))
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 1 }])
    await ok(act(app, 'confirmBooking', stage.staff, wished))
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 1 }])
    await ok(act(app, 'cancelBooking', stage.party, wished))
    expect(await stage.used()).toEqual([])
  })

  test('an hour later: the wish may lie over what it is to replace, and over nobody else’s', async () => {
    await ok(act(app, 'confirmBooking', stage.staff, id))
    await deliverAll(app)
    const later = at('2026-11-25', 15, 17)
    wished = ((await ok(stage.move(stage.party, id, later))) as BookingDetail).facts.wished?.caseId ?? ''
    const other = await app.call('requestBooking', {
      body: wish(roomId, 16, 17),
      token: (await makePerson(app)).token,
    })
    expect(other.problem.code).toBe('booking_slot_taken')
    app.clock.set(localTime('2026-11-25', 14.5))
    await stage.freshStaff()
    await ok(act(app, 'confirmBooking', stage.staff, wished))
    const { rows } = await pool.query('SELECT state FROM bookings WHERE room_id = $1 ORDER BY starts_at', [
      roomId,
    ])
    expect(rows).toEqual([{ state: 'replaced' }, { state: 'confirmed' }])
  })

  test('confirmed after the old one has begun, both are used and both count, where the week holds two', async () => {
    await confirmed()
    await set(app, here, 'booking_quota_per_week', 2)
    app.clock.set(localTime('2026-11-25', 15))
    await stage.freshStaff()
    await ok(act(app, 'confirmBooking', stage.staff, wished))
    const { rows } = await pool.query('SELECT id, state FROM cases WHERE id = ANY ($1) ORDER BY state', [
      [id, wished],
    ])
    expect(rows.map(({ state }) => state as string)).toEqual(['confirmed', 'confirmed'])
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 2 }])
  })

  test('where it holds one, staff are told that the old one has begun, and can refuse the wish', async () => {
    await confirmed()
    app.clock.set(localTime('2026-11-25', 15))
    await stage.freshStaff()
    const { status, problem } = await act(app, 'confirmBooking', stage.staff, wished)
    expect([status, problem.code]).toEqual([409, 'booking_old_begun'])
    expect(await stage.read(stage.staff, wished)).toMatchObject({ state: 'pending' })
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 1 }])
    await ok(act(app, 'refuseBooking', stage.staff, wished, { body: { note: '原来的时间已经开始' } }))
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 1 }])
  })

  test('into another week it takes a place there, and gives the old one back when stage.staff agree', async () => {
    await ok(act(app, 'confirmBooking', stage.staff, id))
    const next = at('2026-12-01', 9, 11)
    wished = ((await ok(stage.move(stage.party, id, next))) as BookingDetail).facts.wished?.caseId ?? ''
    expect((await stage.used()).map((row) => row.used)).toEqual([1, 1])
    await ok(act(app, 'confirmBooking', stage.staff, wished))
    expect(await stage.used()).toEqual([{ week: '2026-11-30', used: 1 }])
  })

  test('an hour later, and an hour later once more', async () => {
    await ok(act(app, 'confirmBooking', stage.staff, id))
    await deliverAll(app)
    for (const from of [15, 16]) {
      const asked = (await ok(stage.move(stage.party, id, at('2026-11-25', from, from + 2)))) as BookingDetail
      id = asked.facts.wished?.caseId ?? ''
      await ok(act(app, 'confirmBooking', stage.staff, id))
      await deliverAll(app)
    }
    const { rows } = await pool.query('SELECT state FROM bookings WHERE room_id = $1 ORDER BY starts_at', [
      roomId,
    ])
    expect(rows).toEqual([{ state: 'replaced' }, { state: 'replaced' }, { state: 'confirmed' }])
  })

  test('right after the old one, which has begun: it goes on into the new one, cleaning and all', async () => {
    await ok(act(app, 'confirmBooking', stage.staff, id))
    await deliverAll(app)
    const next = (await ok(stage.move(stage.party, id, at('2026-11-25', 16, 18)))) as BookingDetail
    wished = next.facts.wished?.caseId ?? ''
    app.clock.set(localTime('2026-11-25', 14.5))
    await stage.freshStaff()
    expect(await ok(act(app, 'confirmBooking', stage.staff, wished))).toMatchObject({ state: 'confirmed' })
    const { rows } = await pool.query('SELECT state FROM bookings WHERE case_id = $1', [id])
    expect(rows).toEqual([{ state: 'replaced' }])
  })

  test('a refusal is not taken back once its person has asked for yet another time', async () => {
    await confirmed()
    await ok(act(app, 'refuseBooking', stage.staff, wished, { body: { note: '那天有会' } }))
    await ok(stage.move(stage.party, id, at('2026-11-27', 9, 11)))
    expect((await act(app, 'undoDecision', stage.staff, wished)).problem.code).toBe('undo_too_late')
  })
})
