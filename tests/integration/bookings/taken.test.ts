import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
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
let party: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

const ask = (body: ReturnType<typeof wish>) => app.call('requestBooking', { body, token: party.token })

describe('a slot that is taken', () => {
  test('is answered with the nearest free times of the same length, cleaning kept', async () => {
    const roomId = await makeRoom(app)
    await book(app, await makePerson(app), wish(roomId, 14, 16))
    const { status, problem } = await ask(wish(roomId, 15, 17))
    expect({ status, code: problem.code }).toEqual({ status: 409, code: 'booking_slot_taken' })
    const at = (hour: number, day = '2026-11-25') => ({
      startsAt: localTime(day, hour),
      endsAt: localTime(day, hour + 2),
    })
    expect(problem.facts).toEqual({ alternatives: [at(17), at(18), at(11)] })
  })

  test('keeps its cleaning before and after, and not a minute more', async () => {
    const roomId = await makeRoom(app, { slotMinutes: 30, minMinutes: 30 })
    await book(app, await makePerson(app), wish(roomId, 14, 16))
    expect((await ask(wish(roomId, 16, 17))).problem.code).toBe('booking_slot_taken')
    expect((await ask(wish(roomId, 12, 14))).problem.code).toBe('booking_slot_taken')
    expect((await ask(wish(roomId, 16.5, 17))).status).toBe(201)
    expect((await ask(wish(roomId, 12, 13.5))).status).toBe(201)
  })

  test('has no alternatives where nothing is free', async () => {
    const only = [{ weekday: 3, from: '14:00', to: '16:00' }]
    const roomId = await makeRoom(app, { openings: only })
    await book(app, await makePerson(app), wish(roomId))
    expect((await ask(wish(roomId))).problem.facts).toEqual({ alternatives: [] })
  })
})

describe('a closed period', () => {
  test('is refused where it touches the use, and only there', async () => {
    const roomId = await makeRoom(app)
    const closed = {
      startsAt: localTime('2026-11-25', 14),
      endsAt: localTime('2026-11-25', 16),
      reason: '检修',
    }
    await ok(act(app, 'addClosure', staff, roomId, { body: closed }))
    for (const [from, to] of [
      [14, 16],
      [13, 15],
      [15, 17],
      [13, 17],
    ] as const)
      expect((await ask(wish(roomId, from, to))).problem.code).toBe('booking_closed')
    expect((await ask(wish(roomId, 12, 14))).status).toBe(201)
    expect((await ask(wish(roomId, 16, 18))).status).toBe(201)
  })
})
