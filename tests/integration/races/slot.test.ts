import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import type { Answer } from '../../support/api'
import { together, values } from '../../support/together'
import {
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  wish,
} from '../../support/world'

const clients = 200
const app = await testApp()
let people: Person[]

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  people = await Promise.all(Array.from({ length: clients }, () => makePerson(app)))
})

/** Sends one request a client, all in the same instant. */
async function wave(bodies: readonly unknown[]): Promise<Answer[]> {
  const results = await together(bodies.length, (n) =>
    app.call('requestBooking', { body: bodies[n], token: people[n % clients]?.token ?? '' }),
  )
  return values(results)
}

const overlapping = async (roomId: string): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM bookings a JOIN bookings b ON a.case_id < b.case_id AND a.room_id = b.room_id
       AND a.occupied && b.occupied
     WHERE a.room_id = $1 AND a.state IN ('held', 'pending', 'confirmed') AND b.state IN ('held', 'pending', 'confirmed')`,
    [roomId],
  )
  return rows[0]?.n ?? -1
}

const saved = async (roomId: string): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM bookings WHERE room_id = $1',
    [roomId],
  )
  return rows[0]?.n ?? -1
}

/** Periods that are equal to, inside, across, touching, or within the cleaning time of 14:00–16:00. */
const shapes: [number, number][] = [
  [14, 16],
  [14, 15],
  [15, 16],
  [13, 15],
  [15, 17],
  [13, 17],
  [16, 18],
  [12, 14],
  [17, 19],
  [10, 12],
]

describe('one slot, 200 clients', () => {
  test('exactly one is told yes, the rest are told what is free', async () => {
    const roomId = await makeRoom(app)
    const answers = await wave(Array.from({ length: clients }, () => wish(roomId)))
    const yes = answers.filter((a) => a.status === 201)
    const no = answers.filter((a) => a.status === 409)
    expect(answers).toHaveLength(clients)
    expect(yes).toHaveLength(1)
    expect(no).toHaveLength(clients - 1)
    for (const { problem } of no) {
      expect(problem.code).toBe('booking_slot_taken')
      expect(problem.facts?.alternatives).toHaveLength(3)
      expect(problem.facts?.alternatives).not.toContainEqual({
        startsAt: localTime('2026-11-25', 14),
        endsAt: localTime('2026-11-25', 16),
      })
    }
    expect(await saved(roomId)).toBe(1)
  })
})

describe('a storm over one room', () => {
  const bodiesFor = (roomId: string) =>
    Array.from({ length: clients }, (_, n) => wish(roomId, ...(shapes[n % shapes.length] ?? [14, 16])))

  test('a set without overlap is told yes, everybody else 409; nothing breaks', async () => {
    const roomId = await makeRoom(app)
    const answers = await wave(bodiesFor(roomId))
    const statuses = new Set(answers.map((a) => a.status))
    expect(answers).toHaveLength(clients)
    expect([...statuses].sort()).toEqual([201, 409])
    expect(answers.filter((a) => a.status === 201)).toHaveLength(await saved(roomId))
    expect(await overlapping(roomId)).toBe(0)
    const { rows } = await app.database.pool.query<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    )
    expect(Number(rows[0]?.deadlocks)).toBe(0)
  })

  describe('with the constraint dropped', () => {
    beforeEach(async () => {
      await app.database.pool.query(
        'ALTER TABLE bookings RENAME CONSTRAINT bookings_no_overlap TO bookings_kept_apart',
      )
      // The statement names its arbiter, so a constraint of that name that guards nothing takes its place.
      await app.database.pool.query(
        `ALTER TABLE bookings DROP CONSTRAINT bookings_kept_apart,
           ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist (case_id WITH =)`,
      )
    })

    test('the same storm books one room twice', async () => {
      const roomId = await makeRoom(app)
      await wave(bodiesFor(roomId))
      expect(await overlapping(roomId)).toBeGreaterThan(0)
    })
  })
})
