import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Closure } from '../../../bff/contracts/src/closures'
import type { RoomDay } from '../../../bff/contracts/src/rooms'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let roomId: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
  roomId = await makeRoom(app)
})

const period = (from: number, to: number, day = '2026-11-25') => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
})
const close = (from: number, to: number, who = staff, day?: string) =>
  app.call<Closure>('addClosure', {
    params: { id: roomId },
    body: { ...period(from, to, day), reason: ' 检修 ' },
    token: who.token,
  })
const closures = async (): Promise<Closure[]> => {
  const answer = app.call<{ closures: Closure[] }>('listClosures', {
    params: { id: roomId },
    token: staff.token,
  })
  return (await ok(answer)).closures
}
const dayOf = async (): Promise<RoomDay | undefined> => {
  const query = { from: '2026-11-25', days: '1' }
  const answer = app.call<{ days: RoomDay[] }>('listRoomDays', { params: { id: roomId }, query })
  return (await ok(answer)).days[0]
}
const ask = (from: number, to: number) =>
  app.call('requestBooking', { body: wish(roomId, from, to), token: party.token })

test('a closure is listed, shown as closed, and keeps bookings out until it is removed', async () => {
  const closure = await ok(close(14, 16))
  expect(closure).toEqual({
    id: closure.id,
    roomId,
    ...period(14, 16),
    reason: '检修',
    kind: 'closed',
    seriesId: null,
  })
  expect(await closures()).toEqual([closure])
  expect((await dayOf())?.busy).toEqual([{ kind: 'closed', ...period(14, 16) }])
  expect((await ask(14, 16)).problem.code).toBe('booking_closed')
  const remove = () => app.call('removeClosure', { params: { id: closure.id }, token: staff.token })
  expect((await remove()).status).toBe(200)
  expect(await closures()).toEqual([])
  expect((await dayOf())?.busy).toEqual([])
  expect((await ask(14, 16)).status).toBe(201)
  // Opening twice is the same as once.
  expect((await remove()).status).toBe(200)
})

describe('closing over live bookings', () => {
  test('is refused and says which bookings, never whose', async () => {
    const early = await book(app, party, wish(roomId, 10, 12))
    const late = await book(app, party, wish(roomId, 14, 16))
    const { status, problem } = await close(11, 20)
    expect({ status, code: problem.code }).toEqual({ status: 409, code: 'closure_has_bookings' })
    expect(problem.facts).toEqual({
      bookings: [
        { caseId: early.id, ...period(10, 12) },
        { caseId: late.id, ...period(14, 16) },
      ],
    })
    expect(await closures()).toEqual([])
    expect((await ask(18, 19)).status).toBe(201)
  })

  test('is possible beside them, over their cleaning, and once they are gone', async () => {
    const { id } = await book(app, party, wish(roomId, 14, 16))
    expect((await close(12, 14)).status).toBe(201)
    expect((await close(16, 17)).status).toBe(201)
    expect((await close(15, 16)).status).toBe(409)
    await ok(act(app, 'cancelBooking', party, id))
    expect((await close(15, 16)).status).toBe(201)
  })

  test('leaves other rooms alone', async () => {
    await book(app, party, wish(await makeRoom(app), 14, 16))
    expect((await close(14, 16)).status).toBe(201)
  })
})

test('closures that have ended are history', async () => {
  await ok(close(14, 15, staff, '2026-11-23'))
  await ok(close(14, 15, staff, '2026-11-24'))
  app.clock.set(localTime('2026-11-23', 15))
  staff = await makePerson(app, { grants: [['staff', here]] })
  expect((await closures()).map((c) => c.startsAt)).toEqual([localTime('2026-11-24', 14)])
})

test('staff of the neighbouring community neither see nor make closures here', async () => {
  const neighbour = await makePerson(app, { grants: [['staff', nextDoor]] })
  expect((await close(14, 16, neighbour)).problem.code).toBe('not_found')
  const { id } = await ok(close(14, 16))
  const remove = await app.call('removeClosure', { params: { id }, token: neighbour.token })
  expect(remove.problem.code).toBe('not_found')
  expect(await closures()).toHaveLength(1)
})

test('a period that ends before it starts is refused with its reason', async () => {
  const { problem } = await close(16, 14)
  expect(problem.errors).toEqual([
    { path: 'body.endsAt', code: 'ends_before_start', message: '结束时间要晚于开始时间' },
  ])
})
