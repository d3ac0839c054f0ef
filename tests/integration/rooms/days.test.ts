import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { BusyPeriod, Room, RoomDay } from '../../../bff/contracts/src/rooms'
import { buildTestApp, monday, type TestApp, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import {
  everyDay,
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
const other = await buildTestApp(app.database, inject('redisUrl'))
afterAll(() => other.close())
let party: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  for (const { clock } of [app, other]) clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

const at = (from: number, to: number, day = '2026-11-25') => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
})

const days = async (id: string, query: Record<string, string> = {}): Promise<RoomDay[]> =>
  (await ok(app.call<{ days: RoomDay[] }>('listRoomDays', { params: { id }, query }))).days

interface View {
  rooms: { id: string; open: unknown[]; busy: BusyPeriod[] }[]
}
const view = async (from: TestApp, roomId: string, day = '2026-11-25') => {
  const { rooms } = await ok(from.call<View>('getCommunityDay', { params: { code: here, day } }))
  return rooms.find((r) => r.id === roomId)
}

describe('the days of a room', () => {
  test('are fourteen from today, each with its hours', async () => {
    const list = await days(await makeRoom(app, { horizonDays: 7 }))
    expect(list.map((d) => d.day)).toEqual(
      Array.from({ length: 14 }, (_, n) =>
        new Date(Date.parse(monday) + n * 86_400_000).toISOString().slice(0, 10),
      ),
    )
    expect(list[0]).toEqual({
      day: '2026-11-23',
      open: [at(9, 21, '2026-11-23')],
      busy: [],
      bookableFrom: '2026-11-23T03:12:00.000Z',
      bookable: [at(12, 21, '2026-11-23')],
      left: 'free',
      freeMinutes: 540,
    })
    expect(list[1]?.bookableFrom).toBe(localTime('2026-11-24', 0))
    expect([list[7]?.bookableFrom, list[8]?.bookableFrom]).toEqual([localTime('2026-11-30', 0), null])
  })

  test('show uses, cleaning and closures in order, cut to the opening hours', async () => {
    const roomId = await makeRoom(app, { openings: everyDay('09:00', '16:15') })
    await book(app, party, wish(roomId, 9, 11))
    await book(app, party, wish(roomId, 14, 16))
    await ok(act(app, 'addClosure', staff, roomId, { body: { ...at(12, 13), reason: '检修' } }))
    const [day] = await days(roomId, { from: '2026-11-25', days: '1' })
    expect(day?.busy).toEqual([
      { kind: 'booked', ...at(9, 11) },
      { kind: 'cleaning', ...at(11, 11.5) },
      { kind: 'closed', ...at(12, 13) },
      { kind: 'booked', ...at(14, 16) },
      { kind: 'cleaning', ...at(16, 16.25) },
    ])
  })

  test('in the past, or at the end of a month, are days like others', async () => {
    const roomId = await makeRoom(app)
    const list = await days(roomId, { from: '2026-10-30', days: '4' })
    expect(list.map((d) => [d.day, d.bookableFrom])).toEqual([
      ['2026-10-30', null],
      ['2026-10-31', null],
      ['2026-11-01', null],
      ['2026-11-02', null],
    ])
  })
})

describe('the day view', () => {
  test('shows a booking at once where it was made, and a second later everywhere', async () => {
    const roomId = await makeRoom(app)
    for (const each of [app, other]) expect((await view(each, roomId))?.busy).toEqual([])
    const { id } = await book(app, party, wish(roomId, 14, 16))
    const busy = [
      { kind: 'booked', ...at(14, 16) },
      { kind: 'cleaning', ...at(16, 16.5) },
    ]
    expect((await view(app, roomId))?.busy).toEqual(busy)
    other.clock.advance(1 / 60)
    expect((await view(other, roomId))?.busy).toEqual(busy)
    await ok(act(app, 'cancelBooking', party, id))
    expect((await view(app, roomId))?.busy).toEqual([])
    other.clock.advance(1 / 60)
    expect((await view(other, roomId))?.busy).toEqual([])
  })

  test('agrees with the room’s own days', async () => {
    const roomId = await makeRoom(app, {
      openings: [...everyDay('09:00', '12:00'), ...everyDay('14:00', '20:00')],
    })
    await book(app, party, wish(roomId, 10, 12))
    const [day] = await days(roomId, { from: '2026-11-25', days: '1' })
    expect(await view(app, roomId)).toMatchObject({ open: day?.open, busy: day?.busy })
  })
})

describe('a room’s page', () => {
  const page = (id: string, token?: string): Promise<Room> =>
    ok(app.call<Room>('getRoom', { params: { id }, ...(token && { token }) }))

  test('tells its rules, and who may close it', async () => {
    const roomId = await makeRoom(app, { approval: 'automatic' })
    expect(await page(roomId)).toMatchObject({
      policy: {
        slotMinutes: 60,
        minMinutes: 60,
        maxMinutes: 240,
        noticeMinutes: 60,
        horizonDays: 14,
        bufferMinutes: 30,
      },
      approval: 'automatic',
      address: '鹿城南路 1 号',
      belowOpeningNorm: false,
      answer: null,
      canManage: false,
    })
    expect((await page(roomId, party.token)).canManage).toBe(false)
    expect((await page(roomId, staff.token)).canManage).toBe(true)
  })

  test('says where the norm of eight hours is missed', async () => {
    const short = [...everyDay('09:00', '21:00').slice(0, 6), { weekday: 7, from: '09:00', to: '16:59' }]
    expect((await page(await makeRoom(app, { openings: short }))).belowOpeningNorm).toBe(true)
    const split = [...everyDay('08:00', '12:00'), ...everyDay('14:00', '18:00')]
    expect((await page(await makeRoom(app, { openings: split }))).belowOpeningNorm).toBe(false)
  })
})

test('the last hour of a day is not free when its cleaning would meet the first use of the next', async () => {
  const roomId = await makeRoom(app, { openings: everyDay('00:00', '24:00') })
  await book(app, party, wish(roomId, 0, 2, '2026-11-26'))
  const [day] = await days(roomId, { from: '2026-11-25', days: '1' })
  expect(day).toMatchObject({ left: 'free', freeMinutes: 23 * 60 })
  const late = { body: wish(roomId, 23, 24), token: party.token }
  const { problem } = await app.call('requestBooking', late)
  expect(problem.code).toBe('booking_slot_taken')
  const offered = (problem.facts?.alternatives as { startsAt: string }[]).map((a) => a.startsAt)
  expect(offered).not.toContain(localTime('2026-11-25', 23))
  expect(offered).toContain(localTime('2026-11-25', 22))
})
