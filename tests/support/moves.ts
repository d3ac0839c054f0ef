/** What tests of another time have in common: somebody with bookings, staff, and what they read. */
import { beforeAll, beforeEach } from 'vitest'
import type { BookingDetail } from '../../bff/contracts/src/booking-case'
import { monday, type TestApp } from './app'
import { act, caseOf } from './story'
import { here, localTime, makeDivisions, makePerson, type Person } from './world'

export const at = (day: string, from: number, to: number) => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
})
export const thursday = at('2026-11-26', 9, 11)

/** A person and a member of staff anew for each test, on Monday. */
export function moveStage(app: TestApp) {
  const stage = {
    party: {} as Person,
    staff: {} as Person,
    move: (who: Person, id: string, body: object, key?: string) =>
      act(app, 'rescheduleBooking', who, id, { body, ...(key && { key }) }),
    read: async (who: Person, id: string) => (await caseOf(app, who, id)) as BookingDetail,
    /** Places that the person has used, by week. */
    async used() {
      const { rows } = await app.database.pool.query<{ week: string; used: number }>(
        'SELECT week::text, used FROM booking_quotas WHERE subject_id = $1 AND used > 0 ORDER BY week',
        [stage.party.accountId],
      )
      return rows
    },
    /** Somebody of the staff, signed in now. */
    async freshStaff() {
      stage.staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
      return stage.staff
    },
  }
  beforeAll(() => makeDivisions(app))
  beforeEach(async () => {
    app.clock.set(monday)
    stage.party = await makePerson(app)
    await stage.freshStaff()
  })
  return stage
}
