import { beforeAll, beforeEach, expect, test } from 'vitest'
import { remindOfBookings } from '../../../bff/src/modules/bookings/reminder'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
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
let party: Person
let [roomId, id] = ['', '']

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  await app.database.pool.query(`UPDATE cases SET state = 'cancelled' WHERE type = 'booking'`)
  app.clock.set(monday)
  party = await makePerson(app)
  roomId = await makeRoom(app, { approval: 'automatic' })
  id = (await book(app, party, wish(roomId))).id
})

/** The use is on Wednesday. */
const on = async (day: string, hour: number) => {
  app.clock.set(localTime(day, hour))
  party = await signIn(app.deps, party.accountId)
}
const told = async () =>
  (
    await app.database.pool.query<{ caseId: string }>(
      `SELECT case_id AS "caseId" FROM notices WHERE kind = 'booking_tomorrow' AND account_id = $1`,
      [party.accountId],
    )
  ).rows.map(({ caseId }) => caseId)

test('the evening before, once, from seven on and not at night', async () => {
  for (const [day, hour, count] of [
    ['2026-11-23', 19, 0],
    ['2026-11-24', 18.9, 0],
    ['2026-11-24', 22, 0],
    ['2026-11-24', 19, 1],
    ['2026-11-24', 20, 0],
  ] as const) {
    await on(day, hour)
    expect([day, hour, await remindOfBookings(app.deps)]).toEqual([day, hour, count])
  }
  expect(await told()).toEqual([id])
})

test('not of what was given up, was not confirmed, or was booked, confirmed or moved that evening', async () => {
  const cast = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  const byStaff = await makeRoom(app)
  const asked = await book(app, party, wish(byStaff))
  await book(app, party, wish(byStaff, 18, 20))
  const moves = await book(app, party, wish(await makeRoom(app, { approval: 'automatic' })))
  await ok(act(app, 'cancelBooking', party, id))
  await on('2026-11-24', 19.1)
  const staff = await signIn(app.deps, cast.accountId)
  await ok(act(app, 'confirmBooking', staff, asked.id))
  await ok(
    act(app, 'rescheduleBooking', party, moves.id, {
      body: { startsAt: localTime('2026-11-25', 10), endsAt: localTime('2026-11-25', 11) },
    }),
  )
  await book(app, party, wish(await makeRoom(app, { approval: 'automatic' }), 9, 10))
  expect(await remindOfBookings(app.deps)).toBe(0)
})

test('of what is moved to another day it is told again, the evening before that', async () => {
  await on('2026-11-24', 19)
  expect(await remindOfBookings(app.deps)).toBe(1)
  await ok(
    act(app, 'rescheduleBooking', party, id, {
      body: { startsAt: localTime('2026-11-27', 10), endsAt: localTime('2026-11-27', 11) },
    }),
  )
  await on('2026-11-26', 19)
  expect(await remindOfBookings(app.deps)).toBe(1)
  expect(await told()).toEqual([id, id])
})
