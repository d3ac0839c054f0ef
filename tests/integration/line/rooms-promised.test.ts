/** What frees belongs to the line: in the moments of a refusal, and when nobody wrote down that an offer is over. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { act, book, caseOf, ok } from '../../support/story'
import {
  here,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let people: Record<'first' | 'waiting' | 'third' | 'staff', Person>
let room: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  people = {
    first: await makePerson(app),
    waiting: await makePerson(app),
    third: await makePerson(app),
    staff: await makePerson(app, { name: '杨会琼', grants: [['staff', here]] }),
  }
  room = await makeRoom(app)
})

const ask = (who: Person) => app.call('requestBooking', { body: wish(room), token: who.token })

test('a slot that was refused a moment ago is promised to who waits for it', async () => {
  const { id } = await book(app, people.first, wish(room))
  await ok(waitSlot(app, people.waiting, wish(room)))
  await ok(act(app, 'refuseBooking', people.staff, id, { body: { note: '停电' } }))
  expect((await ask(people.third)).problem.code).toBe('booking_slot_taken')
  // The refusal can still be taken back.
  await ok(act(app, 'undoDecision', people.staff, id))
})

test('where nobody waits it is free at once', async () => {
  const { id } = await book(app, people.first, wish(room))
  await ok(act(app, 'refuseBooking', people.staff, id, { body: { note: '停电' } }))
  expect((await ask(people.third)).status).toBe(201)
})

test('an offer that is over by the clock stands in nobody’s way, though no worker ran', async () => {
  const { id } = await book(app, people.first, wish(room))
  const waiting = await ok(waitSlot(app, people.waiting, wish(room)))
  await ok(act(app, 'cancelBooking', people.first, id))
  expect((await caseOf(app, people.waiting, waiting.id)).state).toBe('held')
  app.clock.advance(130)
  const third = await signIn(app.deps, people.third.accountId)
  expect((await ask(third)).status).toBe(201)
})
