import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import type { Closure, MetBooking } from '../../../bff/contracts/src/closures'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import {
  everyDay,
  here,
  liftQuota,
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
let [party, staff] = [] as unknown as [Person, Person]
let [hall, large] = ['', '']

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query(`UPDATE rooms SET retired_at = now() WHERE retired_at IS NULL`)
  app.deps.cache.drop(`rooms ${here}`)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  hall = await makeRoom(app, { name: '多功能厅' })
  large = await makeRoom(app, { name: '大会议室', capacity: 40 })
})

const span = (from = 12, to = 18, day = '2026-11-25') => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
})
interface Made {
  closures: Closure[]
  moved: number
  kept: number
  cancelled: number
}
const close = (body: object = {}, who = staff, key?: string) =>
  app.call<Made>('closeRooms', {
    body: { roomIds: [hall], ...span(), reason: '检修', kind: 'closed', weeks: 1, answers: [], ...body },
    token: who.token,
    ...(key && { key }),
  })
const met = async (query: object = span()) =>
  (
    await ok(
      app.call<{ bookings: MetBooking[] }>('listMetBookings', {
        params: { id: hall },
        query: query as Record<string, string>,
        token: staff.token,
      }),
    )
  ).bookings
const confirmed = async (from = 14, to = 16, day?: string) => {
  const { id } = await book(app, party, wish(hall, from, to, day))
  await ok(act(app, 'confirmBooking', staff, id))
  return id
}
const read = async (id: string) => (await caseOf(app, party, id)) as BookingDetail

describe('what lies there', () => {
  test('is named with its number, what can become of it, and rooms that are free and fit', async () => {
    const id = await confirmed()
    await book(app, await makePerson(app), { ...wish(large, 9, 11) })
    expect(await met()).toEqual([
      {
        caseId: id,
        number: (await read(id)).number,
        roomId: hall,
        roomName: '多功能厅',
        state: 'confirmed',
        ...span(14, 16),
        purpose: 'residents_meeting',
        attendees: 20,
        answers: ['move', 'keep', 'cancel'],
        instead: [{ roomId: large, name: '大会议室', facilityName: '党群服务中心' }],
      },
    ])
    await book(app, await makePerson(app), wish(large, 15, 17))
    expect((await met())[0]?.instead).toEqual([])
  })

  test('is looked for in every week', async () => {
    const id = await confirmed(14, 16, '2026-12-02')
    expect(await met()).toEqual([])
    expect((await met({ ...span(), weeks: '2' })).map(({ caseId }) => caseId)).toEqual([id])
  })

  test('without an answer to each, nothing is closed', async () => {
    const [one, two] = [await confirmed(12, 14), await confirmed(15, 17)]
    const { status, problem } = await close({ answers: [{ caseId: one, answer: 'keep' }] })
    expect([status, problem.code]).toEqual([409, 'closure_has_bookings'])
    expect(problem.facts?.bookings).toEqual([
      { caseId: one, ...span(12, 14) },
      { caseId: two, ...span(15, 17) },
    ])
    expect((await pool.query('SELECT id FROM room_closures WHERE room_id = $1', [hall])).rows).toEqual([])
  })
})

describe('a takeover', () => {
  test('is one step: what fits elsewhere goes there, the rest is called off', async () => {
    const other = await makeRoom(app, { name: '排练厅' })
    const ids = [await confirmed(), (await book(app, party, wish(other))).id]
    const made = await ok(close({ roomIds: [hall, other], kind: 'takeover', reason: '安置受灾群众' }))
    expect(made).toMatchObject({ moved: 1, cancelled: 1 })
    const states = await Promise.all(ids.map(async (id) => (await read(id)).state))
    expect(states.sort()).not.toContain('pending')
    const { rows } = await pool.query('SELECT answer FROM closure_answers ORDER BY answer')
    expect(rows.slice(-2).map((row) => (row as { answer: string }).answer)).toContain('move')
  })

  test('what is not needed is given back: from then on it can be booked, never longer than before', async () => {
    const [closure] = (await ok(close({ kind: 'takeover' }))).closures
    const back = (endsAt: string) =>
      app.call<Closure>('giveBack', {
        params: { id: closure?.id ?? '' },
        body: { endsAt },
        token: staff.token,
      })
    expect((await back(localTime('2026-11-25', 19))).problem.code).toBe('closure_not_shorter')
    expect((await ok(back(localTime('2026-11-25', 15)))).endsAt).toBe(localTime('2026-11-25', 15))
    await book(app, party, wish(hall, 15, 17))
  })
})

describe('every week', () => {
  test('is closed at the same hours by the clock, and opened again together', async () => {
    const { closures } = await ok(close({ weeks: 3 }))
    expect(closures.map(({ startsAt }) => startsAt)).toEqual(
      ['2026-11-25', '2026-12-02', '2026-12-09'].map((day) => localTime(day, 12)),
    )
    expect(new Set(closures.map(({ seriesId }) => seriesId)).size).toBe(1)
    const removed = await ok(
      app.call<{ removed: number }>('removeClosureSeries', {
        params: { id: closures[1]?.id ?? '' },
        token: staff.token,
      }),
    )
    expect(removed).toEqual({ removed: 3 })
    await book(app, party, wish(hall, 12, 13))
  })
})

test('pressed twice, it is closed once', async () => {
  const key = crypto.randomUUID()
  const [one, two] = [await ok(close({ weeks: 2 }, staff, key)), await ok(close({ weeks: 2 }, staff, key))]
  expect(two.closures).toEqual(one.closures)
  expect((await pool.query('SELECT id FROM room_closures WHERE room_id = $1', [hall])).rows).toHaveLength(2)
})

test('rooms of two communities are not closed together; nobody closes the neighbour’s', async () => {
  const there = await makeRoom(app, { community: nextDoor, openings: everyDay('09:00', '21:00') })
  expect((await close({ roomIds: [hall, there] })).problem.code).toBe('not_found')
  const neighbour = await makePerson(app, { name: '李师傅', grants: [['staff', nextDoor]] })
  expect((await close({}, neighbour)).problem.code).toBe('not_found')
})
