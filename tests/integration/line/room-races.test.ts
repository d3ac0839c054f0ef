import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { act, book, caseOf } from '../../support/story'
import { eventually } from '../../../bff/local/processes'
import { liftQuota, makeDivisions, makePerson, makeRoom, wish } from '../../support/world'

const rounds = 15
const app = await testApp()

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(() => app.clock.set(monday))

describe('a room', () => {
  test('somebody begins to wait while the slot is given up: told that it is free, or offered it', async () => {
    for (let n = 0; n < rounds; n++) {
      const [holder, waiter] = [await makePerson(app), await makePerson(app)]
      const roomId = await makeRoom(app, { approval: 'automatic' })
      const { id } = await book(app, holder, wish(roomId))
      const [, waited] = await Promise.all([
        act(app, 'cancelBooking', holder, id),
        waitSlot(app, waiter, wish(roomId)),
      ])
      if (waited.status === 201) expect((await caseOf(app, waiter, waited.body.id)).state).toBe('held')
      else expect(waited.problem.code).toBe('slot_is_free')
    }
  })

  test('somebody asks for a slot in the moment in which it goes to the line: the line has it', async () => {
    for (let n = 0; n < rounds; n++) {
      const [holder, waiter, quick] = [await makePerson(app), await makePerson(app), await makePerson(app)]
      const roomId = await makeRoom(app, { approval: 'automatic' })
      const { id } = await book(app, holder, wish(roomId))
      const { body } = await waitSlot(app, waiter, wish(roomId))
      const [, asked] = await Promise.all([
        act(app, 'cancelBooking', holder, id),
        app.call('requestBooking', { body: wish(roomId), token: quick.token }),
      ])
      expect(asked.problem.code).toBe('booking_slot_taken')
      expect((await caseOf(app, waiter, body.id)).state).toBe('held')
    }
  })

  test('what is booked beside an offer in one moment never overlaps it', async () => {
    for (let n = 0; n < rounds; n++) {
      const [holder, waiter, quick] = [await makePerson(app), await makePerson(app), await makePerson(app)]
      const roomId = await makeRoom(app, { approval: 'automatic' })
      const { id } = await book(app, holder, wish(roomId, 14, 16))
      // Waits for more than is freed: its last hour is free, and somebody asks for just that hour.
      const { body } = await waitSlot(app, waiter, wish(roomId, 14, 18))
      const [cancelled, asked] = await Promise.all([
        act(app, 'cancelBooking', holder, id),
        app.call('requestBooking', { body: wish(roomId, 17, 18), token: quick.token }),
      ])
      expect(cancelled.status).toBe(200)
      const state = (await caseOf(app, waiter, body.id)).state
      expect([asked.status, state]).toEqual(asked.status === 201 ? [201, 'waiting'] : [409, 'held'])
    }
  })
})

describe('a booking that is being written while its hour is offered', () => {
  /** Leaves the booking's transaction open until the offer meets it. @returns the states of both */
  async function offerWhileBooking(): Promise<string[]> {
    const [holder, waiter, quick] = [await makePerson(app), await makePerson(app), await makePerson(app)]
    const roomId = await makeRoom(app, { approval: 'automatic' })
    const { id } = await book(app, holder, wish(roomId, 14, 16))
    const { body } = await waitSlot(app, waiter, wish(roomId, 14, 18))
    const client = await app.database.pool.connect()
    const written = randomUUID()
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
       SELECT $1, $3, type, community_code, $2, $2, 'self', 'confirmed', 'nobody', created_at FROM cases WHERE id = $4`,
      [written, quick.accountId, written, id],
    )
    const { startsAt, endsAt } = wish(roomId, 17, 18)
    await client.query(
      `INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
       VALUES ($1, 'confirmed', $2, $3, $4, tstzrange($3, $4), 'training', 1, '2026-11-23')`,
      [written, roomId, startsAt, endsAt],
    )
    let answered = false
    const cancelled = act(app, 'cancelBooking', holder, id).finally(() => (answered = true))
    const waits = async (): Promise<boolean> => {
      const { rowCount } = await app.database.pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return answered || rowCount === 1
    }
    expect(await eventually(waits, 10_000)).toBe(true)
    await client.query('COMMIT')
    client.release()
    expect((await cancelled).status).toBe(200)
    const { rows } = await app.database.pool.query<{ state: string }>(
      'SELECT state FROM cases WHERE id = ANY ($1) ORDER BY id = $2 DESC',
      [[written, body.id], written],
    )
    return rows.map((row) => row.state)
  }

  test('wins: the offer is taken back, the cancellation stands, and who waits keeps their place', async () => {
    expect(await offerWhileBooking()).toEqual(['confirmed', 'waiting'])
  })

  test('overlaps the offer when the constraint is gone', async () => {
    await app.database.pool.query('ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap')
    await app.database.pool.query(
      'ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist (case_id WITH =)',
    )
    expect(await offerWhileBooking()).toEqual(['confirmed', 'held'])
  })
})
