/** The search against a plain model, and both against what a request is answered: what is called free can be booked. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { FoundRoom } from '../../../bff/contracts/src/room-search'
import { monday, testApp } from '../../support/app'
import { canHave, firstOf, freeQuarters, type ModelRoom } from '../../support/room-model'
import { ok } from '../../support/story'
import {
  everyDay,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
const now = Date.parse(monday)
const day = (n: number): string => new Date(now + n * 86_400_000).toISOString().slice(0, 10)
let party: Person
let township = 100

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app, '53')
  party = await makePerson(app)
})

/** A county for each world: rooms are not taken away again. */
async function makeCommunity(): Promise<string> {
  township += 1
  const [county, town] = [`53${township}9`.padEnd(6, '0'), `53${township}9`.padEnd(6, '0') + '101']
  const rows = [
    [county, 'county', '5323'],
    [town, 'township', county],
    [`${town}001`, 'community', town],
  ]
  for (const row of rows)
    await pool.query(
      'INSERT INTO divisions (code, level, name, full_name, parent_code) VALUES ($1, $2, $1, $1, $3)',
      row,
    )
  app.deps.cache.drop('divisions')
  return `${town}001`
}

const half = (from: number, to: number) => fc.integer({ min: from * 2, max: to * 2 }).map((n) => n / 2)
const clockOf = (hour: number): string =>
  `${String(Math.floor(hour)).padStart(2, '0')}:${hour % 1 === 0 ? '00' : '30'}`

const roomPlan = fc.record({
  opensAt: half(7, 10),
  noon: fc.boolean(),
  slotMinutes: fc.constantFrom(30, 60),
  min: fc.constantFrom(1, 2),
  max: fc.constantFrom(3, 8),
  noticeMinutes: fc.constantFrom(0, 60, 1440),
  horizonDays: fc.constantFrom(0, 1, 3, 14),
  bufferMinutes: fc.constantFrom(0, 15, 30, 60),
  capacity: fc.constantFrom(5, 20, 50),
  approval: fc.constantFrom('automatic' as const, 'staff' as const),
  closures: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), half(8, 19), half(1, 4)), { maxLength: 2 }),
  uses: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), half(8, 19), half(1, 3)), { maxLength: 8 }),
})
type RoomPlan = typeof roomPlan extends fc.Arbitrary<infer T> ? T : never

const question = fc.record({
  day: fc.integer({ min: 0, max: 4 }),
  hours: fc.option(fc.tuple(half(7, 20), half(1, 3)), { nil: undefined }),
  people: fc.constantFrom(1, 10, 30),
})

async function lay(community: string, plan: RoomPlan): Promise<ModelRoom> {
  const { opensAt, noon, slotMinutes } = plan
  const openings = noon
    ? [...everyDay(clockOf(opensAt), '12:00'), ...everyDay('14:00', '21:00')]
    : everyDay(clockOf(opensAt), '20:30')
  const rules = {
    ...{ openings, slotMinutes, minMinutes: plan.min * slotMinutes, maxMinutes: plan.max * slotMinutes },
    ...{
      noticeMinutes: plan.noticeMinutes,
      horizonDays: plan.horizonDays,
      bufferMinutes: plan.bufferMinutes,
    },
    capacity: plan.capacity,
  }
  const id = await makeRoom(app, { ...rules, community, approval: plan.approval })
  const room: ModelRoom = { id, ...rules, closures: [], uses: [] }
  for (const [on, from, length] of plan.closures) {
    const [starts, ends] = [localTime(day(on), from), localTime(day(on), from + length)]
    await pool.query(
      `INSERT INTO room_closures (id, room_id, starts_at, ends_at, reason, created_by, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, '检修', $4, $5)`,
      [id, starts, ends, party.accountId, monday],
    )
    room.closures.push([Date.parse(starts), Date.parse(ends)])
  }
  app.deps.cache.drop(`room ${id}`)
  for (const [on, from, length] of plan.uses) await use(room, on, from * 60, (from + length) * 60)
  return room
}

/** Asks for it over HTTP; the model has to have said what is answered. */
async function use(room: ModelRoom, on: number, from: number, to: number): Promise<void> {
  const [startsAt, endsAt] = [localTime(day(on), from / 60), localTime(day(on), to / 60)]
  const body = { roomId: room.id, startsAt, endsAt, purpose: 'training', attendees: 1 }
  const { status, problem } = await app.call('requestBooking', { body, token: party.token })
  const may = canHave(room, day(on), from, to, now)
  expect([status === 201, may ? undefined : problem.code]).toEqual([
    may,
    may ? undefined : expect.any(String),
  ])
  if (status === 201) room.uses.push([Date.parse(startsAt), Date.parse(endsAt)])
}

const days = (first: number): string[] => Array.from({ length: 15 }, (_, n) => day(first + n))

function expected(room: ModelRoom, on: number, hours: [number, number] | undefined) {
  const asked = hours && Math.ceil((hours[1] * 60) / room.slotMinutes) * room.slotMinutes
  const length = Math.min(room.maxMinutes, Math.max(room.minMinutes, asked ?? 0))
  const earliest = firstOf(room, days(on), length, now)
  const isThen = hours && canHave(room, day(on), hours[0] * 60, (hours[0] + hours[1]) * 60, now)
  const isThatDay = earliest !== null && earliest < localTime(day(on + 1), 0)
  const other = earliest === null ? 'none' : isThatDay ? 'that_day' : 'later'
  const fit = isThen || (!hours && isThatDay) ? 'fits' : other
  return { fit, earliest, free: freeQuarters(room, day(on), now) }
}

const quarters = ({ free }: FoundRoom): number[] =>
  free.flatMap(([from, to]) => Array.from({ length: (to - from) / 15 }, (_, n) => from + n * 15))

test('what is called free is what the model says, and what a request is given', { timeout: 240_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(roomPlan, { minLength: 2, maxLength: 4 }),
      fc.array(question, { minLength: 3, maxLength: 5 }),
      async (plans, questions) => {
        const community = await makeCommunity()
        party = await makePerson(app)
        const rooms: ModelRoom[] = []
        for (const plan of plans) rooms.push(await lay(community, plan))
        for (const { day: on, hours, people } of questions) {
          const span = hours && { from: clockOf(hours[0]), to: clockOf(hours[0] + hours[1]) }
          const query = { community, day: day(on), people: String(people), ...span }
          const answer = await ok(
            app.call<{ rooms: FoundRoom[]; left: { small: number } }>('searchRooms', { query }),
          )
          const large = rooms.filter((room) => room.capacity >= people)
          expect(answer.left.small).toBe(rooms.length - large.length)
          expect(answer.rooms.map((room) => room.id).sort()).toEqual(large.map((room) => room.id).sort())
          for (const found of answer.rooms) {
            const room = large.find((one) => one.id === found.id) as ModelRoom
            const { fit, earliest } = found
            expect({ fit, earliest, free: quarters(found) }).toEqual(expected(room, on, hours))
          }
          // The last of a question changes the world: what fits is taken.
          if (hours) for (const room of large) await use(room, on, hours[0] * 60, (hours[0] + hours[1]) * 60)
        }
      },
    ),
    { numRuns: 25 },
  ),
)
