/** What is over in a room's line is over by the clock: no worker has to have written it down. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseDetail } from '../../../bff/contracts/src/cases'
import type { RoomDay } from '../../../bff/contracts/src/rooms'
import { joinPorts } from '../../../bff/src/lines'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { act, book, caseOf, ok } from '../../support/story'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  wish,
} from '../../support/world'
import { later, placeOf, stateOf, waiterFor } from './room-stage'

const app = await testApp()
const wednesday = '2026-11-25'
let holder: Person
let staff: Person
let room: string
let held: CaseDetail

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  holder = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
  room = await makeRoom(app)
  held = await book(app, holder, wish(room))
})

test('an offer that is over keeps nothing: the slot is shown free and the room can be closed', async () => {
  await waiterFor(app, room)
  await ok(act(app, 'cancelBooking', holder, held.id))
  const days = async () =>
    (
      await ok(
        app.call<{ days: RoomDay[] }>('listRoomDays', {
          params: { id: room },
          query: { from: wednesday, days: '1' },
        }),
      )
    ).days
  const offered = await days()
  await later(app, '2026-11-23T05:00:00Z', staff)
  expect(await days()).not.toEqual(offered)
  const body = { startsAt: localTime(wednesday, 14), endsAt: localTime(wednesday, 16), reason: '检修' }
  const closed = await app.call('addClosure', { params: { id: room }, body, token: staff.token })
  expect(closed.status).toBe(201)
})

test('whose wait is over reads so, is nobody’s rival, and can wait for a later time of that day', async () => {
  await book(app, holder, wish(room, 18, 20))
  const early = await waiterFor(app, room)
  await later(app, localTime(wednesday, 15), early, holder)
  expect(await placeOf(app, early)).toMatchObject({ state: 'lapsed', position: null, total: 0 })
  expect(await stateOf(app, early)).toBe('lapsed')
  await ok(waitSlot(app, early, wish(room, 18, 20)))
})

test('a slot that is promised to the line is not named as a free time', async () => {
  await waiterFor(app, room)
  await ok(act(app, 'refuseBooking', staff, held.id, { body: { note: '停电' } }))
  const third = await makePerson(app)
  const { problem } = await app.call('requestBooking', { body: wish(room), token: third.token })
  expect(problem.code).toBe('booking_slot_taken')
  const { alternatives } = problem.facts as { alternatives: { startsAt: string }[] }
  expect(alternatives.length).toBeGreaterThan(0)
  expect(alternatives.map((a) => Date.parse(a.startsAt))).not.toContain(Date.parse(localTime(wednesday, 14)))
})

test('whose wait is over has no button and leaves nothing any more', async () => {
  const waiter = await waiterFor(app, room)
  await later(app, localTime(wednesday, 14), waiter)
  expect(await caseOf(app, waiter, waiter.id)).toMatchObject({
    state: 'lapsed',
    waitingFor: 'nobody',
    can: [],
  })
  expect((await act(app, 'leaveLine', waiter, waiter.id)).problem.code).toBe('action_not_open')
})

test('when two accounts become one, an offer that is over does not cost the wait that still counts', async () => {
  const [early, late] = await Promise.all([makePerson(app), makePerson(app)])
  const free = await makeRoom(app, { approval: 'automatic' })
  const first = await book(app, early, wish(free, 14, 16))
  await book(app, late, wish(free, 18, 20))
  const [offered, waiting] = [await waiterFor(app, free, [14, 16]), await waiterFor(app, free, [18, 20])]
  await ok(act(app, 'cancelBooking', early, first.id))
  expect(await stateOf(app, offered)).toBe('held')
  app.clock.advance(3 * 60)
  await app.deps.db.transaction((tx) =>
    joinPorts.oneEntryEach(
      app.deps,
      tx,
      { from: offered.accountId, into: waiting.accountId },
      app.clock.now(),
    ),
  )
  await later(app, app.clock.now().toISOString(), waiting)
  expect(await stateOf(app, waiting)).toBe('waiting')
})
