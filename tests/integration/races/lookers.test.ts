/**
 * Two hundred look at the search and at the board while sixteen book and cancel: nothing that was told is lost or given
 * twice, nobody who looks is shown what was not so, and in the end each is shown what the database has.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  booker,
  day,
  type Get,
  look,
  opens,
  type Seen,
  shuts,
  type Told,
  wrongIn,
} from '../../support/busy-building'
import { realProcess, type RealProcess } from '../../support/process'
import { testRedis } from '../../support/redis'
import { freeQuarters, type ModelRoom } from '../../support/room-model'
import {
  everyDay,
  here,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
} from '../../support/world'

const app = await testApp()
const redis = await testRedis()
const { pool } = app.database
app.clock.set(new Date())
const rules = {
  capacity: 60,
  openings: everyDay(`0${opens}:00`, `${shuts}:00`),
  ...{
    slotMinutes: 60,
    minMinutes: 60,
    maxMinutes: 240,
    noticeMinutes: 0,
    horizonDays: 14,
    bufferMinutes: 0,
  },
}
let servers: RealProcess[] = []
let lookers: Person[]
let bookers: Person[]

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  const urls = { databaseUrl: app.database.url, redisUrl: redis.url }
  servers = await Promise.all([realProcess('main', urls), realProcess('main', urls)])
  await Promise.all(servers.map((one) => one.ready()))
  lookers = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      makePerson(app, { grants: [[n % 4 === 1 ? 'staff' : 'supervisor', here]] }),
    ),
  )
  bookers = await Promise.all(Array.from({ length: 16 }, () => makePerson(app)))
  return async () => void (await Promise.all(servers.map((one) => one.stop())))
}, 120_000)

const baseOf = (n: number): string => servers[n % 2]?.base ?? ''

const plainly =
  (n: number): Get =>
  async (path, token) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const answer = await fetch(`${baseOf(n)}/v1${path}`, { headers })
    return [answer.status, await answer.json()]
  }

interface Row {
  id: string
  room: string
  state: string
  start: number
  end: number
}

const inDatabase = async (rooms: readonly string[]): Promise<Row[]> =>
  (
    await pool.query<Row>(
      `SELECT case_id AS id, room_id AS room, state, (extract(epoch FROM starts_at) * 1000)::float8 AS start,
         (extract(epoch FROM ends_at) * 1000)::float8 AS end FROM bookings WHERE room_id = ANY ($1::uuid[])`,
      [rooms],
    )
  ).rows

/** Looks again and again until `isOver`, and once more. */
async function looker(n: number, get: Get, ledger: readonly Told[], isOver: () => boolean) {
  const [what, { token = '' } = {}] = [n % 2 ? ('board' as const) : ('found' as const), lookers[n]]
  const statuses: number[] = []
  const wrong: string[] = []
  for (;;) {
    const [last, sent] = [isOver(), performance.now()]
    const [status, seen] = await look(get, what, token)
    statuses.push(status)
    wrong.push(...wrongIn(seen, ledger, sent, performance.now()))
    if (last) return { statuses, wrong, seen }
  }
}

const lineOf = ({ id, room, start }: { id: string; room: string; start: number }): string =>
  `${room} ${start} ${id}`

/** Is what somebody was shown last what the database has? */
function isTrue({ board, found }: Seen, live: readonly Row[], rooms: readonly string[]): boolean {
  const shown = board?.flatMap(({ id: room, blocks }) =>
    blocks.map((b) => lineOf({ room, id: b.caseId, start: Date.parse(b.startsAt) })),
  )
  if (shown) return shown.sort().join() === live.map(lineOf).sort().join()
  return rooms.every((id) => {
    const uses = live
      .filter(({ room }) => room === id)
      .map(({ start, end }): [number, number] => [start, end])
    const model: ModelRoom = { id, ...rules, closures: [], uses }
    const free = found?.find((one) => one.id === id)?.free ?? []
    const quarters = free.flatMap(([from, to]) =>
      Array.from({ length: (to - from) / 15 }, (_, n) => from + n * 15),
    )
    return quarters.join() === freeQuarters(model, day, Date.now()).join()
  })
}

interface Scene {
  rooms: number
  lookers: number
  times: number
  getOf?: (n: number) => Get
}

async function busy({ rooms: many, lookers: watching, times, getOf = plainly }: Scene) {
  await pool.query('UPDATE rooms SET retired_at = now()')
  const wish = { ...rules, approval: 'automatic' as const, holidays: 'open' as const }
  const rooms = await Promise.all(Array.from({ length: many }, () => makeRoom(app, wish)))
  const ledger: Told[] = []
  let over = false
  const looking = Promise.all(
    Array.from({ length: watching }, (_, n) => looker(n, getOf(n), ledger, () => over)),
  )
  let seed = 7
  const pick = (of: number): number =>
    Math.floor(((seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647) * of)
  const asked = await Promise.all(
    bookers.map((who, n) => booker(baseOf(n), who, { rooms, times, pick, ledger })),
  ).finally(() => (over = true))
  const looked = await looking
  const rows = await inDatabase(rooms)
  const live = rows.filter(({ state }) => state === 'confirmed')
  const twice = live.filter((a) =>
    live.some((b) => a.id < b.id && a.room === b.room && a.start < b.end && b.start < a.end),
  )
  return {
    ...{ ledger, rows, live, twice },
    asked: asked.flat(),
    statuses: looked.flatMap(({ statuses }) => statuses),
    wrong: looked.flatMap(({ wrong }) => wrong),
    untrue: looked.filter(({ seen }) => !isTrue(seen, live, rooms)).length,
  }
}

const sorted = (rows: readonly { id: string; room: string; start: number }[]): string[] =>
  rows.map(lineOf).sort()

describe('two hundred look, sixteen book and cancel', () => {
  test('nothing is lost or given twice; all are shown what is so', async () => {
    const { ledger, rows, live, twice, ...seen } = await busy({ rooms: 6, lookers: 200, times: 14 })
    expect(new Set(seen.asked)).toEqual(new Set([200, 201, 409]))
    expect(sorted(rows)).toEqual(sorted(ledger))
    expect(sorted(live)).toEqual(sorted(ledger.filter(({ off }) => off === Infinity)))
    expect(twice).toEqual([])
    expect(ledger.length).toBeGreaterThan(60)
    expect(new Set(seen.statuses)).toEqual(new Set([200]))
    expect(seen.statuses.length).toBeGreaterThan(600)
    expect(seen.wrong).toEqual([])
    expect(seen.untrue).toBe(0)
  })

  test('control: whoever keeps an answer is shown what is not so, and is found out', async () => {
    const keeping = (n: number): Get => {
      const kept = new Map<string, ReturnType<Get>>()
      return async (path, token) => {
        const answer = kept.get(path) ?? plainly(n)(path, token)
        kept.set(path, answer)
        await plainly(n)(path, token)
        return answer
      }
    }
    const seen = await busy({ rooms: 2, lookers: 8, times: 8, getOf: keeping })
    expect(seen.wrong.filter((one) => one.endsWith('lost'))).not.toEqual([])
    expect(seen.wrong.filter((one) => one.endsWith('called free'))).not.toEqual([])
    expect(seen.untrue).toBe(8)
  })

  test('control: with nothing that keeps bookings apart, some are given twice', async () => {
    // The statement names its arbiter, so a constraint of that name that guards nothing takes its place.
    await pool.query(
      `ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap,
         ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist (case_id WITH =)`,
    )
    expect((await busy({ rooms: 1, lookers: 8, times: 8 })).twice).not.toEqual([])
  })
})
