/** Weeks of a series that begin at another time than the rest: what is named for them, and what is refused. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import type { SeriesDate } from '../../../bff/contracts/src/booking-series'
import { monday, testApp } from '../../support/app'
import { book, ok, set } from '../../support/story'
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

const check = async (day = '2026-11-25', weeks = 4) => {
  const { startsAt, endsAt, purpose, attendees } = wish(roomId, 14, 16, day)
  const query = { startsAt, endsAt, purpose, attendees: String(attendees), weeks: String(weeks) }
  const given = { params: { id: roomId }, query, token: party.token }
  return (await ok(app.call<{ dates: SeriesDate[] }>('checkSeries', given))).dates
}
const request = (body: object) =>
  app.call<{ bookings: BookingDetail[] }>('requestSeries', {
    body: { ...wish(roomId), weeks: 4, without: [], ...body },
    token: party.token,
  })
const rows = async () =>
  (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM bookings WHERE room_id = $1', [roomId]))
    .rows[0]?.n

test('near a clash the free times of its room are named, and one of them is taken for that week alone', async () => {
  await book(app, await makePerson(app), wish(roomId, 12, 16, '2026-12-02'))
  const [, date] = await check()
  expect(date?.clash).toBe('booking_slot_taken')
  const free = date?.free.map(({ startsAt, endsAt }) => [startsAt, endsAt])
  const other = [localTime('2026-12-02', 17), localTime('2026-12-02', 19)]
  expect(free?.[0]).toEqual(other)
  expect(free).toHaveLength(3)
  expect((await check()).filter(({ clash }) => clash === null).every((one) => one.free.length === 0)).toBe(
    true,
  )
  const { bookings } = await ok(request({ instead: [{ number: 2, startsAt: other[0] }] }))
  expect(bookings.map(({ startsAt, facts }) => [startsAt, facts.series?.number])).toEqual([
    [localTime('2026-11-25', 14), 1],
    [other[0], 2],
    [localTime('2026-12-09', 14), 3],
    [localTime('2026-12-16', 14), 4],
  ])
})

test('what is taken in its place meets every rule, and is named where it clashes', async () => {
  await book(app, await makePerson(app), wish(roomId, 12, 16, '2026-12-02'))
  const named = async (startsAt: string) =>
    ((await request({ instead: [{ number: 2, startsAt }] })).problem.facts?.dates as SeriesDate[]).map(
      ({ number, startsAt: at, clash }) => [number, at, clash],
    )
  for (const [hour, clash] of [
    [15, 'booking_slot_taken'],
    [23, 'booking_outside_hours'],
  ] as const)
    expect(await named(localTime('2026-12-02', hour))).toEqual([[2, localTime('2026-12-02', hour), clash]])
  expect(await rows()).toBe(1)
  for (const day of ['2026-11-30', '2026-12-04', '2031-12-03']) {
    const { status, problem } = await request({ instead: [{ number: 2, startsAt: localTime(day, 14) }] })
    expect([status, problem.errors?.map((e) => e.path)]).toEqual([422, ['body.instead']])
  }
})

test('two weeks that fall into one share its quota, and the one too many is named', async () => {
  await set(app, here, 'booking_quota_per_week', 1)
  const mondays = { startsAt: localTime('2026-11-30', 14), endsAt: localTime('2026-11-30', 16), weeks: 3 }
  const sunday = localTime('2026-12-06', 14)
  const { status, problem } = await request({ ...mondays, instead: [{ number: 2, startsAt: sunday }] })
  expect([status, problem.code]).toEqual([409, 'series_clashes'])
  expect((problem.facts?.dates as SeriesDate[]).map(({ number, clash }) => [number, clash])).toEqual([
    [2, 'booking_quota_reached'],
  ])
  // The first of them left out, there is a place for the other.
  const { bookings } = await ok(
    request({ ...mondays, without: [1], instead: [{ number: 2, startsAt: sunday }] }),
  )
  expect(bookings.map(({ startsAt }) => startsAt)).toEqual([sunday, localTime('2026-12-14', 14)])
})

test('no free time is named in a week that is full', async () => {
  await set(app, here, 'booking_quota_per_week', 1)
  for (const hour of [10, 14, 18])
    await book(app, await makePerson(app), wish(roomId, hour, hour + 3, '2026-12-07'))
  const dates = await check('2026-11-30', 3)
  expect(dates.map(({ clash }) => clash)).toEqual([null, 'booking_slot_taken', null])
  expect(dates[1]?.free.map(({ startsAt: at }) => at.slice(0, 10))).toEqual([
    '2026-12-08',
    '2026-12-08',
    '2026-12-08',
  ])
})

test.each([
  ['two days off, by the clock of Shanghai', [{ number: 2, startsAt: localTime('2026-12-04', 9) }]],
  ['two days before', [{ number: 2, startsAt: localTime('2026-11-30', 20) }]],
  ['one week twice', [9, 17].map((hour) => ({ number: 2, startsAt: localTime('2026-12-02', hour) }))],
  ['a week that is none of it', [{ number: 5, startsAt: localTime('2026-12-23', 9) }]],
])('refused, and nothing is booked: %s', async (_, instead) => {
  const { status, problem } = await request({ instead })
  expect([status, problem.errors?.map((e) => e.path)]).toEqual([422, ['body.instead']])
  expect(await rows()).toBe(0)
})

test('of the first week nothing beyond the horizon is named; of the others what is as near', async () => {
  await pool.query('UPDATE rooms SET horizon_days = 2, version = version + 1 WHERE id = $1', [roomId])
  const other = await makePerson(app)
  await pool.query(
    `INSERT INTO room_closures (id, room_id, starts_at, ends_at, reason, created_by, created_at)
     SELECT gen_random_uuid(), $1, d + interval '8 hours', d + interval '20 hours', '检修', $2, now()
     FROM unnest($3::timestamptz[]) d`,
    [roomId, other.accountId, ['2026-11-25T00:00+08', '2026-12-02T00:00+08']],
  )
  app.deps.cache.drop(`room ${roomId}`)
  const [first, second] = await check()
  const days = (date?: SeriesDate) => [...new Set(date?.free.map(({ startsAt }) => startsAt.slice(0, 10)))]
  expect([days(first), days(second)]).toEqual([['2026-11-24'], ['2026-12-01', '2026-12-03']])
})
