/** What tests of closures have in common: a hall with smaller rooms beside it, somebody who booked, and staff. */
import { beforeAll, beforeEach } from 'vitest'
import type { BookingDetail } from '../../bff/contracts/src/booking-case'
import type { Closure, MetBooking } from '../../bff/contracts/src/closures'
import { monday, type TestApp } from './app'
import { act, book, caseOf, ok } from './story'
import { here, liftQuota, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from './world'

interface Made {
  closures: Closure[]
  moved: number
  kept: number
  cancelled: number
}

export const span = (from = 12, to = 18, day = '2026-11-25') => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
})

export function closingStage(app: TestApp) {
  const world = { party: {} as Person, staff: {} as Person, hall: '', small: '', large: '' }
  const stage = Object.assign(world, {
    close: (body: object = {}, who = world.staff, key?: string) =>
      app.call<Made>('closeRooms', {
        body: {
          roomIds: [world.hall],
          ...span(),
          reason: '检修',
          kind: 'closed',
          weeks: 1,
          answers: [],
          ...body,
        },
        token: who.token,
        ...(key && { key }),
      }),
    async met(query: object = span()) {
      const params = { id: world.hall }
      const asked = { params, query: query as Record<string, string>, token: world.staff.token }
      return (await ok(app.call<{ bookings: MetBooking[] }>('listMetBookings', asked))).bookings
    },
    /** A booking of the hall that staff agreed to. */
    async confirmed(from = 14, to = 16, day?: string) {
      const { id } = await book(app, world.party, wish(world.hall, from, to, day))
      await ok(act(app, 'confirmBooking', world.staff, id))
      return id
    },
    read: async (id: string) => (await caseOf(app, world.party, id)) as BookingDetail,
  })
  beforeAll(async () => {
    await makeDivisions(app)
    await liftQuota(app)
  })
  beforeEach(async () => {
    app.clock.set(monday)
    // The rooms of the test before are none that anything could go to.
    await app.database.pool.query(`UPDATE rooms SET retired_at = now() WHERE retired_at IS NULL`)
    app.deps.cache.drop(`rooms ${here}`)
    stage.party = await makePerson(app)
    stage.staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    stage.hall = await makeRoom(app, { name: '多功能厅' })
    stage.small = await makeRoom(app, { name: '小会议室', capacity: 10 })
    stage.large = await makeRoom(app, { name: '大会议室', capacity: 40 })
  })
  return stage
}
