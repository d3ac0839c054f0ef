import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseDetail } from '../../../bff/contracts/src/cases'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { act, book, caseOf, ok, set } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'
import { noticesOf, placeOf, stateOf, type Waiter, waiterFor } from './room-stage'

const app = await testApp()
let holder: Person
let roomId: string
let held: CaseDetail

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  holder = await makePerson(app)
  roomId = await makeRoom(app, { approval: 'automatic' })
  held = await book(app, holder, wish(roomId))
})

const waiter = (from = 14, to = 16, extra = {}) => waiterFor(app, roomId, [from, to], extra)
const cancel = () => ok(act(app, 'cancelBooking', holder, held.id))

test('who waits has a number, no slot and nothing to do', async () => {
  const first = await waiter()
  const second = await waiter()
  expect(await caseOf(app, second, second.id)).toMatchObject({
    state: 'waiting',
    waitingFor: 'nobody',
    can: ['leave'],
    lapsesAt: localTime('2026-11-25', 14),
  })
  expect(await placeOf(app, first)).toMatchObject({ position: 1, total: 2, state: 'waiting' })
  expect(await placeOf(app, second)).toMatchObject({ position: 2, total: 2 })
})

test('a cancellation offers the slot to exactly one of thirty, at once and for two hours', async () => {
  const thirty = []
  for (let n = 0; n < 30; n++) thirty.push(await waiter())
  await cancel()
  const states = []
  for (const one of thirty) states.push(await stateOf(app, one))
  expect(states).toEqual(['held', ...Array.from({ length: 29 }, () => 'waiting')])
  const [first, second] = thirty as [Waiter, Waiter]
  const offer = await caseOf(app, first, first.id)
  expect(offer).toMatchObject({
    waitingFor: 'party',
    lapsesAt: '2026-11-23T04:12:00.000Z',
    can: ['decline', 'accept'],
  })
  expect(offer.timeline.at(-1)).toMatchObject({ action: 'offer', side: 'system' })
  expect(await placeOf(app, second)).toMatchObject({ position: 1, total: 29 })
  expect((await noticesOf(app, first)).map((n) => [n.kind, n.facts.heldUntil])).toEqual([
    ['offer_made', '2026-11-23T04:12:00.000Z'],
  ])
  expect((await app.call('requestBooking', { body: wish(roomId), token: second.token })).problem.code).toBe(
    'booking_slot_taken',
  )
})

test('the line is full at thirty people', async () => {
  await set(app, here, 'line_room_limit', 2)
  await waiter()
  await waiter()
  const third = await makePerson(app)
  expect((await waitSlot(app, third, wish(roomId))).problem.code).toBe('line_is_long')
  await app.database.pool.query(`DELETE FROM division_settings WHERE key = 'line_room_limit'`)
  app.deps.cache.drop('divisions')
})

test('older people, minors and people with disabilities come first, each as much as the others', async () => {
  const plain = await waiter()
  const disabled = await waiter(14, 16, { mainlyFor: 'disabled' })
  const elders = await waiter(14, 16, { mainlyFor: 'elders' })
  expect((await placeOf(app, disabled)).position).toBe(1)
  expect((await placeOf(app, elders)).position).toBe(2)
  expect((await placeOf(app, plain)).position).toBe(3)
  await cancel()
  expect(await stateOf(app, disabled)).toBe('held')
})

test('only who wants the same time is ahead of somebody', async () => {
  await book(app, await makePerson(app), wish(roomId, 17, 19))
  const morning = await waiter(14, 16)
  const evening = await waiter(17, 19)
  const both = await waiter(15, 18)
  expect(await placeOf(app, evening)).toMatchObject({ position: 1, total: 2 })
  expect(await placeOf(app, both)).toMatchObject({ position: 3, total: 3 })
  expect(await placeOf(app, morning)).toMatchObject({ position: 1, total: 2 })
})

test('a slot that frees for a shorter time goes to the first whom it fits', async () => {
  await book(app, await makePerson(app), wish(roomId, 17, 19))
  const long = await waiter(14, 18)
  const first = await waiter(14, 16)
  const second = await waiter(14, 15)
  await cancel()
  expect([await stateOf(app, long), await stateOf(app, first), await stateOf(app, second)]).toEqual([
    'waiting',
    'held',
    'waiting',
  ])
  await ok(act(app, 'declineOffer', first, first.id))
  expect([await stateOf(app, long), await stateOf(app, first), await stateOf(app, second)]).toEqual([
    'waiting',
    'cancelled',
    'held',
  ])
})

test('leaving is one tap, and those behind move up', async () => {
  const [first, second] = [await waiter(), await waiter()]
  expect(await ok(act(app, 'leaveLine', first, first.id))).toMatchObject({ state: 'cancelled', can: [] })
  expect((await placeOf(app, second)).position).toBe(1)
  expect(await placeOf(app, first)).toMatchObject({ state: 'cancelled', position: null })
  await cancel()
  expect(await stateOf(app, second)).toBe('held')
})

test('the day shows an offered slot as booked', async () => {
  await waiter()
  await cancel()
  const { body } = await app.call<{ rooms: { id: string; busy: unknown[] }[] }>('getCommunityDay', {
    params: { code: here, day: '2026-11-25' },
    token: holder.token,
  })
  expect(body.rooms.find((room) => room.id === roomId)?.busy).toContainEqual({
    kind: 'booked',
    startsAt: localTime('2026-11-25', 14),
    endsAt: localTime('2026-11-25', 16),
  })
})

describe('who may not wait', () => {
  test.each([
    ['a free slot', () => wish(roomId, 10, 12), 'slot_is_free'],
    ['a time when it is shut', () => wish(roomId, 7, 9), 'booking_outside_hours'],
    ['the past', () => wish(roomId, 9, 10, '2026-11-23'), 'booking_in_past'],
    ['too many people', () => ({ ...wish(roomId), attendees: 61 }), 'booking_over_capacity'],
    ['a room that is not there', () => wish('00000000-0000-4000-8000-000000000000'), 'not_found'],
  ])('%s', async (_, body, code) => {
    expect((await waitSlot(app, await makePerson(app), body())).problem.code).toBe(code)
  })

  test('somebody who waits there already that day, until they leave', async () => {
    const first = await waiter()
    expect((await waitSlot(app, first, wish(roomId, 15, 17))).problem.code).toBe('already_in_line')
    await ok(act(app, 'leaveLine', first, first.id))
    expect((await waitSlot(app, first, wish(roomId, 15, 17))).status).toBe(201)
  })

  test('a repeated tap waits once', async () => {
    const person = await makePerson(app)
    const sent = { body: wish(roomId), token: person.token, key: 'a-wait-sent-twice' }
    const [one, two] = [
      await ok(app.call<CaseDetail>('waitForSlot', sent)),
      await ok(app.call<CaseDetail>('waitForSlot', sent)),
    ]
    expect(two.id).toBe(one.id)
    const other = { ...sent, body: wish(roomId, 15, 17) }
    expect((await app.call('waitForSlot', other)).problem.code).toBe('idempotency_key_reused')
  })
})
