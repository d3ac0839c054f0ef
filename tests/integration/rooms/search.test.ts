/** The search for free rooms: who comes first, what is only counted, and what is promised to a line. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FoundRoom } from '../../../bff/contracts/src/room-search'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { act, book, ok } from '../../support/story'
import {
  elsewhere,
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
let county = 532370
let here: string
let party: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  county += 1
  here = `${county}101001`
  const rows = [
    [String(county), 'county', '5323'],
    [`${county}101`, 'township', String(county)],
    [here, 'community', `${county}101`],
    [`${county}101002`, 'community', `${county}101`],
  ]
  for (const row of rows)
    await pool.query(
      'INSERT INTO divisions (code, level, name, full_name, parent_code) VALUES ($1, $2, $1, $1, $3)',
      row,
    )
  app.deps.cache.drop('divisions')
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

interface Page {
  rooms: FoundRoom[]
  next: string | null
  fitting: number
  otherTimes: number
  left: Record<string, number>
}
const search = (query: Record<string, string> = {}): Promise<Page> =>
  ok(app.call<Page>('searchRooms', { query: { community: here, day: '2026-11-25', ...query } }))
const hours = { from: '14:00', to: '16:00' }
const make = (name: string, more: Parameters<typeof makeRoom>[1] = {}) =>
  makeRoom(app, { name, community: here, ...more })

describe('the search', () => {
  test('puts what fits first, then that day, then later, then nothing; the nearest first', async () => {
    await make('隔壁', { community: `${county}101002` })
    await make('别县', { community: elsewhere })
    await make('不开', { openings: [] })
    const later = await make('周四', { openings: [{ weekday: 4, from: '09:00', to: '21:00' }] })
    const taken = await make('有人')
    await make('本社区')
    await book(app, party, wish(taken, 15, 17))
    const found = await search(hours)
    expect(found.rooms.map((r) => [r.name, r.fit, r.notThen, r.earliest])).toEqual([
      ['本社区', 'fits', null, localTime('2026-11-25', 9)],
      ['隔壁', 'fits', null, localTime('2026-11-25', 9)],
      ['有人', 'that_day', 'taken', localTime('2026-11-25', 9)],
      ['周四', 'later', 'shut', localTime('2026-11-26', 9)],
      ['不开', 'none', 'shut', null],
    ])
    expect(found).toMatchObject({ fitting: 2, otherTimes: 3 })
    expect(found.rooms[2]?.free).toEqual([
      [540, 840],
      [1080, 1260],
    ])
    expect(later).toBeTruthy()
  })

  test('counts what cannot be used at any time, each once, and does not list it', async () => {
    await make('小', { capacity: 10, stepFree: false })
    await make('有台阶', { stepFree: false })
    await make('不给开会', { purposes: ['training'] })
    await make('没有音响')
    const asked = { people: '30', stepFree: 'true', purpose: 'residents_meeting' }
    const found = await search({ ...asked, equipment: 'projector,sound' })
    expect(found.left).toEqual({ small: 1, steps: 1, purpose: 1, equipment: 1 })
    expect(found.rooms).toEqual([])
    expect((await search({ ...asked, equipment: 'projector' })).rooms.map((r) => r.name)).toEqual([
      '没有音响',
    ])
  })

  test('says why the hours cannot be had', async () => {
    const closed = await make('关')
    await make('最多一小时', { maxMinutes: 60 })
    await make('要提前三天', { noticeMinutes: 3 * 1440 })
    await make('只放一天', { horizonDays: 1 })
    await ok(
      act(app, 'addClosure', staff, closed, {
        body: { startsAt: localTime('2026-11-25', 14), endsAt: localTime('2026-11-25', 15), reason: '检修' },
      }),
    )
    const found = await search(hours)
    expect(Object.fromEntries(found.rooms.map((r) => [r.name, r.notThen]))).toEqual({
      ...{ 关: 'closed', 最多一小时: 'too_long', 要提前三天: 'too_soon', 只放一天: 'too_far' },
    })
    const off = await search({ from: '14:30', to: '15:30' })
    expect(off.rooms.find((r) => r.name === '关')?.notThen).toBe('off_step')
  })

  test('shows tomorrow to whoever asks for no day once today, or what they ask of it, is over here', async () => {
    await make('白天')
    const asked = async (query: Record<string, string> = {}) =>
      (await ok(app.call<{ day: string }>('searchRooms', { query: { community: here, ...query } }))).day
    expect([await asked(), await asked(hours)]).toEqual(['2026-11-23', '2026-11-23'])
    app.clock.set(localTime('2026-11-23', 16.5))
    expect([await asked(), await asked(hours)]).toEqual(['2026-11-23', '2026-11-24'])
    app.clock.set(localTime('2026-11-23', 20.5))
    expect(await asked()).toBe('2026-11-24')
  })

  test('goes on by its cursor, none twice and none left out', async () => {
    for (let n = 0; n < 25; n++) await make(`房间${n}`)
    const first = await search(hours)
    const second = await search({ ...hours, cursor: first.next ?? '' })
    expect([first.rooms.length, second.rooms.length, second.next]).toEqual([20, 5, null])
    expect(new Set([...first.rooms, ...second.rooms].map((r) => r.id)).size).toBe(25)
  })

  test('refuses half of the hours, and hours that end before they begin', async () => {
    const faults = async (query: Record<string, string>) =>
      (await app.call('searchRooms', { query: { community: here, ...query } })).problem.errors?.map(
        (e) => e.code,
      )
    expect(await faults({ from: '14:00' })).toEqual(['hours_need_both'])
    expect(await faults({ from: '14:00', to: '14:00' })).toEqual(['ends_before_start'])
  })
})

describe('what is promised to a line is not called free', () => {
  const fitOf = async (id: string) => (await search(hours)).rooms.find((r) => r.id === id)?.fit
  const dayLeft = async (id: string) => {
    const asked = { params: { id }, query: { from: '2026-11-25', days: '1' } }
    const { days } = await ok(
      app.call<{ days: { busy: { kind: string; caseId?: string }[] }[] }>('listRoomDays', {
        ...asked,
        token: party.token,
      }),
    )
    return days[0]?.busy.map(({ kind, caseId }) => [kind, caseId !== undefined])
  }

  test('a refused slot, while somebody waits for it', async () => {
    const roomId = await make('拒绝过')
    const { id } = await book(app, party, wish(roomId))
    const other = await makePerson(app)
    await ok(waitSlot(app, other, wish(roomId)))
    await ok(act(app, 'refuseBooking', staff, id, { body: { note: '那天要检修' } }))
    expect(await fitOf(roomId)).toBe('that_day')
    // Nor does it look free on the room's page, nor as the booking of whoever was refused.
    expect(await dayLeft(roomId)).toEqual([
      ['booked', false],
      ['cleaning', false],
    ])
    const asked = await app.call('requestBooking', {
      body: wish(roomId),
      token: (await makePerson(app)).token,
    })
    expect(asked.problem.code).toBe('booking_slot_taken')
  })

  test('a refused slot for which nobody waits is free', async () => {
    const roomId = await make('没人等')
    const { id } = await book(app, party, wish(roomId))
    await ok(act(app, 'refuseBooking', staff, id, { body: { note: '那天要检修' } }))
    expect(await fitOf(roomId)).toBe('fits')
    await book(app, await makePerson(app), wish(roomId))
  })

  test('an offer whose time has passed, while the next one waits', async () => {
    const roomId = await make('轮到下一个')
    const { id } = await book(app, party, wish(roomId))
    await ok(waitSlot(app, await makePerson(app), wish(roomId)))
    await ok(waitSlot(app, await makePerson(app), wish(roomId)))
    await ok(act(app, 'cancelBooking', party, id))
    expect(await fitOf(roomId)).toBe('that_day')
    app.clock.advance(121)
    expect(await fitOf(roomId)).toBe('that_day')
    const asked = await app.call('requestBooking', {
      body: wish(roomId),
      token: (await makePerson(app)).token,
    })
    expect(asked.problem.code).toBe('booking_slot_taken')
  })

  test('an offer whose time has passed is free where nobody waits any more', async () => {
    const roomId = await make('没有下一个')
    const { id } = await book(app, party, wish(roomId))
    await ok(waitSlot(app, await makePerson(app), wish(roomId)))
    await ok(act(app, 'cancelBooking', party, id))
    expect(await fitOf(roomId)).toBe('that_day')
    app.clock.advance(121)
    expect(await fitOf(roomId)).toBe('fits')
    await book(app, await makePerson(app), wish(roomId))
  })
})
