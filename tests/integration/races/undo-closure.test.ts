import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../bff/local/processes'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let roomId: string
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
  roomId = await makeRoom(app)
  id = (await book(app, party, wish(roomId))).id
})

const refuse = () => ok(act(app, 'refuseBooking', staff, id, { body: { note: '停电' } }))
const undo = () => act(app, 'undoDecision', staff, id)

test('a refusal is not taken back into a closure that came meanwhile', async () => {
  await refuse()
  const { startsAt, endsAt } = wish(roomId)
  await ok(act(app, 'addClosure', staff, roomId, { body: { startsAt, endsAt, reason: '停电' } }))
  expect((await undo()).problem.code).toBe('booking_closed')
  expect((await caseOf(app, party, id)).state).toBe('refused')
})

test('in one moment a refusal is taken back and its hour closed: one of the two is told no', async () => {
  for (let n = 0; n < 20; n++) {
    const { startsAt, endsAt } = wish(roomId)
    await refuse()
    const [back, closed] = values(
      await together(2, (which) =>
        which === 0
          ? undo()
          : act(app, 'addClosure', staff, roomId, { body: { startsAt, endsAt, reason: '停电' } }),
      ),
    )
    expect([`${back?.status} ${closed?.status}`]).toContainEqual(
      expect.stringMatching(/^(200 409|422 201)$/) as string,
    )
    roomId = await makeRoom(app)
    id = (await book(app, party, wish(roomId))).id
  }
})

describe('a closure that is being written while a refusal is taken back', () => {
  /** Writes a closure without ending its transaction, asks for the undo meanwhile, and then commits. */
  async function undoWhileClosing(movesVersion: boolean): Promise<string> {
    await refuse()
    const client = await app.database.pool.connect()
    await client.query('BEGIN')
    if (movesVersion) await client.query('UPDATE rooms SET version = version + 1 WHERE id = $1', [roomId])
    const { startsAt, endsAt } = wish(roomId)
    await client.query(
      `INSERT INTO room_closures (id, room_id, starts_at, ends_at, reason, created_by, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, '停电', $4, now())`,
      [roomId, startsAt, endsAt, staff.accountId],
    )
    let answered = false
    const answer = undo().finally(() => {
      answered = true
    })
    const waits = async (): Promise<boolean> => {
      const { rowCount } = await app.database.pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return answered || rowCount === 1
    }
    expect(await eventually(waits, 10_000)).toBe(true)
    await client.query('COMMIT')
    client.release()
    const { status, problem } = await answer
    return problem.code ?? String(status)
  }

  test('is waited for', async () => {
    expect(await undoWhileClosing(true)).toBe('booking_closed')
  })

  test('is missed when it does not move the room’s version', async () => {
    expect(await undoWhileClosing(false)).toBe('200')
  })
})
