/** Use by weekday and hour against a plain model, over generated rooms, closures and bookings of every state. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { UseHours, UseRow } from '../../../bff/contracts/src/room-use'
import { testApp } from '../../support/app'
import { ok } from '../../support/story'
import { countedUse, type ModelUse } from '../../support/use-model'
import { localTime, makeDivisions, makePerson, makeRoom, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
/** Three weeks about the National Day, of which 1 to 7 October are a public holiday. */
const days = Array.from({ length: 21 }, (_, n) =>
  new Date(Date.UTC(2026, 8, 28 + n)).toISOString().slice(0, 10),
)
const holidays = days.filter((day) => day >= '2026-10-01' && day <= '2026-10-07')
let party: Person
let townships = 100

beforeAll(async () => {
  await makeDivisions(app)
  app.clock.set('2026-11-23T02:12:00Z')
  party = await makePerson(app)
})

async function makeCommunity(): Promise<string> {
  townships += 1
  const town = `532301${townships + 100}`
  for (const row of [
    [town, 'township', '532301'],
    [`${town}001`, 'community', town],
  ])
    await pool.query(
      'INSERT INTO divisions (code, level, name, full_name, parent_code) VALUES ($1, $2, $1, $1, $3)',
      row,
    )
  app.deps.cache.drop('divisions')
  return `${town}001`
}

const quarter = (from: number, to: number) => fc.integer({ min: from * 4, max: to * 4 }).map((n) => n * 15)
const day = fc.constantFrom(...days)
const plan = fc.record({
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  from: quarter(0, 10),
  to: quarter(13, 24),
  noon: fc.boolean(),
  holidays: fc.constantFrom('open' as const, 'closed' as const),
  closures: fc.array(fc.tuple(day, quarter(0, 20), fc.integer({ min: 1, max: 4_000 }), fc.boolean()), {
    maxLength: 3,
  }),
  uses: fc.array(
    fc.record({
      day,
      from: quarter(0, 20),
      length: fc.constantFrom(15, 30, 60, 90, 180, 240),
      state: fc.constantFrom('completed', 'confirmed', 'cancelled', 'refused', 'lapsed'),
    }),
    { maxLength: 10 },
  ),
  retired: fc.option(fc.tuple(day, quarter(0, 24)), { nil: undefined, freq: 4 }),
})
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

async function lay(community: string, one: Plan): Promise<ModelUse> {
  const spans = one.noon
    ? [[one.from, 11 * 60] as const, [12 * 60, one.to] as const]
    : [[one.from, one.to] as const]
  const openings = one.weekdays.flatMap((weekday) =>
    spans.filter(([from, to]) => from < to).map(([from, to]) => ({ weekday, from, to })),
  )
  const id = await makeRoom(app, {
    community,
    holidays: one.holidays,
    openings: openings.map(({ weekday, from, to }) => ({ weekday, from: clock(from), to: clock(to) })),
  })
  const closures: [number, number][] = []
  for (const [on, from, minutes, removed] of one.closures) {
    const start = Date.parse(localTime(on, from / 60))
    const end = start + minutes * 60_000
    await pool.query(
      `INSERT INTO room_closures (id, room_id, starts_at, ends_at, reason, created_by, created_at, removed_at)
       VALUES ($1, $2, $3, $4, '检修', $5, $3, $6)`,
      [randomUUID(), id, new Date(start), new Date(end), party.accountId, removed ? new Date(start) : null],
    )
    if (!removed) closures.push([start, end])
  }
  if (one.retired) {
    const at = localTime(one.retired[0], one.retired[1] / 60)
    await pool.query('UPDATE rooms SET retired_at = $2 WHERE id = $1', [id, at])
    closures.push([Date.parse(at), Number.POSITIVE_INFINITY])
  }
  const uses: ModelUse['uses'] = []
  for (const { day: on, from, length, state } of one.uses) {
    const to = Math.min(1440, from + length)
    if (uses.some((u) => u.day === on && u.from < to && from < u.to)) continue
    await use(community, id, { startsAt: localTime(on, from / 60), endsAt: localTime(on, to / 60), state })
    uses.push({ day: on, from, to, counts: state === 'completed' || state === 'confirmed' })
  }
  return { openings, shutOn: one.holidays === 'closed' ? holidays : [], closures, uses }
}

async function use(
  community: string,
  room: string,
  { startsAt, endsAt, state }: Record<'startsAt' | 'endsAt' | 'state', string>,
) {
  const id = randomUUID()
  await pool.query(
    `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at,
       starts_at, ends_at, closed_at, title)
     VALUES ($1::uuid, $1::uuid::text, 'booking', $2, $3, $3, 'self', $4, 'nobody', $5, $5, $6::timestamptz, CASE WHEN $4 <> 'confirmed' THEN $6::timestamptz END, '厅')`,
    [id, community, party.accountId, state, startsAt, endsAt],
  )
  await pool.query(
    `INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     VALUES ($1, $2, $3, $4, $5, tstzrange($4, $5), 'training', 5, '2026-09-28')`,
    [id, state, room, startsAt, endsAt],
  )
}

interface Answer {
  week: UseHours[]
  rows: UseRow[]
}

const shown = ({ week }: Answer) => ({
  open: week.flatMap(({ open }) => open),
  used: week.flatMap(({ used }) => used),
})
const byHour = (cells: readonly number[]): number[] =>
  Array.from({ length: 24 }, (_, hour) => cells.reduce((sum, n, at) => sum + (at % 24 === hour ? n : 0), 0))

test('every hour of every weekday is what the model counts, of each room and of all', async () => {
  const { token } = await makePerson(app, { grants: [['supervisor', '5323']] })
  const ask = (division: string) =>
    ok(
      app.call<Answer>('readRoomUse', {
        params: { division },
        query: { from: days[0] ?? '', to: days.at(-1) ?? '' },
        token,
      }),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 3 }), async (plans) => {
      const community = await makeCommunity()
      const rooms: ModelUse[] = []
      for (const one of plans) rooms.push(await lay(community, one))
      const [own, above] = [await ask(community), await ask(community.slice(0, 9))]
      expect(shown(own)).toEqual(countedUse(rooms, days))
      expect(shown(above)).toEqual(shown(own))
      expect(own.rows.map(({ hours }) => hours.used).sort()).toEqual(
        rooms
          .filter(
            (room) =>
              !room.closures.some(
                ([from, to]) => to === Infinity && from <= Date.parse(localTime(days[0] ?? '', 0)),
              ),
          )
          .map((room) => byHour(countedUse([room], days).used))
          .sort(),
      )
    }),
    { numRuns: 25 },
  )
}, 120_000)
