import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { buildTestApp, testApp } from '../../support/app'
import { together, values } from '../../support/together'
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

const rooms = 60
const app = await testApp()
/** The same service in a second process, with a memory of its own. */
const other = await buildTestApp(app.database, inject('redisUrl'))
afterAll(() => other.close())
const closing = { startsAt: localTime('2026-11-25', 12), endsAt: localTime('2026-11-25', 18), reason: '检修' }
let resident: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  resident = await makePerson(app)
  staff = await makePerson(app, { name: '王晓', grants: [['staff', here]] })
})

/** Of every room, one person books an hour that another one closes in the same instant. */
async function bookAndClose() {
  const ids = await Promise.all(Array.from({ length: rooms }, () => makeRoom(app)))
  // The rules of every room are known before the race, as they are in a busy process.
  await Promise.all(ids.map((id) => app.call('getRoom', { params: { id } })))
  const closing = {
    startsAt: localTime('2026-11-25', 12),
    endsAt: localTime('2026-11-25', 18),
    reason: '检修',
  }
  const answers = values(
    await together(2 * rooms, (n) => {
      const id = ids[Math.floor(n / 2)] ?? ''
      return n % 2
        ? app.call('addClosure', { params: { id }, body: closing, token: staff.token })
        : app.call('requestBooking', { body: wish(id), token: resident.token })
    }),
  )
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM bookings b JOIN room_closures c USING (room_id)
     WHERE b.room_id = ANY ($1::uuid[]) AND b.state = 'pending'
       AND tstzrange(b.starts_at, b.ends_at) && tstzrange(c.starts_at, c.ends_at)`,
    [ids],
  )
  return { answers, under: rows[0]?.n ?? -1 }
}

test('a booking and a closure of the same hour at once: one of them is told no, in every room', async () => {
  const { answers, under } = await bookAndClose()
  expect(under).toBe(0)
  expect(answers.filter((a) => a.status === 201)).toHaveLength(rooms)
  const codes = new Set(answers.filter((a) => a.status !== 201).map((a) => a.problem.code))
  expect([...codes].filter((code) => !['booking_closed', 'closure_has_bookings'].includes(code))).toEqual([])
})

describe('another process remembers the rules from before a closure', () => {
  const bookThere = async () => {
    const id = await makeRoom(app)
    await other.call('getRoom', { params: { id } })
    await app.call('addClosure', { params: { id }, body: closing, token: staff.token })
    return other.call('requestBooking', { body: wish(id), token: resident.token })
  }

  test('it finds the version gone and looks again', async () => {
    expect((await bookThere()).problem.code).toBe('booking_closed')
  })

  test('nobody is refused by a closure that was taken away', async () => {
    const id = await makeRoom(app)
    const { body } = await app.call<{ id: string }>('addClosure', {
      params: { id },
      body: closing,
      token: staff.token,
    })
    await other.call('getRoom', { params: { id } })
    await app.call('removeClosure', { params: { id: body.id }, token: staff.token })
    const booked = await other.call('requestBooking', { body: wish(id), token: resident.token })
    expect(booked.status).toBe(201)
  })

  describe('with a version that does not move', () => {
    beforeEach(async () => {
      await app.database.pool.query(`
        CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN NEW.version := OLD.version; RETURN NEW; END';
        CREATE TRIGGER keep_version BEFORE UPDATE ON rooms FOR EACH ROW EXECUTE FUNCTION keep_version()`)
    })

    test('the booking slips under the closure', async () => {
      expect((await bookThere()).status).toBe(201)
    })
  })
})
