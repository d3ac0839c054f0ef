import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { snapshot } from '../../support/snapshot'
import { act, book, caseOf, ok } from '../../support/story'
import { together, values } from '../../support/together'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
let party: Person
let staff: Person
let key: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  key = randomUUID()
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

const ask = (body: object, token = party.token) =>
  app.call<{ id: string }>('requestBooking', { body, token, key })

describe('a request sent again with its key', () => {
  test('has the first answer, also when everything since speaks against it', async () => {
    const body = wish(await makeRoom(app, { approval: 'automatic' }))
    const first = await ok(ask(body))
    const after = await snapshot(pool)
    expect((await ok(ask(body))).id).toBe(first.id)
    expect(await snapshot(pool)).toEqual(after)
    // The slot has begun: a new request for it would be refused.
    app.clock.set(localTime('2026-11-25', 15))
    const later = await signIn(app.deps, party.accountId)
    expect((await ok(ask(body, later.token))).id).toBe(first.id)
  })

  test('shows the case as it is by then', async () => {
    const body = wish(await makeRoom(app))
    const { id } = await ok(ask(body))
    await ok(act(app, 'cancelBooking', party, id))
    expect(await ok(ask(body))).toMatchObject({ id, state: 'cancelled' })
  })

  test('but something else in it is refused, whatever the difference', async () => {
    const [roomId, other] = [await makeRoom(app), await makeRoom(app)]
    await ok(ask(wish(roomId)))
    const after = await snapshot(pool)
    const others = [
      wish(other),
      wish(roomId, 17, 19),
      { ...wish(roomId), attendees: 21 },
      { ...wish(roomId), note: '有' },
    ]
    for (const body of others) {
      const { status, problem } = await ask(body)
      expect({ status, code: problem.code }).toEqual({ status: 422, code: 'idempotency_key_reused' })
    }
    expect(await snapshot(pool)).toEqual(after)
  })

  test('is another tap from another person', async () => {
    const body = wish(await makeRoom(app))
    await ok(ask(body))
    const stranger = await makePerson(app)
    expect((await ask(body, stranger.token)).problem.code).toBe('booking_slot_taken')
    expect((await ask(wish(await makeRoom(app)), stranger.token)).status).toBe(201)
  })

  test('of a refused request is free: nothing was promised', async () => {
    const roomId = await makeRoom(app)
    await book(app, await makePerson(app), wish(roomId))
    expect((await ask(wish(roomId))).problem.code).toBe('booking_slot_taken')
    expect((await ask(wish(roomId, 18, 20))).status).toBe(201)
  })
})

describe('a decision sent again with its key', () => {
  test('is one decision and one line of the timeline, fifty times at once', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    const answers = values(await together(50, () => act(app, 'confirmBooking', staff, id, { key })))
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 50 }, () => 200))
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1)
    const { timeline } = await caseOf(app, party, id)
    expect(timeline.map((e) => e.action)).toEqual(['request', 'confirm'])
  })

  test('does not decide again after it was taken back', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    await ok(act(app, 'confirmBooking', staff, id, { key }))
    await ok(act(app, 'undoDecision', staff, id))
    expect((await ok(act(app, 'confirmBooking', staff, id, { key }))).state).toBe('pending')
  })

  test('was meant for one case, one action and one reason', async () => {
    const [one, two] = [
      await book(app, party, wish(await makeRoom(app))),
      await book(app, party, wish(await makeRoom(app))),
    ]
    const body = { note: '停电' }
    await ok(act(app, 'refuseBooking', staff, one.id, { key, body }))
    const again = [
      await act(app, 'refuseBooking', staff, two.id, { key, body }),
      await act(app, 'askSubject', staff, one.id, { key, body }),
      await act(app, 'refuseBooking', staff, one.id, { key, body: { note: '停水' } }),
    ]
    for (const { problem } of again) expect(problem.code).toBe('idempotency_key_reused')
    expect((await caseOf(app, party, two.id)).state).toBe('pending')
  })

  test('of a refused decision is free', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    expect((await act(app, 'completeBooking', staff, id, { key })).problem.code).toBe('action_not_open')
    expect((await act(app, 'confirmBooking', staff, id, { key })).status).toBe(200)
  })

  test('and a key of a booking is no key for a closure', async () => {
    const roomId = await makeRoom(app)
    const own = wish(roomId)
    await ok(app.call('requestBooking', { body: own, token: staff.token, key }))
    const body = { startsAt: localTime('2026-11-26', 9), endsAt: localTime('2026-11-26', 10), reason: '检修' }
    expect((await act(app, 'addClosure', staff, roomId, { key, body })).problem.code).toBe(
      'idempotency_key_reused',
    )
  })
})
