/** A community whose hall is run by a partner unit, another unit with a hall beside it, and those around them. */
import { beforeAll, beforeEach } from 'vitest'
import type { BookingCase } from '../../bff/contracts/src/booking-case'
import { monday, type TestApp } from './app'
import { ok } from './story'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, type RoomWish } from './world'

interface DeskAnswer {
  cases: BookingCase[]
  counts: Record<string, number>
}
interface BoardAnswer {
  rooms: { id: string; blocks: { caseId: string }[] }[]
  canManage: boolean
}

/** What somebody sees of the community. */
const asksOf = (app: TestApp) => ({
  desk: (who: Person, show = 'waiting') =>
    ok(app.call<DeskAnswer>('deskList', { query: { division: here, show }, token: who.token })),
  listed: (who: Person, query: Record<string, string> = {}) =>
    ok(
      app.call<{ cases: BookingCase[] }>('listDeskBookings', {
        params: { division: here },
        query,
        token: who.token,
      }),
    ),
  board: (who: Person) =>
    ok(
      app.call<BoardAnswer>('readBoard', {
        params: { division: here },
        query: { from: '2026-11-25' },
        token: who.token,
      }),
    ),
  home: (who: Person) =>
    ok(
      app.call<{ deskWaiting: number | null }>('getHome', { params: { community: here }, token: who.token }),
    ),
})

export function hallStage(app: TestApp) {
  const { pool } = app.database
  const people = {} as Record<'unit' | 'other' | 'staff' | 'above' | 'party', Person>
  const rooms = { hall: '', others: '', ours: '' }
  /** A room of a facility that this unit runs. */
  const hallOf = async (unit: Person, wish: RoomWish = {}): Promise<string> => {
    const id = await makeRoom(app, wish)
    await pool.query(
      'UPDATE facilities SET owner_id = $2 WHERE id = (SELECT facility_id FROM rooms WHERE id = $1)',
      [id, unit.accountId],
    )
    return id
  }
  beforeAll(async () => {
    await makeDivisions(app)
    await liftQuota(app)
  })
  beforeEach(async () => {
    app.clock.set(monday)
    people.unit = await makePerson(app, { name: '烟草公司何玉兰', grants: [['partner_unit', here]] })
    people.other = await makePerson(app, { name: '旅游公司马玉兰', grants: [['partner_unit', here]] })
    people.staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
    people.above = await makePerson(app, { name: '罗玉兰', grants: [['supervisor', here.slice(0, 9)]] })
    people.party = await makePerson(app, { name: '板上不写的名字' })
    rooms.hall = await hallOf(people.unit)
    rooms.others = await hallOf(people.other)
    rooms.ours = await makeRoom(app)
  })
  /** The unit is none any more. */
  const revoke = (unit: Person) =>
    pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [unit.accountId])
  return { people, rooms, hallOf, revoke, asks: asksOf(app) }
}
