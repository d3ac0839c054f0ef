/** What a community does with its rooms: added, changed with whom it hits said beforehand, retired; by whom. */
import { describe, expect, test } from 'vitest'
import type { RoomHits, RoomPlanned } from '../../../bff/contracts/src/room-desk'
import { roomKind } from '../../../bff/contracts/src/rooms'
import { testApp } from '../../support/app'
import { roomDeskStage } from '../../support/room-desk'
import { roomPlan } from '../../support/room-plans'
import { book, ok } from '../../support/story'
import { everyDay, here, makeRoom, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const { people, call, list, planOf, edit, room, facilityWith } = roomDeskStage(app)

test('a facility and a room are added, listed for people.staff, and can be booked at once', async () => {
  const facility = await facilityWith({ position: { longitude: 101.54, latitude: 25.03 } })
  expect(facility).toMatchObject({
    hasKeeper: false,
    owner: null,
    rooms: [],
    version: 1,
    communityName: '东兴社区',
  })
  const added = await ok(
    call<RoomPlanned>('addRoom', people.staff, { id: facility.id }, { room: roomPlan({ name: '新房间' }) }),
  )
  expect(added).toMatchObject({ name: '新房间', door: '201 室', version: 1, retired: false })
  expect((await list()).facilities.find(({ id }) => id === facility.id)?.rooms).toMatchObject([
    { name: '新房间', ahead: 0 },
  ])
  expect(await room(added.id)).toMatchObject({
    position: { longitude: 101.54, latitude: 25.03 },
    rules: '走时关灯关窗',
  })
  await book(app, people.party, wish(added.id))
})

describe('a change of a room', () => {
  test('says every fault at once, those of shape and those between fields', async () => {
    const id = await makeRoom(app)
    const wrong = {
      capacity: 0,
      openings: [{ weekday: 1, from: '12:00', to: '09:00' }],
      maxMinutes: 30,
    }
    const { status, problem } = await edit(id, wrong, 1)
    expect(status).toBe(422)
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual([
      'body.room.capacity',
      'body.room.maxMinutes',
      'body.room.maxMinutes',
      'body.room.openings.0.to',
    ])
  })

  test('names nobody who works there in words that everybody reads', async () => {
    const id = await makeRoom(app)
    const { problem } = await edit(id, { rules: '找王晓老师拿钥匙', bring: '横幅、席卡自己带' }, 1)
    expect(problem.errors?.map(({ path, code }) => [path, code])).toEqual([['body.room.rules', 'may_name']])
  })

  test('that changes nothing does not move the version', async () => {
    const id = await makeRoom(app)
    await ok(edit(id, { name: '原样' }, 1))
    expect(await ok(edit(id, { name: '原样' }, 2))).toMatchObject({ version: 2 })
    expect(await ok(edit(id, { name: '改了' }, 2))).toMatchObject({ version: 3 })
  })

  test('that hits nobody is written, seen at once, and moves the version', async () => {
    const id = await makeRoom(app)
    await room(id)
    expect(await ok(edit(id, { price: '空调费 10 元', capacity: 80 }, 1))).toMatchObject({ version: 2 })
    expect(await room(id)).toMatchObject({ price: '空调费 10 元', capacity: 80, name: '二楼活动室' })
  })

  test('may make it any kind of room that there is', async () => {
    const id = await makeRoom(app)
    for (const [n, kind] of roomKind.options.entries()) await ok(edit(id, { kind, capacity: 40 + n }, n + 1))
    expect((await planOf(id)).kind).toBe(roomKind.options.at(-1))
  })

  test('names beforehand whom it hits, is refused until these are acknowledged, and leaves them as they are', async () => {
    const id = await makeRoom(app)
    const evening = await book(app, people.party, { ...wish(id, 18, 20), attendees: 40 })
    await book(app, people.party, { ...wish(id, 10, 11), attendees: 5 })
    const change = { openings: everyDay('09:00', '18:00'), capacity: 30 }
    const told = await ok(call<RoomHits>('checkRoom', people.staff, { id }, { room: roomPlan(change) }))
    expect(told).toMatchObject({
      total: 1,
      hits: [{ caseId: evening.id, number: evening.number, why: ['people', 'closed'], attendees: 40 }],
    })
    const refused = await edit(id, change, 1)
    expect([refused.status, refused.problem.code, refused.problem.facts]).toEqual([
      409,
      'room_change_hits',
      told,
    ])
    expect((await planOf(id)).version).toBe(1)
    await ok(edit(id, change, 1, { acknowledged: told.mark }))
    const { rows } = await pool.query('SELECT state FROM bookings WHERE case_id = $1', [evening.id])
    expect(rows).toEqual([{ state: 'pending' }])
    // What was acknowledged once is not asked again.
    expect(
      (await ok(call<RoomHits>('checkRoom', people.staff, { id }, { room: roomPlan(change) }))).total,
    ).toBe(0)
  })

  test('is refused again where somebody booked since it was looked at', async () => {
    const id = await makeRoom(app)
    await book(app, people.party, wish(id, 18, 20))
    const change = { purposes: ['sports' as const] }
    const told = await ok(call<RoomHits>('checkRoom', people.staff, { id }, { room: roomPlan(change) }))
    await book(app, people.party, wish(id, 10, 11))
    const refused = await edit(id, change, 1, { acknowledged: told.mark })
    expect(refused.problem.facts).toMatchObject({ total: 2 })
  })

  test('does not write over what a colleague has changed since', async () => {
    const id = await makeRoom(app)
    await ok(edit(id, { capacity: 50 }, 1))
    const second = await edit(id, { capacity: 70 }, 1)
    expect([second.status, second.problem.code]).toEqual([409, 'edited_meanwhile'])
    expect((await planOf(id)).capacity).toBe(50)
  })

  test('of a season closes its days and no other', async () => {
    const id = await makeRoom(app)
    const seasons = [{ name: '冬季', from: '11-25', to: '03-01', openings: everyDay('10:00', '16:00') }]
    await ok(edit(id, { seasons }, 1))
    const tried = await app.call('requestBooking', { body: wish(id, 18, 20), token: people.party.token })
    expect(tried.problem.code).toBe('booking_outside_hours')
    await book(app, people.party, wish(id, 18, 20, '2026-11-24'))
    await book(app, people.party, wish(id, 10, 12))
  })
})

describe('a retired room', () => {
  test('names what stands in it, takes nothing new, keeps what it has, and can come back', async () => {
    const id = await makeRoom(app)
    const standing = await book(app, people.party, wish(id))
    const ahead = await ok(call<{ bookings: object[]; mark: string }>('listRoomAhead', people.staff, { id }))
    expect(ahead.bookings).toMatchObject([{ caseId: standing.id, number: standing.number, attendees: 20 }])
    expect((await call('retireRoom', people.staff, { id }, { version: 1 })).problem.code).toBe(
      'room_change_hits',
    )
    await ok(call('retireRoom', people.staff, { id }, { version: 1, acknowledged: ahead.mark }))
    const tried = await app.call('requestBooking', { body: wish(id, 9, 10), token: people.party.token })
    expect(tried.problem.code).toBe('booking_room_retired')
    expect(await room(id)).toMatchObject({ retired: true, left: 'shut' })
    const { rooms } = await ok(
      app.call<{ rooms: { id: string }[] }>('listRooms', { query: { community: here, capacity: '1' } }),
    )
    expect(rooms.map((one) => one.id)).not.toContain(id)
    expect((await edit(id, {}, 2)).problem.code).toBe('room_retired')
    expect((await pool.query('SELECT state FROM bookings WHERE case_id = $1', [standing.id])).rows).toEqual([
      { state: 'pending' },
    ])
    await ok(call('restoreRoom', people.staff, { id }, {}))
    await book(app, people.party, wish(id, 9, 10))
  })
})
