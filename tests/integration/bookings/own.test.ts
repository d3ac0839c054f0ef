/** One's own booking is one's own: on the day, when it is asked for again, and when the week is used up. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BusyPeriod, RoomDay } from '../../../bff/contracts/src/rooms'
import { monday, testApp } from '../../support/app'
import { moveTo } from '../../support/care'
import { book, ok } from '../../support/story'
import { makeDivisions, makePerson, makeRoom, nextDoor, type Person, wish } from '../../support/world'

const app = await testApp()
let me: Person
let other: Person
let roomId: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  ;[me, other] = [await makePerson(app), await makePerson(app)]
  roomId = await makeRoom(app)
})

const busy = async (token?: string): Promise<BusyPeriod[]> => {
  const asked = { params: { id: roomId }, query: { from: '2026-11-25', days: '1' }, ...(token && { token }) }
  const { days } = await ok(app.call<{ days: RoomDay[] }>('listRoomDays', asked))
  return (days[0] as RoomDay).busy
}

describe('on the day of a room', () => {
  test('it is told to its person alone', async () => {
    const { id } = await book(app, me, wish(roomId, 14, 16))
    const theirs = await book(app, other, wish(roomId, 17, 18))
    const own = (periods: BusyPeriod[]) => periods.map(({ kind, caseId }) => `${kind} ${caseId ?? '-'}`)
    expect(own(await busy(me.token))).toEqual([`booked ${id}`, 'cleaning -', 'booked -', 'cleaning -'])
    expect(own(await busy(other.token))).toEqual([
      'booked -',
      'cleaning -',
      `booked ${theirs.id}`,
      'cleaning -',
    ])
    expect(JSON.stringify(await busy())).not.toContain('caseId')
  })
})

describe('asked for again', () => {
  test.each(['requestBooking', 'waitForSlot'] as const)('%s says that one has it', async (ask) => {
    const { id } = await book(app, me, wish(roomId, 14, 16))
    for (const [from, to] of [
      [14, 16],
      [15, 17],
      [13, 15],
    ] as const) {
      const { problem } = await app.call(ask, { body: wish(roomId, from, to), token: me.token })
      expect(problem).toMatchObject({ code: 'booking_already_yours', facts: { caseId: id } })
    }
    expect((await app.call(ask, { body: wish(roomId, 14, 16), token: other.token })).problem?.code).toBe(
      ask === 'requestBooking' ? 'booking_slot_taken' : undefined,
    )
  })
})

test('a quota that is used up names the bookings of that week, and no others', async () => {
  const elsewhere = await makeRoom(app, { community: nextDoor, name: '阅览室' })
  const used = []
  for (const [room, hour, day] of [
    [roomId, 10, '2026-11-26'],
    [elsewhere, 12, '2026-11-25'],
    [roomId, 14, '2026-11-27'],
    [roomId, 16, '2026-11-28'],
  ] as const)
    used.push(await book(app, me, wish(room, hour, hour + 1, day)))
  await book(app, me, wish(roomId, 10, 11, '2026-12-01'))
  await book(app, other, wish(roomId, 18, 19, '2026-11-26'))
  const { problem } = await app.call('requestBooking', { body: wish(roomId, 19, 20), token: me.token })
  expect(problem.code).toBe('booking_quota_reached')
  const facts = problem.facts as { bookings: { id: string; roomName: string }[] }
  expect(facts.bookings.map(({ id, roomName }) => [id, roomName])).toEqual([
    [used[1]?.id, '阅览室'],
    [used[0]?.id, '三楼多功能厅'],
    [used[2]?.id, '三楼多功能厅'],
    [used[3]?.id, '三楼多功能厅'],
  ])
})

test('of a used-up week it says which bookings can still be cancelled: not what was used', async () => {
  const hours = [10, 12, 14, 16] as const
  const rooms = await Promise.all(
    hours.map((hour) => makeRoom(app, hour === 10 ? {} : { approval: 'automatic' })),
  )
  const used: string[] = []
  for (const [n, hour] of hours.entries())
    used.push((await book(app, me, wish(rooms[n] as string, hour, hour + 1, '2026-11-25'))).id)
  await moveTo(app, '2026-11-25T06:30:00Z', me)
  const { problem } = await app.call('requestBooking', {
    body: wish(roomId, 19, 20, '2026-11-26'),
    token: me.token,
  })
  const { bookings } = problem.facts as { bookings: { id: string; canCancel: boolean }[] }
  expect(bookings.map(({ id, canCancel }) => [id, canCancel])).toEqual([
    // Nobody has answered it: it counts, was not used, and can go.
    [used[0], true],
    [used[1], false],
    [used[2], false],
    [used[3], true],
  ])
  for (const { id, canCancel } of bookings) {
    const answer = await app.call('cancelBooking', { params: { id }, body: {}, token: me.token })
    expect([id, answer.status === 200]).toEqual([id, canCancel])
  }
})
