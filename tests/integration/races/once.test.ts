import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { together, values } from '../../support/together'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const taps = 50
const app = await testApp()
let resident: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  resident = await makePerson(app)
  staff = await makePerson(app, { name: '王晓', grants: [['staff', here]] })
})

async function count(table: 'bookings' | 'room_closures', roomId: string): Promise<number> {
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE room_id = $1`,
    [roomId],
  )
  return rows[0]?.n ?? -1
}

const closing = (hour: number) => ({
  startsAt: localTime('2026-11-26', hour),
  endsAt: localTime('2026-11-26', hour + 1),
  reason: '检修',
})

test('one booking, tapped fifty times at once: one booking and one answer', async () => {
  const roomId = await makeRoom(app)
  const key = randomUUID()
  const answers = values(
    await together(taps, () =>
      app.call('requestBooking', { body: wish(roomId), token: resident.token, key }),
    ),
  )
  expect(answers.map((a) => a.status)).toEqual(Array(taps).fill(201))
  expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1)
  expect(await count('bookings', roomId)).toBe(1)
})

test('one key for two different bookings at once: one of them, and the other is refused', async () => {
  const roomId = await makeRoom(app)
  const key = randomUUID()
  const answers = values(
    await together(2, (n) =>
      app.call('requestBooking', { body: wish(roomId, 10 + 4 * n, 12 + 4 * n), token: resident.token, key }),
    ),
  )
  expect(answers.map((a) => a.status).sort()).toEqual([201, 422])
  expect(answers.find((a) => a.status === 422)?.problem.code).toBe('idempotency_key_reused')
  expect(await count('bookings', roomId)).toBe(1)
})

describe('a closure, tapped fifty times at once', () => {
  const tap = async (roomId: string, hour: number) => {
    const key = randomUUID()
    const sent = { params: { id: roomId }, body: closing(hour), token: staff.token, key }
    return values(await together(taps, () => app.call<{ id: string }>('addClosure', sent)))
  }

  test('is one closure and one answer', async () => {
    const roomId = await makeRoom(app)
    const answers = await tap(roomId, 10)
    expect(answers.map((a) => a.status)).toEqual(Array(taps).fill(201))
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1)
    expect(await count('room_closures', roomId)).toBe(1)
  })

  describe('with the key no longer unique', () => {
    beforeEach(async () => {
      await app.database.pool.query('ALTER TABLE idempotency_keys DROP CONSTRAINT idempotency_keys_pkey')
    })

    test('is many closures', async () => {
      const roomId = await makeRoom(app)
      await tap(roomId, 12)
      expect(await count('room_closures', roomId)).toBeGreaterThan(1)
    })
  })
})
