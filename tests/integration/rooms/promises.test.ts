/** What a room promises: an answer that somebody can give, free time that can be booked, and what holidays close. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Room, RoomDay, RoomSummary } from '../../../bff/contracts/src/rooms'
import { monday, testApp } from '../../support/app'
import { book, ok } from '../../support/story'
import {
  everyDay,
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
let party: Person
/** The clock goes there, and the person signs in there. */
async function goTo(instant: string): Promise<void> {
  app.clock.set(instant)
  party = await signIn(app.deps, party.accountId)
}

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  party = await makePerson(app)
})
beforeEach(() => goTo(monday))

const room = (id: string): Promise<Room> => ok(app.call<Room>('getRoom', { params: { id } }))
const sunday = localTime('2026-11-29', 20)

describe('the answer to a request', () => {
  test('on Sunday is promised for the hours in which somebody works', async () => {
    const roomId = await makeRoom(app)
    app.clock.set(sunday)
    expect((await room(roomId)).answer).toEqual({
      worksFrom: localTime('2026-11-30', 8.5),
      by: localTime('2026-11-30', 14.5),
    })
  })

  test('is not promised by a room that needs none', async () => {
    expect((await room(await makeRoom(app, { approval: 'automatic' }))).answer).toBeNull()
  })

  test('where nobody works before the use, rooms that need nobody and are free are offered', async () => {
    const asked = await makeRoom(app, { horizonDays: 20 })
    const wanted = wish(asked, 9, 11, '2026-11-30')
    const free = await makeRoom(app, { approval: 'automatic', name: '马上确认' })
    await makeRoom(app, { name: '要等社区' })
    const busy = await makeRoom(app, { approval: 'automatic', name: '有人订了' })
    await makeRoom(app, { approval: 'automatic', name: '太短', maxMinutes: 60 })
    await makeRoom(app, { approval: 'automatic', name: '上午不开', openings: everyDay('12:00', '21:00') })
    await goTo(sunday)
    await book(app, party, wish(busy, 10, 12, '2026-11-30'))
    const query = { from: wanted.startsAt, to: wanted.endsAt }
    const offered = await ok(
      app.call<{ rooms: RoomSummary[] }>('listInstead', { params: { id: asked }, query }),
    )
    // Of this test's rooms; one of another test is free, too.
    const names = offered.rooms.map((r) => r.name).filter((name) => name !== '三楼多功能厅')
    expect(names).toEqual(['马上确认'])
    // What is offered keeps its word.
    expect(await book(app, party, { ...wanted, roomId: free })).toMatchObject({ state: 'confirmed' })
  })
})

const listed = async (id: string, query: Record<string, string> = {}) => {
  let cursor: string | null = null
  do {
    const asked = { community: here, ...query, ...(cursor && { cursor }) }
    const page: { rooms: RoomSummary[]; next: string | null } = await ok(
      app.call('listRooms', { query: asked }),
    )
    const found = page.rooms.find((r) => r.id === id)
    if (found) return found
    cursor = page.next
  } while (cursor)
  throw new Error('not listed')
}
const dayOf = async (id: string, day: string): Promise<RoomDay> => {
  const asked = { params: { id }, query: { from: day, days: '1' } }
  return (await ok(app.call<{ days: RoomDay[] }>('listRoomDays', asked))).days[0] as RoomDay
}

describe('a list after the last notice', () => {
  test('says from when on there is something, and that can be booked', async () => {
    const roomId = await makeRoom(app, { openings: everyDay('08:00', '21:00') })
    await goTo(localTime('2026-11-25', 20.5))
    await book(app, party, wish(roomId, 8, 10, '2026-11-26'))
    const found = await listed(roomId)
    // The hour after the booking is its cleaning's, and starts are on the hour.
    expect(found).toMatchObject({ left: 'over', earliest: localTime('2026-11-26', 11) })
    const at = new Date(found.earliest ?? '')
    const body = {
      ...wish(roomId),
      startsAt: at.toISOString(),
      endsAt: new Date(+at + 3_600_000).toISOString(),
    }
    await book(app, party, body)
  })

  test('says nothing more where today has something, or nothing comes', async () => {
    expect(await listed(await makeRoom(app))).toMatchObject({ left: 'free', earliest: null })
    const shut = await makeRoom(app, { openings: [] })
    expect(await listed(shut)).toMatchObject({ left: 'shut', earliest: null })
  })
})

describe('free time', () => {
  test('is what can be booked, and its sum is what is counted', async () => {
    const roomId = await makeRoom(app, { slotMinutes: 30, minMinutes: 60, bufferMinutes: 30 })
    await book(app, party, wish(roomId, 9.5, 11))
    await book(app, party, wish(roomId, 13, 14))
    const day = await dayOf(roomId, '2026-11-25')
    const spans = day.bookable.map(({ startsAt, endsAt }) => [startsAt, endsAt])
    // 09:00–09:30 is too short, and 12:30–13:00 is for cleaning before the next.
    expect(spans).toEqual([
      [localTime('2026-11-25', 11.5), localTime('2026-11-25', 12.5)],
      [localTime('2026-11-25', 14.5), localTime('2026-11-25', 21)],
    ])
    expect(day.freeMinutes).toBe(60 + 390)
  })
})

describe('a public holiday', () => {
  const holiday = '2027-10-01'
  const openOn = async (id: string) => {
    const day = await dayOf(id, holiday)
    const [view, summary, asked] = await Promise.all([
      ok(
        app.call<{ rooms: { id: string; open: unknown[] }[] }>('getCommunityDay', {
          params: { code: here, day: holiday },
        }),
      ),
      listed(id, { day: holiday }),
      app.call('requestBooking', { body: wish(id, 14, 16, holiday), token: party.token }),
    ])
    const inView = view.rooms.find((r) => r.id === id)?.open.length ?? -1
    return [day.left, day.open.length, inView, summary.left, asked.problem?.code]
  }

  test('closes a facility that closes then, in every view and for every request', async () => {
    const roomId = await makeRoom(app, { horizonDays: 366 })
    expect(await openOn(roomId)).toEqual(['holiday', 0, 0, 'holiday', 'booking_outside_hours'])
  })

  test('and no other', async () => {
    const roomId = await makeRoom(app, { horizonDays: 366 })
    await pool.query(
      `UPDATE facilities SET holidays = 'open' WHERE id = (SELECT facility_id FROM rooms WHERE id = $1)`,
      [roomId],
    )
    app.deps.cache.drop(`room ${roomId}`)
    app.deps.cache.drop(`rooms ${here}`)
    app.deps.cache.drop(`day ${here} ${holiday}`)
    expect(await openOn(roomId)).toEqual(['free', 1, 1, 'free', undefined])
  })

  test('is said on the home page', async () => {
    app.clock.set(localTime(holiday, 10))
    await pool.query(`UPDATE facilities SET holidays = 'closed'`)
    app.deps.cache.drop(`rooms ${here}`)
    const home = await ok(app.call<{ rooms: { left: string } }>('getHome', { params: { community: here } }))
    expect(home.rooms.left).toBe('holiday')
  })
})

test('a closure that is over before it is made is refused', async () => {
  const staff = await makePerson(app, { grants: [['staff', here]] })
  const roomId = await makeRoom(app)
  const close = (from: number, to: number) =>
    app.call('addClosure', {
      params: { id: roomId },
      body: { startsAt: localTime('2026-11-22', from), endsAt: localTime('2026-11-22', to), reason: '检修' },
      token: staff.token,
    })
  expect((await close(8, 10)).problem.code).toBe('closure_in_past')
})
