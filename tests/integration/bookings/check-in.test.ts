import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import type { RoomDoor } from '../../../bff/contracts/src/check-in'
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
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [party, staff] = [] as unknown as [Person, Person]
let [roomId, id, code] = ['', '', '']

const day = '2026-11-25'
const at = async (time: number) => {
  app.clock.set(localTime(day, time))
  party = await signIn(app.deps, party.accountId)
  staff = await signIn(app.deps, staff.accountId)
}
const minutes = (n: number) => n / 60
const door = async (room: string) =>
  ok(app.call<RoomDoor>('readDoor', { params: { id: room }, token: staff.token }))
const scan = (who: Person, said = code) =>
  app.call<BookingDetail>('checkInAtDoor', { body: { code: said }, token: who.token })
const read = async (who: Person) => (await caseOf(app, who, id)) as BookingDetail
const actions = async () => (await read(staff)).timeline.map(({ action, side }) => `${action} ${side}`)

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  roomId = await makeRoom(app, { approval: 'automatic' })
  id = (await book(app, party, wish(roomId))).id
  code = (await door(roomId)).code
})

describe('the code at the door', () => {
  test('checks its person in from a quarter before the start, once, and says so in the timeline', async () => {
    await at(14 - minutes(15))
    expect((await read(party)).can).toContain('arrive')
    const said = await ok(scan(party))
    expect(said).toMatchObject({
      id,
      state: 'confirmed',
      facts: { checkedInAt: localTime(day, 14 - minutes(15)) },
    })
    await at(14)
    expect((await ok(scan(party))).facts.checkedInAt).toBe(localTime(day, 14 - minutes(15)))
    expect(await actions()).toEqual(['request party', 'arrive party'])
    expect((await read(party)).can).not.toContain('arrive')
    await deliverAll(app)
    const { rows } = await pool.query('SELECT kind FROM notices WHERE case_id = $1', [id])
    expect(rows).toEqual([{ kind: 'booking_confirmed' }])
  })

  test('too early, too late, in front of another room, without a booking, or before staff agreed: each is said', async () => {
    await at(14 - minutes(16))
    const early = (await scan(party)).problem
    expect([early.code, early.facts]).toEqual([
      'check_in_early',
      { caseId: id, from: localTime(day, 14 - minutes(15)) },
    ])
    await at(16)
    expect((await scan(party)).problem.code).toBe('check_in_over')
    await at(14)
    const other = (await scan(party, (await door(await makeRoom(app))).code)).problem
    expect([other.code, other.facts]).toEqual([
      'check_in_elsewhere',
      { caseId: id, roomName: '三楼多功能厅' },
    ])
    expect((await scan(await makePerson(app))).problem.code).toBe('check_in_none')
    app.clock.set(monday)
    const agreed = await makeRoom(app)
    party = await signIn(app.deps, party.accountId)
    staff = await signIn(app.deps, staff.accountId)
    await ok(act(app, 'cancelBooking', party, id))
    await book(app, party, wish(agreed))
    await at(14)
    expect((await scan(party, (await door(agreed)).code)).problem.code).toBe('check_in_pending')
  })

  test('a code that nobody signed, or that has been renewed, counts no more; a picture of it gives nobody a booking', async () => {
    await at(14)
    expect((await scan(party, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)).problem.code).toBe(
      'door_code_unknown',
    )
    const renew = () =>
      app.call<RoomDoor>('renewDoor', { params: { id: roomId }, body: { number: 1 }, token: staff.token })
    const [one, two] = [await ok(renew()), await ok(renew())]
    expect([one.number, two]).toEqual([2, one])
    expect((await scan(party)).problem.code).toBe('door_code_unknown')
    expect((await ok(scan(party, one.code))).facts.checkedInAt).not.toBeNull()
    expect(one.link).toContain(`/rooms/check-in?code=${one.code}`)
  })

  test('of two uses one after the other the first one is meant, then the next', async () => {
    app.clock.set(monday)
    const room = await makeRoom(app, { approval: 'automatic', bufferMinutes: 0 })
    const said = (await door(room)).code
    const first = await book(app, party, wish(room, 9, 10))
    const next = await book(app, party, wish(room, 10, 11))
    await at(10 - minutes(10))
    expect((await ok(scan(party, said))).id).toBe(first.id)
    expect((await ok(scan(party, said))).id).toBe(next.id)
    expect((await ok(scan(party, said))).id).toBe(next.id)
  })
})

describe('at the desk', () => {
  test('staff say that somebody came, and take it back; the party does not', async () => {
    await at(14 - minutes(16))
    expect((await act(app, 'checkInBooking', staff, id)).problem.code).toBe('action_not_open')
    await at(14)
    expect((await act(app, 'checkInBooking', party, id)).problem.code).toBe('not_allowed')
    const key = randomUUID()
    await ok(act(app, 'checkInBooking', staff, id, { key }))
    await ok(act(app, 'checkInBooking', staff, id, { key }))
    expect((await read(staff)).can).toContain('uncheck')
    expect(((await ok(act(app, 'uncheckBooking', staff, id))) as BookingDetail).facts.checkedInAt).toBeNull()
    expect(await actions()).toEqual(['request party', 'check_in staff', 'uncheck staff'])
  })

  test('a room to which nobody came is given on after a quarter, and kept by nobody', async () => {
    await at(14 + minutes(14))
    expect((await act(app, 'releaseBooking', staff, id)).problem.code).toBe('action_not_open')
    await at(14 + minutes(15))
    expect((await ok(act(app, 'releaseBooking', staff, id))).state).toBe('missed')
    expect((await scan(party)).problem.code).toBe('check_in_released')
    await book(app, await makePerson(app), wish(roomId, 16, 17))
    const { rows } = await pool.query('SELECT used FROM booking_quotas WHERE subject_id = $1', [
      party.accountId,
    ])
    expect(rows).toEqual([{ used: 1 }])
    const { rows: rights } = await pool
      .query('SELECT FROM rating_rights WHERE case_id = $1', [id])
      .catch(() => ({ rows: [] }))
    expect(rights).toEqual([])
  })

  test('whoever came is not given on', async () => {
    await at(14 + minutes(20))
    await ok(scan(party))
    expect((await act(app, 'releaseBooking', staff, id)).problem.code).toBe('action_not_open')
  })

  test('given on, and back again while nobody else has it: its person is told both, once they were told the first', async () => {
    await deliverAll(app)
    await at(14 + minutes(20))
    await ok(act(app, 'releaseBooking', staff, id))
    await deliverAll(app)
    staff = await signIn(app.deps, staff.accountId)
    expect((await ok(act(app, 'regainBooking', staff, id))).state).toBe('confirmed')
    await deliverAll(app)
    const told = async () =>
      (
        await pool.query<{ kind: string }>(
          'SELECT kind FROM notices WHERE case_id = $1 AND delivered_at IS NOT NULL ORDER BY created_at',
          [id],
        )
      ).rows.map(({ kind }) => kind)
    expect(await told()).toEqual(['booking_confirmed', 'booking_missed', 'booking_confirmed'])
  })

  test('somebody who waits for the rest is offered it, and then nobody takes it back', async () => {
    // A room that asks for no notice: rules hold for whoever waits as for everybody.
    roomId = await makeRoom(app, { approval: 'automatic', noticeMinutes: 0 })
    id = (await book(app, party, wish(roomId))).id
    const waits = await makePerson(app)
    const waiting = await ok(
      app.call<BookingDetail>('waitForSlot', { body: wish(roomId, 15, 16), token: waits.token }),
    )
    await at(14 + minutes(15))
    await ok(act(app, 'releaseBooking', staff, id))
    const { rows } = await pool.query('SELECT state FROM cases WHERE id = $1', [waiting.id])
    expect(rows).toEqual([{ state: 'held' }])
    expect((await act(app, 'regainBooking', staff, id)).problem.code).toBe('booking_slot_taken')
    expect((await read(staff)).state).toBe('missed')
  })

  test('after the end nothing is given on or taken back', async () => {
    await at(14 + minutes(15))
    await ok(act(app, 'releaseBooking', staff, id))
    await at(16)
    expect((await act(app, 'regainBooking', staff, id)).problem.code).toBe('action_not_open')
    expect((await read(staff)).can).not.toContain('regain')
  })
})
