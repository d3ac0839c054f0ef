/**
 * kill -9 of the web process and of the worker at random moments while clients book, staff decide and all retry: what
 * was answered is there, once, and so is its notice.
 */
import { expect, test } from 'vitest'
import { eventually } from '../../../bff/local/processes'
import { testApp } from '../../support/app'
import { realProcess } from '../../support/process'
import { testRedis } from '../../support/redis'
import { callUntilAnswered } from '../../support/retrying'
import { here, liftQuota, localTime, makeDivisions, makePerson, makeRoom } from '../../support/world'

const writes = 300
const clients = 16
const hoursADay = 12
const days = 12

const app = await testApp()
const redis = await testRedis()
app.clock.set(new Date())
const urls = { databaseUrl: app.database.url, redisUrl: redis.url }

const tomorrow = (ahead: number): string =>
  new Date(Date.now() + (ahead + 1) * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

async function count(sql: string): Promise<number> {
  const { rows } = await app.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)
  return rows[0]?.n ?? -1
}

test('no acknowledged booking is missing or doubled, and each has its one notice', async () => {
  await makeDivisions(app)
  await liftQuota(app)
  const rooms = await Promise.all(
    Array.from({ length: Math.ceil(writes / (hoursADay * days)) }, (_, n) =>
      makeRoom(app, {
        approval: n % 2 ? 'staff' : 'automatic',
        bufferMinutes: 0,
        horizonDays: 30,
        holidays: 'open',
      }),
    ),
  )
  const people = await Promise.all(Array.from({ length: clients }, () => makePerson(app)))
  const [bff, worker] = await Promise.all([realProcess('main', urls), realProcess('worker', urls)])
  await Promise.all([bff.ready(), worker.ready()])

  const bodyOf = (n: number) => {
    const [hour, day] = [9 + (n % hoursADay), tomorrow(Math.floor(n / hoursADay) % days)]
    const roomId = rooms[Math.floor(n / (hoursADay * days))]
    return {
      roomId,
      startsAt: localTime(day, hour),
      endsAt: localTime(day, hour + 1),
      purpose: 'training',
      attendees: 2,
    }
  }
  const staff = await makePerson(app, { grants: [['staff', here]] })
  const acknowledged: string[] = []
  let [next, kills, decisions] = [0, 0, 0]
  const decide = async (id: string): Promise<void> => {
    const { status, body } = await callUntilAnswered(bff.base, 'confirmBooking', {
      params: { id },
      body: {},
      token: staff.token,
    })
    expect(status, JSON.stringify(body)).toBe(200)
    decisions++
  }
  const client = async (token: string): Promise<void> => {
    for (let n = next++; n < writes; n = next++) {
      const answer = await callUntilAnswered<{ id: string; state: string }>(bff.base, 'requestBooking', {
        body: bodyOf(n),
        token,
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      acknowledged.push(answer.body.id)
      if (answer.body.state === 'pending') await decide(answer.body.id)
    }
  }
  let done = false
  const killer = async (): Promise<void> => {
    while (!done) {
      // Whatever the machine does meanwhile, each life of a process gets something done.
      const until = acknowledged.length + 1 + Math.random() * 80
      await eventually(() => Promise.resolve(done || acknowledged.length > until), 60_000)
      const victim = kills % 3 === 2 ? worker : bff
      victim.killAndRestart()
      kills++
      await victim.ready()
    }
  }
  const killing = killer()
  await Promise.all(people.map((person) => client(person.token)))
  done = true
  await killing

  expect(kills).toBeGreaterThanOrEqual(3)
  expect(new Set(acknowledged).size).toBe(writes)
  const { rows } = await app.database.pool.query<{ id: string }>('SELECT case_id AS id FROM bookings')
  expect(rows.map((row) => row.id).sort()).toEqual(acknowledged.sort())
  expect(decisions).toBeGreaterThan(writes / 4)
  expect(await count('case_events')).toBe(writes + decisions)
  expect(await count('idempotency_keys')).toBe(writes + decisions)
  expect(await count("cases WHERE state <> 'confirmed'")).toBe(0)
  worker.killAndRestart()
  const undelivered = 'notices WHERE delivered_at IS NULL'
  expect(await eventually(async () => (await count(undelivered)) === 0, 60_000)).toBe(true)
  expect(await count('notices')).toBe(writes)
  expect(await count('notice_deliveries')).toBe(writes)
  await Promise.all([bff.stop(), worker.stop()])
}, 300_000)
