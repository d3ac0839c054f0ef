/** A room that is retired stays on the board for the days on which somebody used it, or was to. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { BoardRoom } from '../../../bff/contracts/src/board'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let [staff, party] = [{} as Person, {} as Person]
const roomOn = async (id: string, query: Record<string, string>) => {
  const asked = { params: { division: here }, query, token: staff.token }
  const { rooms } = await ok(app.call<{ rooms: BoardRoom[] }>('readBoard', asked))
  return rooms.find((room) => room.id === id)
}
const retire = (id: string) =>
  app.database.pool.query('UPDATE rooms SET retired_at = $2 WHERE id = $1', [id, app.clock.now()])

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  party = await makePerson(app)
})

test('a room that is given to nobody any more keeps the days on which it was used', async () => {
  const roomId = await makeRoom(app)
  const { id } = await book(app, party, wish(roomId, 9, 11))
  await ok(act(app, 'confirmBooking', staff, id))
  app.clock.set(localTime('2026-11-26', 9))
  await completeEnded(app.deps)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  await retire(roomId)
  expect(await roomOn(roomId, { from: '2026-11-25' })).toMatchObject({
    retired: true,
    blocks: [{ caseId: id }],
  })
  expect(await roomOn(roomId, { from: '2026-11-26' })).toBeUndefined()
})

test('a room that is given to nobody any more keeps the day on which nobody came', async () => {
  const roomId = await makeRoom(app, { approval: 'automatic' })
  const { id } = await book(app, party, wish(roomId, 14, 16))
  app.clock.set(new Date(Date.parse(localTime('2026-11-25', 14)) + 20 * 60_000))
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  await ok(act(app, 'releaseBooking', staff, id))
  await retire(roomId)
  expect(await roomOn(roomId, { from: '2026-11-25' })).toMatchObject({
    retired: true,
    blocks: [{ caseId: id, state: 'missed' }],
  })
})
