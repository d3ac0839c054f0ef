import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, ok, set } from '../../support/story'
import {
  elsewhere,
  here,
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

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

const ask = async (day: string, community = here) =>
  app.call<{ id: string }>('requestBooking', {
    body: wish(await makeRoom(app, { community }), 14, 16, day),
    token: party.token,
  })

const used = async (week: string): Promise<number | undefined> => {
  const { rows } = await app.database.pool.query<{ used: number }>(
    'SELECT used FROM booking_quotas WHERE subject_id = $1 AND week = $2',
    [party.accountId, week],
  )
  return rows[0]?.used
}

/** Four requests of this week, the default of everybody. @returns their ids */
async function fill(): Promise<string[]> {
  const ids = []
  for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-29'])
    ids.push((await ok(ask(day))).id)
  return ids
}

const isFull = async (): Promise<boolean> => {
  const { status, problem } = await ask('2026-11-27')
  if (status === 201) return false
  expect(problem).toMatchObject({ code: 'booking_quota_reached', status: 409, facts: { perWeek: 4 } })
  return true
}

describe('four bookings a week', () => {
  test('that start from Monday to Sunday in Shanghai; the fifth is told the limit', async () => {
    await fill()
    expect(await isFull()).toBe(true)
    expect((await ask('2026-11-30')).status).toBe(201)
    expect([await used('2026-11-23'), await used('2026-11-30')]).toEqual([4, 1])
  })

  test('of one person: the next one has their own', async () => {
    await fill()
    expect((await book(app, await makePerson(app), wish(await makeRoom(app)))).state).toBe('pending')
  })

  test('counted over all communities', async () => {
    await fill()
    expect((await ask('2026-11-27', elsewhere)).problem.code).toBe('booking_quota_reached')
  })

  test('of which a taken slot costs none', async () => {
    const roomId = await makeRoom(app)
    await book(app, await makePerson(app), wish(roomId))
    for (let n = 0; n < 5; n++)
      expect((await app.call('requestBooking', { body: wish(roomId), token: party.token })).status).toBe(409)
    expect(await used('2026-11-23')).toBeUndefined()
  })

  test('a cancelled one gives its place back', async () => {
    const [first = ''] = await fill()
    await ok(act(app, 'cancelBooking', party, first))
    expect(await isFull()).toBe(false)
    expect(await isFull()).toBe(true)
  })

  test('so does a refused one, until the refusal is taken back', async () => {
    const [first = ''] = await fill()
    await ok(act(app, 'refuseBooking', staff, first, { body: { note: '停电' } }))
    expect(await used('2026-11-23')).toBe(3)
    await ok(act(app, 'undoDecision', staff, first))
    expect(await used('2026-11-23')).toBe(4)
    expect(await isFull()).toBe(true)
  })

  test('a refusal is not taken back into a place that was used meanwhile', async () => {
    const [first = '', second = ''] = await fill()
    await ok(act(app, 'refuseBooking', staff, first, { body: { note: '停电' } }))
    expect(await isFull()).toBe(false)
    expect((await act(app, 'undoDecision', staff, first)).problem.code).toBe('booking_week_full')
    expect(await used('2026-11-23')).toBe(4)
    await ok(act(app, 'cancelBooking', party, second))
    await ok(act(app, 'undoDecision', staff, first))
    expect(await used('2026-11-23')).toBe(4)
  })
})

test('what nobody came to used its place: it is named with the others that fill the week', async () => {
  const [first = ''] = await fill()
  for (const table of ['cases', 'bookings'])
    await app.database.pool.query(
      `UPDATE ${table} SET state = 'missed' WHERE ${table === 'cases' ? 'id' : 'case_id'} = $1`,
      [first],
    )
  const { problem } = await ask('2026-11-27')
  const named = problem.facts?.bookings as { id: string; canCancel: boolean }[]
  expect(named.map(({ canCancel }) => canCancel)).toEqual([false, true, true, true])
  expect(named[0]?.id).toBe(first)
})

test('a division’s own number holds below it, and the nearest division above decides', async () => {
  await set(app, '532301', 'booking_quota_per_week', 1)
  await set(app, nextDoor, 'booking_quota_per_week', 2)
  expect((await ask('2026-11-24')).status).toBe(201)
  expect((await ask('2026-11-25')).problem.facts).toMatchObject({ perWeek: 1 })
  expect((await ask('2026-11-25', nextDoor)).status).toBe(201)
  expect((await ask('2026-11-26', nextDoor)).problem.facts).toMatchObject({ perWeek: 2 })
  expect((await ask('2026-11-26', elsewhere)).status).toBe(201)
})
