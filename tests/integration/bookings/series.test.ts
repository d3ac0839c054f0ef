import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import type { SeriesDate } from '../../../bff/contracts/src/booking-series'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok, set } from '../../support/story'
import { together, values } from '../../support/together'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let party: Person
let roomId: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await set(app, here, 'booking_quota_per_week', 2)
  party = await makePerson(app)
  roomId = await makeRoom(app, { approval: 'automatic', holidays: 'open' })
})

const wednesdays = ['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16']
const check = async (weeks = 4, who = party) => {
  const { attendees, ...asked } = wish(roomId)
  const query = { ...asked, attendees: String(attendees), weeks: String(weeks), roomId: undefined }
  return (
    await ok(
      app.call<{ dates: SeriesDate[] }>('checkSeries', {
        params: { id: roomId },
        query: JSON.parse(JSON.stringify(query)) as Record<string, string>,
        token: who.token,
      }),
    )
  ).dates
}
const request = (body: object = {}, who = party, key?: string) =>
  app.call<{ bookings: BookingDetail[] }>('requestSeries', {
    body: { ...wish(roomId), weeks: 4, without: [], ...body },
    token: who.token,
    ...(key && { key }),
  })
const horizon = async (days: number) => {
  await pool.query('UPDATE rooms SET horizon_days = $2, version = version + 1 WHERE id = $1', [roomId, days])
  app.deps.cache.drop(`room ${roomId}`)
}
const rows = async () =>
  (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM bookings WHERE room_id = $1', [roomId]))
    .rows[0]?.n

test('each week is a booking of its own, that knows which one of how many it is', async () => {
  expect((await check()).map(({ startsAt, clash }) => [startsAt, clash])).toEqual(
    wednesdays.map((day) => [localTime(day, 14), null]),
  )
  const { bookings } = await ok(request())
  expect(bookings.map(({ startsAt }) => startsAt)).toEqual(wednesdays.map((day) => localTime(day, 14)))
  expect(bookings.map(({ facts }) => facts.series)).toEqual(
    [1, 2, 3, 4].map((number) => ({ number, count: 4 })),
  )
  expect(new Set(bookings.map(({ number }) => number)).size).toBe(4)
})

test('every clash is named before anything is saved, each with its reason; the rest is held, or nothing', async () => {
  await book(app, await makePerson(app), wish(roomId, 15, 17, '2026-12-02'))
  await pool.query(`INSERT INTO room_closures (id, room_id, starts_at, ends_at, reason, created_by, created_at)
    VALUES (gen_random_uuid(), '${roomId}', '${localTime('2026-12-09', 8)}', '${localTime('2026-12-09', 20)}', '检修', '${party.accountId}', now())`)
  app.deps.cache.drop(`room ${roomId}`)
  const clashes = [null, 'booking_slot_taken', 'booking_closed', null]
  expect((await check()).map(({ clash }) => clash)).toEqual(clashes)
  const { status, problem } = await request()
  expect([status, problem.code]).toEqual([409, 'series_clashes'])
  expect((problem.facts?.dates as SeriesDate[]).map(({ number, clash }) => [number, clash])).toEqual([
    [2, 'booking_slot_taken'],
    [3, 'booking_closed'],
  ])
  expect(await rows()).toBe(1)
  const { bookings } = await ok(request({ without: [2, 3] }))
  expect(bookings.map(({ facts }) => facts.series)).toEqual([
    { number: 1, count: 4 },
    { number: 4, count: 4 },
  ])
})

test('a full week and what is already one’s own are said as such', async () => {
  await book(app, party, wish(roomId, 14, 16, '2026-12-02'))
  await book(app, party, wish(roomId, 9, 10, '2026-12-03'))
  expect((await check()).map(({ clash }) => clash)).toEqual([null, 'booking_already_yours', null, null])
  await set(app, here, 'booking_quota_per_week', 1)
  const other = await makeRoom(app, { approval: 'automatic', holidays: 'open' })
  roomId = other
  expect((await check()).map(({ clash }) => clash)).toEqual([null, 'booking_quota_reached', null, null])
  expect((await request()).problem.code).toBe('series_clashes')
  expect(await rows()).toBe(0)
})

test('the horizon is for the first week, the rules for each', async () => {
  expect((await check(12)).every(({ clash }) => clash === null)).toBe(true)
  const far = await request({ startsAt: localTime('2026-12-23', 14), endsAt: localTime('2026-12-23', 16) })
  expect(far.problem.facts?.dates).toEqual([expect.objectContaining({ number: 1, clash: 'booking_too_far' })])
})

test('weeks that are left out carry nobody beyond the horizon', async () => {
  const at = (day: string) => ({ startsAt: localTime(day, 14), endsAt: localTime(day, 16) })
  const far = await request({ ...at('2031-11-26'), weeks: 12, without: [1] })
  expect([far.status, far.problem.facts?.dates]).toEqual([
    409,
    [{ number: 2, ...at('2031-12-03'), clash: 'booking_too_far', free: [] }],
  ])
  const alone = await request({ weeks: 12, without: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] })
  expect(alone.problem.code).toBe('series_clashes')
  expect(await rows()).toBe(0)
})

test('where the first weeks cannot be had, those that follow can, and again by the same tap', async () => {
  const other = await makePerson(app)
  for (const day of wednesdays.slice(0, 2)) await book(app, other, wish(roomId, 14, 16, day))
  await horizon(7)
  const key = crypto.randomUUID()
  const body = { weeks: 3, without: [1, 2] }
  const { bookings } = await ok(request(body, party, key))
  expect(bookings.map(({ startsAt }) => startsAt)).toEqual([localTime('2026-12-09', 14)])
  await horizon(0)
  expect((await ok(request(body, party, key))).bookings.map(({ id }) => id)).toEqual([bookings[0]?.id])
})

test.each([
  ['one week', { weeks: 1 }],
  ['thirteen', { weeks: 13 }],
  ['nobody', { attendees: 0 }],
])('refused: %s', async (_, body) => {
  expect((await request(body)).status).toBe(422)
})

test('nothing wanted is nothing', async () => {
  expect((await request({ without: [1, 2, 3, 4] })).problem.code).toBe('series_empty')
})

describe('afterwards', () => {
  test('each is moved and cancelled by itself, and what is left goes together', async () => {
    const { bookings } = await ok(request())
    const [one, two, three] = bookings.map(({ id }) => id) as [string, string, string]
    await ok(act(app, 'cancelBooking', party, one))
    const [startsAt, endsAt] = [localTime('2026-12-03', 9), localTime('2026-12-03', 11)]
    await ok(act(app, 'rescheduleBooking', party, two, { body: { startsAt, endsAt } }))
    const answer = await ok(act(app, 'cancelSeries', party, three))
    expect(answer).toEqual({ cancelled: 3 })
    for (const { id } of bookings) expect((await caseOf(app, party, id)).state).toBe('cancelled')
    const used = await pool.query('SELECT DISTINCT used FROM booking_quotas WHERE subject_id = $1', [
      party.accountId,
    ])
    expect(used.rows).toEqual([{ used: 0 }])
  })

  test('what took the place of one of them goes along, and what is asked for in its place', async () => {
    roomId = await makeRoom(app, { holidays: 'open' })
    const staff = await makePerson(app, { grants: [['staff', here]] })
    const { bookings } = await ok(request({ weeks: 2 }))
    for (const { id } of bookings) await ok(act(app, 'confirmBooking', staff, id))
    const [one, two] = bookings.map(({ id }) => id) as [string, string]
    const move = async (id: string, day: string) => {
      const body = { startsAt: localTime(day, 9), endsAt: localTime(day, 11) }
      const moved = (await ok(act(app, 'rescheduleBooking', party, id, { body }))) as BookingDetail
      return moved.facts.wished?.caseId ?? ''
    }
    const agreed = await move(one, '2026-11-26')
    await ok(act(app, 'confirmBooking', staff, agreed))
    const asked = await move(two, '2026-12-03')
    expect(await ok(act(app, 'cancelSeries', party, two))).toEqual({ cancelled: 2 })
    for (const id of [agreed, two, asked]) expect((await caseOf(app, party, id)).state).toBe('cancelled')
    const used = await pool.query('SELECT DISTINCT used FROM booking_quotas WHERE subject_id = $1', [
      party.accountId,
    ])
    expect(used.rows).toEqual([{ used: 0 }])
  })

  test('pressed twice, it is there once, and cancelled once', async () => {
    const key = crypto.randomUUID()
    const [one, two] = [await ok(request({}, party, key)), await ok(request({}, party, key))]
    expect(two.bookings.map(({ id }) => id)).toEqual(one.bookings.map(({ id }) => id))
    expect(await rows()).toBe(4)
    const id = one.bookings[0]?.id ?? ''
    const again = crypto.randomUUID()
    const answers = [1, 2].map(() => act(app, 'cancelSeries', party, id, { key: again }))
    for (const answer of await Promise.all(answers))
      expect((await ok(answer as never)) as object).toEqual({ cancelled: 4 })
  })
})

test('of ten who ask for the same four weeks at once, one has all four and nine have none', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => makePerson(app)))
  const answers = values(await together(10, (n) => request({}, people[n])))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
    new Set(['series_clashes']),
  )
  expect(await rows()).toBe(4)
})
