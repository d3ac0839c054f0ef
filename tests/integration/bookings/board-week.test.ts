/** A week of the board says how full its days are, as the days themselves do, and is a fraction of them. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { BoardRoom, BoardWeekRoom } from '../../../bff/contracts/src/board'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let [staff, party] = [{} as Person, {} as Person]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  party = await makePerson(app)
})

test('a week of how full the rooms are says of each block what the board says, and no more', async () => {
  const roomId = await makeRoom(app, { community: here })
  const confirmed = await book(app, party, wish(roomId, 9, 11))
  await ok(act(app, 'confirmBooking', staff, confirmed.id))
  await book(app, party, wish(roomId, 14, 16))
  const startsAt = localTime('2026-11-26', 13)
  const closure = { startsAt, endsAt: localTime('2026-11-26', 17), reason: '空调检修' }
  await ok(act(app, 'addClosure', staff, roomId, { body: closure }))
  app.clock.set(localTime('2026-11-24', 17))
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  const query = { from: '2026-11-23', rooms: roomId }
  const week = await ok(
    app.call<{ rooms: BoardWeekRoom[] }>('readBoardWeek', {
      params: { division: here },
      query,
      token: staff.token,
    }),
  )
  const day = { params: { division: here }, query: { ...query, days: '7' }, token: staff.token }
  const [room] = (await ok(app.call<{ rooms: BoardRoom[] }>('readBoard', day))).rooms
  if (room === undefined) throw new Error('the room is not there')
  const { id, name, facilityName, communityName, capacity, retired, open } = room
  const shown = { id, name, facilityName, communityName, capacity, retired, open }
  const blocks = room.blocks.map((block) => ({
    ...{ state: block.state, startsAt: block.startsAt, endsAt: block.endsAt, overdue: block.overdue },
  }))
  const closures = room.closures.map((one) => ({ startsAt: one.startsAt, endsAt: one.endsAt }))
  expect(blocks.map(({ state, overdue }) => [state, overdue])).toEqual([
    ['confirmed', false],
    ['pending', true],
  ])
  expect({ ...week, rooms: week.rooms }).toMatchObject({ next: null, from: '2026-11-23', canManage: true })
  expect(week.rooms).toEqual([{ ...shown, blocks, closures }])
  const { token } = await makePerson(app)
  const outside = { params: { division: here }, query, token }
  expect((await app.call('readBoardWeek', outside)).status).toBe(404)
})
