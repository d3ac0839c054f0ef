/** What frees belongs to the line: in the moments of a refusal, and when nobody wrote down that an offer is over. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { act, book, caseOf, ok } from '../../support/story'
import { together, values } from '../../support/together'
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

test.each([16, 60, 3_600])('and is still theirs after %i s, though no worker ran', async (seconds) => {
  const { id } = await book(app, people.first, wish(room))
  const waiting = await ok(waitSlot(app, people.waiting, wish(room)))
  await ok(act(app, 'refuseBooking', people.staff, id, { body: { note: '停电' } }))
  app.clock.advance(seconds / 60)
  const third = await signIn(app.deps, people.third.accountId)
  expect((await app.call('requestBooking', { body: wish(room), token: third.token })).problem.code).toBe(
    'booking_slot_taken',
  )
  const mine = await signIn(app.deps, people.waiting.accountId)
  expect((await caseOf(app, mine, waiting.id)).state).toBe('held')
})

test('of many who ask in the moment in which it could no more be taken back, nobody gets it', async () => {
  const { id } = await book(app, people.first, wish(room))
  const waiting = await ok(waitSlot(app, people.waiting, wish(room)))
  await ok(act(app, 'refuseBooking', people.staff, id, { body: { note: '停电' } }))
  app.clock.advance(0.5)
  const strangers = await Promise.all(Array.from({ length: 8 }, () => makePerson(app)))
  const answers = values(await together(8, (n) => ask(strangers[n] ?? people.third)))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(409))
  expect((await caseOf(app, people.waiting, waiting.id)).state).toBe('held')
})

test('the control: without the mark of what was settled, a stranger gets it', async () => {
  const { id } = await book(app, people.first, wish(room))
  await ok(waitSlot(app, people.waiting, wish(room)))
  await ok(act(app, 'refuseBooking', people.staff, id, { body: { note: '停电' } }))
  app.clock.advance(0.5)
  await app.database.pool.query(`UPDATE lines SET settled_at = '2099-01-01' WHERE room_id = $1`, [room])
  expect((await ask(people.third)).status).toBe(201)
})

test('a slot that nobody in the line can take is not lost: once they were asked, whoever comes gets it', async () => {
  const { id } = await book(app, people.first, wish(room))
  const waiting = await ok(waitSlot(app, people.waiting, wish(room)))
  await ok(act(app, 'refuseBooking', people.staff, id, { body: { note: '停电' } }))
  await ok(act(app, 'leaveLine', people.waiting, waiting.id))
  app.clock.advance(1)
  expect((await ask(people.third)).status).toBe(201)
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
