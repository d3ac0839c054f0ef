/** Whatever was booked is found by when, where and of whom, in the reader's own scope; and nobody is named. */
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingCase } from '../../../bff/contracts/src/booking-case'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
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
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let [staff, party] = [{} as Person, {} as Person]

interface List {
  cases: BookingCase[]
  next: string | null
}
type Query = Record<string, string>
const list = (who: Person, query: Query = {}, division = here) =>
  app.call<List>('listDeskBookings', { params: { division }, query, token: who.token })
const idsOf = async (query: Query, division = here, who = staff) =>
  (await ok(list(who, query, division))).cases.map(({ id }) => id)
const decide = (name: EndpointName, id: string, note?: string) =>
  ok(act(app, name, staff, id, note === undefined ? {} : { body: { note } }))
const renew = async () => {
  staff = await signIn(app.deps, staff.accountId)
}

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await app.database.pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL')
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  party = await makePerson(app, { name: '表上不写的名字', phone: '13812345670' })
})

test('what was confirmed is to come, then past; what was refused or cancelled is off', async () => {
  const room = await makeRoom(app)
  const late = await book(app, party, wish(room, 18, 19))
  const early = await book(app, party, wish(room, 9, 10))
  const [refused, cancelled] = [
    await book(app, party, wish(room, 11, 12)),
    await book(app, party, wish(room, 13, 14)),
  ]
  await decide('confirmBooking', early.id)
  await decide('refuseBooking', refused.id, '场地要检修')
  await decide('confirmBooking', cancelled.id)
  await decide('cancelBooking', cancelled.id, '停电')
  expect(await idsOf({ room })).toEqual([early.id, late.id])
  expect(await idsOf({ room, show: 'off' })).toEqual([cancelled.id, refused.id])
  expect(await idsOf({ room, show: 'off', state: 'refused' })).toEqual([refused.id])
  expect(await idsOf({ room, show: 'past' })).toEqual([])
  app.clock.set(localTime('2026-11-25', 12))
  await renew()
  // Over is over, also before the clock has written it down.
  expect(await idsOf({ room, show: 'past' })).toEqual([early.id])
  await completeEnded(app.deps)
  expect(await idsOf({ room, show: 'past' })).toEqual([early.id])
  expect(await idsOf({ room, show: 'standing' })).toEqual([early.id, late.id])
  expect((await ok(list(staff))).cases.map(({ id }) => id)).toContain(late.id)
})

test('an offer is to come until its deadline', async () => {
  const room = await makeRoom(app)
  const first = await book(app, party, wish(room, 9, 11))
  const { id } = await ok(waitSlot(app, await makePerson(app), wish(room, 9, 11)))
  expect(await idsOf({ room })).toEqual([first.id])
  await ok(act(app, 'cancelBooking', party, first.id))
  expect(await idsOf({ room })).toEqual([id])
  app.clock.advance(3 * 60)
  await renew()
  expect(await idsOf({ room })).toEqual([])
})

test('a day of a division, and what one person has in it', async () => {
  const [room, other] = [await makeRoom(app), await makeRoom(app, { community: nextDoor })]
  const one = await book(app, party, wish(room, 9, 10, '2026-11-26'))
  const two = await book(app, await makePerson(app), wish(room, 11, 12, '2026-11-26'))
  const next = await book(app, party, wish(other, 9, 10, '2026-11-26'))
  const day = { day: '2026-11-26', show: 'standing' }
  expect(await idsOf(day)).toEqual([one.id, two.id])
  const township = here.slice(0, 9)
  const above = await makePerson(app, { grants: [['staff', township]] })
  expect((await idsOf(day, township, above)).sort()).toEqual([one.id, two.id, next.id].sort())
  expect(await idsOf({ personOf: one.id })).toEqual([one.id])
  expect((await idsOf({ personOf: one.id }, township, above)).sort()).toEqual([one.id, next.id].sort())
})

describe('who may', () => {
  test('look: staff and supervisors of the division; whose they are: staff, while it is open', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    const watching = await makePerson(app, { grants: [['supervisor', here.slice(0, 6)]] })
    const neighbour = await makePerson(app, { grants: [['staff', nextDoor]] })
    expect(await idsOf({}, here, watching)).toContain(id)
    for (const who of [party, neighbour]) expect((await list(who)).problem.code).toBe('not_found')
    const ofPerson = { personOf: id }
    expect((await list(watching, ofPerson)).problem.code).toBe('contact_not_justified')
    expect((await list(neighbour, ofPerson, nextDoor)).problem.code).toBe('not_found')
    expect(await idsOf(ofPerson)).toEqual([id])
    await ok(act(app, 'cancelBooking', party, id))
    expect((await list(staff, ofPerson)).problem.code).toBe('contact_not_justified')
    expect(JSON.stringify((await list(staff, { show: 'off' })).body)).not.toMatch(
      /表上不写的名字|13812345670/,
    )
  })
})

const filter = fc.record({
  show: fc.constantFrom('upcoming', 'past', 'off', 'standing'),
  room: fc.option(fc.nat(2)),
  day: fc.option(fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-25')),
  state: fc.option(fc.constantFrom('confirmed', 'completed', 'cancelled')),
})

test('every filter, page by page, is what a plain list says', async () => {
  const rooms = [await makeRoom(app), await makeRoom(app), await makeRoom(app, { community: nextDoor })]
  const { pool } = app.database
  await pool.query(
    `WITH made AS (SELECT gen_random_uuid() AS id, n, ($1::uuid[])[1 + n % 3] AS room,
        timestamptz '2026-11-18T01:00:00Z' + n % 11 * interval '25 hours' AS at FROM generate_series(0, 299) n),
      staged AS (SELECT *, CASE WHEN n % 7 = 0 THEN 'cancelled' WHEN n % 7 = 1 THEN 'refused'
        WHEN at < '2026-11-22' THEN 'completed' ELSE 'confirmed' END AS state FROM made),
      spine AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
          created_at, starts_at, ends_at, title, decided_by, decided_at, closed_at)
        SELECT s.id, 'CD-000000-' || lpad(n::text, 6, '0'), 'booking', r.community_code, $2, $2, 'self', s.state, 'nobody', at, at,
          at + interval '1 hour', r.name, NULL, NULL, CASE WHEN s.state = 'confirmed' THEN NULL ELSE at END
        FROM staged s JOIN rooms r ON r.id = s.room)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT id, state, room, at, at + interval '1 hour', tstzrange(at, at + interval '1 hour'), 'training', 5, '2026-11-16'
     FROM (SELECT *, row_number() OVER (PARTITION BY room, at, state IN ('confirmed', 'pending', 'held') ORDER BY n) AS nth FROM staged) s
     WHERE true ON CONFLICT ON CONSTRAINT bookings_no_overlap DO NOTHING`,
    [rooms, party.accountId],
  )
  // Cases without a booking were only refused by the constraint.
  await pool.query(
    `DELETE FROM cases c WHERE type = 'booking' AND NOT EXISTS (SELECT FROM bookings b WHERE b.case_id = c.id)`,
  )
  const { rows } = await pool.query<{
    id: string
    room: string
    state: string
    at: Date
    end: Date
    place: string
  }>(
    `SELECT c.id, b.room_id AS room, c.state, c.starts_at AS at, c.ends_at AS "end", c.community_code AS place
     FROM cases c JOIN bookings b ON b.case_id = c.id WHERE c.state <> 'waiting' AND (c.lapses_at IS NULL OR c.lapses_at > $1)`,
    [app.clock.now()],
  )
  const now = app.clock.now()
  const isOff = ({ state }: { state: string }) => ['cancelled', 'refused', 'lapsed'].includes(state)
  const shows = {
    upcoming: (one: (typeof rows)[number]) => !isOff(one) && one.end > now,
    past: (one: (typeof rows)[number]) => !isOff(one) && one.end <= now,
    off: isOff,
    standing: (one: (typeof rows)[number]) => !isOff(one),
  }
  const above = await makePerson(app, { grants: [['staff', here.slice(0, 6)]] })
  await fc.assert(
    fc.asyncProperty(
      filter,
      fc.constantFrom(here, here.slice(0, 9), here.slice(0, 6)),
      async (asked, division) => {
        const room = asked.room === null ? undefined : rooms[asked.room]
        const wanted = rows
          .filter((one) => one.place.startsWith(division) && shows[asked.show](one))
          .filter((one) => room === undefined || one.room === room)
          .filter((one) => asked.state === null || one.state === asked.state)
          .filter(({ at }) => asked.day === null || dayIn(at) === asked.day)
          .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
          .map(({ id }) => id)
        const query = {
          show: asked.show,
          ...(room !== undefined && { room }),
          ...(asked.day !== null && { day: asked.day }),
          ...(asked.state !== null && { state: asked.state }),
        }
        const down = asked.show === 'past' || asked.show === 'off'
        expect(await allPages(above, query, division)).toEqual(down ? wanted.reverse() : wanted)
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

const dayIn = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

async function allPages(who: Person, query: Query, division: string): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: List = await ok(list(who, { ...query, ...(cursor !== null && { cursor }) }, division))
    ids.push(...page.cases.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null)
  return ids
}
