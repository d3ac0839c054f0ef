/** Whoever books and whoever changes a room's rules in the same instant: nobody slips in unseen, nobody is written over. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { roomPlan } from '../../support/room-plans'
import { together, values } from '../../support/together'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const rooms = 40
const app = await testApp()
let resident: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  resident = await makePerson(app)
  staff = await makePerson(app, { name: '王晓', grants: [['staff', here]] })
})

/** Of every room, one person books an hour while another retires it, who has seen that nothing stands in it. */
async function bookAndRetire() {
  const ids = await Promise.all(Array.from({ length: rooms }, () => makeRoom(app)))
  await Promise.all(ids.map((id) => app.call('getRoom', { params: { id } })))
  const answers = values(
    await together(2 * rooms, (n) => {
      const id = ids[Math.floor(n / 2)] ?? ''
      return n % 2
        ? app.call('retireRoom', { params: { id }, body: { version: 1 }, token: staff.token })
        : app.call('requestBooking', { body: wish(id), token: resident.token })
    }),
  )
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM bookings b JOIN rooms r ON r.id = b.room_id
     WHERE r.id = ANY ($1::uuid[]) AND b.state = 'pending' AND r.retired_at IS NOT NULL`,
    [ids],
  )
  return { answers, unseen: rows[0]?.n ?? -1 }
}

test('a booking and a retirement at once: one of them is told no, in every room', async () => {
  const { answers, unseen } = await bookAndRetire()
  expect(unseen).toBe(0)
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(rooms)
  const codes = new Set(answers.filter(({ status }) => status >= 300).map(({ problem }) => problem.code))
  expect([...codes].filter((code) => !['booking_room_retired', 'room_change_hits'].includes(code))).toEqual(
    [],
  )
})

const editAtOnce = async () => {
  const id = await makeRoom(app)
  const answers = values(
    await together(8, (n) =>
      app.call('editRoom', {
        params: { id },
        body: { room: roomPlan({ capacity: 10 + n }), version: 1 },
        token: staff.token,
      }),
    ),
  )
  return answers.map(({ status, problem }) => (status === 200 ? 'written' : problem.code)).sort()
}

test('of eight who read the same room and change it, one does', async () => {
  expect(await editAtOnce()).toEqual([...Array.from({ length: 7 }, () => 'edited_meanwhile'), 'written'])
})

describe('with a version that does not move', () => {
  beforeEach(async () => {
    await app.database.pool.query(`
      CREATE OR REPLACE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN NEW.version := OLD.version; RETURN NEW; END';
      CREATE OR REPLACE TRIGGER keep_version BEFORE UPDATE ON rooms FOR EACH ROW EXECUTE FUNCTION keep_version()`)
  })

  test('they write over each other', async () => {
    expect((await editAtOnce()).filter((each) => each === 'written').length).toBeGreaterThan(1)
  })
})
