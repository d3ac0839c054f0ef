/** Beside a request stands what its person had here before, and how much of their week is used: in numbers, for staff. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { BookingCase } from '../../../bff/contracts/src/booking-case'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { monday, testApp } from '../../support/app'
import { act, book, ok, set } from '../../support/story'
import {
  here,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let [staff, party] = [{} as Person, {} as Person]

interface History {
  week: { from: string; used: number; of: number }
  counts: Record<'upcoming' | 'used' | 'cancelled' | 'cancelledLate' | 'refused', number>
  last: BookingCase[]
}
const history = (who: Person, id: string) =>
  app.call<History>('readBookingHistory', { params: { id }, token: who.token })

beforeAll(async () => {
  await makeDivisions(app)
  await set(app, here, 'booking_quota_per_week', 7)
})
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  party = await makePerson(app, { name: '不写的名字' })
})

test('used, cancelled, cancelled late, refused, to come, and the week', async () => {
  const room = await makeRoom(app, { community: here })
  const hours = [9, 11, 13, 15, 17] as const
  const [used, early, late, refused, next] = await Promise.all(
    hours.map((from) => book(app, party, wish(room, from, from + 1))),
  )
  for (const one of [used, late]) await ok(act(app, 'confirmBooking', staff, one?.id ?? ''))
  await ok(act(app, 'refuseBooking', staff, refused?.id ?? '', { body: { note: '场地要检修' } }))
  await ok(act(app, 'cancelBooking', party, early?.id ?? ''))
  app.clock.set(localTime('2026-11-25', 12))
  ;[staff, party] = [await signIn(app.deps, staff.accountId), await signIn(app.deps, party.accountId)]
  await ok(act(app, 'cancelBooking', party, late?.id ?? ''))
  await completeEnded(app.deps)
  const asked = await book(app, party, wish(room, 9, 11, '2026-11-27'))
  const { week, counts, last } = await ok(history(staff, asked.id))
  expect(week).toEqual({ from: '2026-11-23', used: 3, of: 7 })
  expect(counts).toEqual({ upcoming: 1, used: 1, cancelled: 2, cancelledLate: 1, refused: 1 })
  expect(last.map(({ id }) => id)).toEqual([next, refused, late, early, used].map((one) => one?.id))
  expect(JSON.stringify([week, counts, last])).not.toContain('不写的名字')
})

test('of another community it says nothing, nor to whom it is not for', async () => {
  await book(app, party, wish(await makeRoom(app, { community: nextDoor }), 9, 11))
  const { id } = await book(app, party, wish(await makeRoom(app)))
  const { counts, week, last } = await ok(history(staff, id))
  expect([counts.upcoming, last]).toEqual([0, []])
  expect(week.used).toBe(2)
  const watching = await makePerson(app, { grants: [['supervisor', here]] })
  for (const who of [party, watching])
    expect((await history(who, id)).problem.code).toBe('contact_not_justified')
  await ok(act(app, 'cancelBooking', party, id))
  expect((await history(staff, id)).problem.code).toBe('contact_not_justified')
})
