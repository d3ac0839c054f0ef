/** PostgreSQL restarted and Redis gone for a while under load: slower or "try again", never wrong, and back by itself. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../bff/local/postgres'
import { eventually } from '../../../bff/local/processes'
import { startRedis } from '../../../bff/local/redis'
import { migrate } from '../../../prisma/migrate'
import { call } from '../../support/api'
import { buildTestApp, type TestApp } from '../../support/app'
import { type RealProcess, realProcess } from '../../support/process'
import { letServiceIn } from '../../support/templates'
import { throwAwayFolder } from '../../support/throw-away'
import { liftQuota, localTime, makeDivisions, makePerson, makeRoom, type Person } from '../../support/world'

const folder = await throwAwayFolder('outage')
const portOf = (url: string): number => Number(new URL(url).port)

let postgres = await startPostgres(folder)
let redis = await startRedis(folder)
const urls = { databaseUrl: postgres.url, redisUrl: redis.url }
await migrate(urls.databaseUrl)
await letServiceIn(urls.databaseUrl)
let app: TestApp
let bff: RealProcess
let people: Person[]

beforeAll(async () => {
  app = await buildTestApp({ url: urls.databaseUrl }, urls.redisUrl)
  app.clock.set(new Date())
  await makeDivisions(app)
  await liftQuota(app)
  people = await Promise.all(Array.from({ length: 8 }, () => makePerson(app)))
  bff = await realProcess('main', urls)
  await bff.ready()
})

afterAll(async () => {
  await bff.stop()
  await app.close()
  await redis.stop()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Load {
  statuses: Map<number, number>
  slowestMs: number
  confirmed: string[]
  stop(): Promise<void>
}

/** Each person reads their cases and books hour after hour of a room of their own, without a pause. */
async function load(): Promise<Load> {
  const rooms = await Promise.all(
    people.map(() =>
      makeRoom(app, {
        approval: 'automatic',
        bufferMinutes: 0,
        horizonDays: 366,
        noticeMinutes: 0,
        holidays: 'open',
      }),
    ),
  )
  const seen: Omit<Load, 'stop'> = { statuses: new Map(), slowestMs: 0, confirmed: [] }
  let running = true
  const once = async (
    name: 'listMyCases' | 'requestBooking',
    token: string,
    body?: unknown,
  ): Promise<void> => {
    const start = performance.now()
    const answer = await call<{ id: string }>(bff.base, name, { token, body })
    seen.slowestMs = Math.max(seen.slowestMs, performance.now() - start)
    seen.statuses.set(answer.status, (seen.statuses.get(answer.status) ?? 0) + 1)
    if (answer.status === 201) seen.confirmed.push(answer.body.id)
  }
  const loops = people.map(async ({ token }, n) => {
    for (let hour = 0; running; hour++) {
      const day = new Date(Date.now() + (2 + Math.floor(hour / 12)) * 86_400_000).toISOString().slice(0, 10)
      const [from, to] = [localTime(day, 9 + (hour % 12)), localTime(day, 10 + (hour % 12))]
      await once('listMyCases', token)
      if (hour < 3_600)
        await once('requestBooking', token, {
          roomId: rooms[n],
          startsAt: from,
          endsAt: to,
          purpose: 'training',
          attendees: 1,
        })
    }
  })
  const stop = async (): Promise<void> => {
    running = false
    await Promise.all(loops)
  }
  return Object.assign(seen, { stop })
}

const savedOf = async (ids: readonly string[]): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM bookings WHERE case_id = ANY ($1::uuid[])',
    [ids],
  )
  return rows[0]?.n ?? -1
}

describe('PostgreSQL is restarted under load', () => {
  test('people are told to try again, and the service comes back by itself', async () => {
    const running = await load()
    await eventually(() => Promise.resolve(running.confirmed.length > 50), 20_000)
    await postgres.stop()
    const away = await call(bff.base, 'listMyCases', { token: people[0]?.token ?? '' })
    expect(away.status).toBe(503)
    expect(away.problem.code).toBe('busy')
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)
    postgres = await startPostgres(folder, { port: portOf(urls.databaseUrl) })
    const before = running.confirmed.length
    expect(await eventually(() => Promise.resolve(running.confirmed.length > before + 50), 30_000)).toBe(true)
    await running.stop()
    expect([...running.statuses.keys()].filter((status) => ![200, 201, 503].includes(status))).toEqual([])
    expect(await savedOf(running.confirmed)).toBe(running.confirmed.length)
  })
})

describe('Redis is gone for hundreds of bookings under load', () => {
  test('nobody notices but the log: no refusal, nobody signed out, revocations hold', async () => {
    const [before, during] = await Promise.all([makePerson(app), makePerson(app)])
    const status = async ({ token }: Person): Promise<string> => {
      const answer = await call(bff.base, 'getMe', { token })
      return answer.status === 200 ? 'in' : answer.problem.code
    }
    await call(bff.base, 'endAllSessions', { token: before.token })
    expect(await status(before)).toBe('session_revoked')

    const running = await load()
    await redis.stop()
    const start = running.confirmed.length
    expect(await status(before)).toBe('session_revoked')
    await call(bff.base, 'endAllSessions', { token: during.token })
    expect(await status(during)).toBe('session_revoked')
    expect(await eventually(() => Promise.resolve(running.confirmed.length > start + 400), 60_000)).toBe(true)
    // It comes back empty.
    redis = await startRedis(folder, { port: portOf(urls.redisUrl) })
    const ready = async (): Promise<boolean> =>
      ((await (await fetch(`${bff.base}/readyz`)).json()) as { redis: string }).redis === 'ok'
    expect(await eventually(ready, 20_000)).toBe(true)
    expect(await status(before)).toBe('session_revoked')
    expect(await status(during)).toBe('session_revoked')
    await running.stop()
    expect([...running.statuses.keys()].sort()).toEqual([200, 201])
    expect(await savedOf(running.confirmed)).toBe(running.confirmed.length)
    for (const person of people) expect(await status(person)).toBe('in')
  }, 110_000)
})
