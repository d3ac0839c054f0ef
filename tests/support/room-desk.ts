/** What tests of rooms as data have in common: staff and a partner unit of one community, somebody who books, and their calls. */
import { beforeAll, beforeEach } from 'vitest'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { DeskFacility, RoomPlanned } from '../../bff/contracts/src/room-desk'
import type { RoomPlan } from '../../bff/contracts/src/room-plan'
import type { Room } from '../../bff/contracts/src/rooms'
import { monday, type TestApp } from './app'
import { facilityPlan, roomPlan } from './room-plans'
import { ok } from './story'
import { here, liftQuota, makeDivisions, makePerson, type Person } from './world'

export function roomDeskStage(app: TestApp) {
  const people = { party: {} as Person, staff: {} as Person, partner: {} as Person }
  const call = <T>(name: EndpointName, who: Person, params: Record<string, string>, body?: object) =>
    app.call<T>(name, { params, ...(body && { body }), token: who.token })
  beforeAll(async () => {
    await makeDivisions(app)
    await liftQuota(app)
  })
  beforeEach(async () => {
    app.clock.set(monday)
    people.party = await makePerson(app)
    people.staff = await makePerson(app, { name: '王晓', grants: [['staff', here]] })
    people.partner = await makePerson(app, { name: '烟草公司何玉兰', grants: [['partner_unit', here]] })
  })
  return {
    people,
    call,
    list: async (who = people.staff) =>
      ok(call<{ facilities: DeskFacility[]; isStaff: boolean }>('listFacilities', who, { division: here })),
    planOf: (id: string, who = people.staff) => ok(call<RoomPlanned>('getRoomPlan', who, { id })),
    edit: (id: string, change: Partial<RoomPlan>, version: number, more: object = {}, who = people.staff) =>
      call<RoomPlanned>('editRoom', who, { id }, { room: roomPlan(change), version, ...more }),
    room: (id: string) => ok(app.call<Room>('getRoom', { params: { id } })),
    facilityWith: async (change: object = {}) =>
      ok(call<DeskFacility>('addFacility', people.staff, { code: here }, facilityPlan(change))),
  }
}
