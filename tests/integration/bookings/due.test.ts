import { beforeAll, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, ok, set } from '../../support/story'
import {
  elsewhere,
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let party: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  party = (await makePerson(app)).accountId
})

const at = (day: string, time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return localTime(day, hours + minutes / 60)
}

/** Asks at a moment for a room far ahead. @returns until when staff owe an answer */
async function dueOf(day: string, time: string, community = here): Promise<string | null> {
  const roomId = await makeRoom(app, { horizonDays: 366, community })
  app.clock.set(at(day, time))
  const { dueAt } = await book(app, await signIn(app.deps, party), wish(roomId, 14, 16, '2026-12-30'))
  return dueAt
}

describe('an answer is owed after four working hours', () => {
  test.each([
    ['within a day, over the noon break', '2026-11-23', '10:12', '2026-11-23', '16:12'],
    ['from the first minute of the day', '2026-11-23', '08:30', '2026-11-23', '14:30'],
    ['asked before the office opens', '2026-11-23', '06:00', '2026-11-23', '14:30'],
    ['asked at noon', '2026-11-23', '12:30', '2026-11-24', '09:00'],
    ['asked in the last half hour', '2026-11-23', '17:00', '2026-11-24', '12:00'],
    ['asked in the evening', '2026-11-23', '21:00', '2026-11-24', '14:30'],
    ['asked on Friday afternoon', '2026-11-27', '17:00', '2026-11-30', '12:00'],
    ['asked on Saturday', '2026-11-28', '10:00', '2026-11-30', '14:30'],
    ['asked before the National Day holiday', '2026-09-30', '16:30', '2026-10-08', '11:30'],
    ['asked on National Day', '2026-10-01', '10:00', '2026-10-08', '14:30'],
    ['asked before a Saturday that is worked', '2026-10-09', '17:00', '2026-10-10', '12:00'],
    ['asked before a Sunday that is worked', '2026-09-19', '10:00', '2026-09-20', '14:30'],
    ['asked on the evening of that Saturday', '2026-10-10', '18:00', '2026-10-12', '14:30'],
  ])('%s', async (_, day, time, dueDay, dueTime) => {
    expect(await dueOf(day, time)).toBe(at(dueDay, dueTime))
  })

  test('also where the use begins before that: nothing is promised that nobody can keep', async () => {
    app.clock.set(at('2026-11-29', '20:00'))
    const detail = await book(
      app,
      await signIn(app.deps, party),
      wish(await makeRoom(app), 9, 10, '2026-11-30'),
    )
    expect(detail.dueAt).toBe(at('2026-11-30', '14:30'))
  })

  test('and anew once the resident has answered a question', async () => {
    app.clock.set(monday)
    const { id } = await book(
      app,
      await signIn(app.deps, party),
      wish(await makeRoom(app), 14, 16, '2026-11-30'),
    )
    const staff = (await makePerson(app, { grants: [['staff', here]] })).accountId
    const asked = await ok(
      act(app, 'askSubject', await signIn(app.deps, staff), id, { body: { note: '几点到？' } }),
    )
    expect(asked.dueAt).toBe(at('2026-11-23', '16:12'))
    app.clock.set(at('2026-11-25', '09:00'))
    const answered = await ok(
      act(app, 'supplementBooking', await signIn(app.deps, party), id, { body: { note: '两点' } }),
    )
    expect(answered).toMatchObject({ dueAt: at('2026-11-25', '15:00'), overdue: false })
  })
})

test('words that nobody asked for give staff no new time', async () => {
  app.clock.set(monday)
  const { id, dueAt } = await book(app, await signIn(app.deps, party), wish(await makeRoom(app)))
  app.clock.set(at('2026-11-24', '09:00'))
  const more = act(app, 'supplementBooking', await signIn(app.deps, party), id, {
    body: { note: '改成十人' },
  })
  expect(await ok(more)).toMatchObject({ dueAt, overdue: true, waitingFor: 'staff' })
})

describe('a division’s own hours', () => {
  test('hold below it, and the nearest division above decides', async () => {
    await set(app, '532301101', 'booking_answer_hours', 1)
    await set(app, nextDoor, 'booking_answer_hours', 2)
    await set(app, '532301', 'office_hours', [['09:00', '11:00']])
    expect(await dueOf('2026-11-23', '09:30')).toBe(at('2026-11-23', '10:30'))
    expect(await dueOf('2026-11-23', '09:30', nextDoor)).toBe(at('2026-11-24', '09:30'))
    expect(await dueOf('2026-11-23', '09:30', elsewhere)).toBe(at('2026-11-23', '15:30'))
  })
})

describe('a setting that cannot be', () => {
  test.each([
    ['office_hours', []],
    ['office_hours', [['12:00', '08:30']]],
    ['booking_answer_hours', 'four'],
    ['booking_quota_per_week', 2.5],
  ])('%s %j is passed over for the one above, and named in the log', async (key, value) => {
    const before = await dueOf('2026-11-30', '09:30', elsewhere)
    const logged = app.logged().length
    await set(app, elsewhere, key, value)
    expect(await dueOf('2026-11-30', '09:30', elsewhere)).toBe(before)
    expect(app.logged().slice(logged)).toContain(`${elsewhere} ${key}`)
  })
})
