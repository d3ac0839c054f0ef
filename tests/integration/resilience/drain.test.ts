/** SIGTERM while people ask without a pause: what is under way is answered, and then the process ends. */
import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { realProcess } from '../../support/process'
import { testRedis } from '../../support/redis'
import { liftQuota, localTime, makeDivisions, makePerson, makeRoom } from '../../support/world'

const app = await testApp()
const redis = await testRedis()
app.clock.set(new Date())

/** One request over a kept connection. @returns the status; rejects when nobody listens any more */
function ask(agent: Agent, url: string, token: string, body?: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}

test('clients that keep their connection and never pause do not keep the process', async () => {
  await makeDivisions(app)
  await liftQuota(app)
  const [person, roomId] = [
    await makePerson(app),
    await makeRoom(app, { horizonDays: 60, bufferMinutes: 0, holidays: 'open' }),
  ]
  const web = await realProcess('main', { databaseUrl: app.database.url, redisUrl: redis.url })
  await web.ready()
  const day = (n: number): string => new Date(Date.now() + (n + 2) * 86_400_000).toISOString().slice(0, 10)
  const statuses: number[] = []
  let next = 0
  const client = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let n = next++; ; n = next++) {
      const hours = {
        startsAt: localTime(day(n % 50), 9 + (n % 12)),
        endsAt: localTime(day(n % 50), 10 + (n % 12)),
      }
      const body = { roomId, ...hours, purpose: 'training', attendees: 2 }
      const status = await ask(agent, `${web.base}/v1/bookings`, person.token, body).catch(() => 0)
      if (status === 0) break
      statuses.push(status)
    }
    agent.destroy()
  }
  const clients = Array.from({ length: 8 }, client)
  await expect.poll(() => statuses.length, { timeout: 20_000 }).toBeGreaterThan(50)
  const stopped = web.stop()
  await Promise.all(clients)
  await stopped
  expect(web.output()).toContain('draining')
  expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([])
  const { rows } = await app.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM bookings')
  expect(rows[0]?.n).toBe(statuses.filter((status) => status === 201).length)
}, 60_000)
