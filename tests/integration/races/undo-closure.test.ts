import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let roomId: string
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
  roomId = await makeRoom(app)
  id = (await book(app, party, wish(roomId))).id
})

const refuse = () => ok(act(app, 'refuseBooking', staff, id, { body: { note: '停电' } }))
const undo = () => act(app, 'undoDecision', staff, id)

test('a refusal is not taken back into a closure that came meanwhile', async () => {
  await refuse()
  const { startsAt, endsAt } = wish(roomId)
  await ok(act(app, 'addClosure', staff, roomId, { body: { startsAt, endsAt, reason: '停电' } }))
  expect((await undo()).problem.code).toBe('booking_closed')
  expect((await caseOf(app, party, id)).state).toBe('refused')
})

test('in one moment a refusal is taken back and its hour closed: one of the two is told no', async () => {
  for (let n = 0; n < 20; n++) {
    const { startsAt, endsAt } = wish(roomId)
    await refuse()
    const [back, closed] = values(
      await together(2, (which) =>
        which === 0
          ? undo()
          : act(app, 'addClosure', staff, roomId, { body: { startsAt, endsAt, reason: '停电' } }),
      ),
    )
    expect([`${back?.status} ${closed?.status}`]).toContainEqual(
      expect.stringMatching(/^(200 409|422 201)$/) as string,
    )
    roomId = await makeRoom(app)
    id = (await book(app, party, wish(roomId))).id
  }
})
