/** A thousand staff events on one board, fifty viewers, and everything that can break: each ends with the database's picture. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { gateTo } from '../../support/gate'
import { realProcess } from '../../support/process'
import { testRedis } from '../../support/redis'
import { watching, type Viewer } from '../../support/viewer'
import { here, liftQuota, localTime, makeDivisions, makePerson, makeRoom } from '../../support/world'

const app = await testApp()
const redis = await testRedis()
app.clock.set(new Date())

const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
const [events, rooms, viewers, workers] = [1_000, 20, 50, 5]

beforeAll(() => makeDivisions(app))

/** What stands in each room, as the database has it. */
async function picture(): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ line: string }>(
    `SELECT room_id || ' ' || case_id || ' ' || state || ' ' || extract(epoch FROM starts_at)::bigint AS line
     FROM bookings WHERE state IN ('held', 'pending', 'confirmed', 'completed') ORDER BY 1`,
  )
  return rows.map(({ line }) => line)
}

const seen = (viewer: Viewer): string[] =>
  [...viewer.rooms.values()]
    .flatMap(({ id, blocks }) =>
      blocks.map((b) => `${id} ${b.caseId} ${b.state} ${Date.parse(b.startsAt) / 1000}`),
    )
    .sort()

test('every viewer ends with what the database has, though lines are cut, a process is killed and Redis is gone', async () => {
  await liftQuota(app)
  const roomIds: string[] = []
  for (let n = 0; n < rooms; n++)
    roomIds.push(await makeRoom(app, { horizonDays: 60, bufferMinutes: 0, holidays: 'open' }))
  const redisGate = await gateTo(redis.url)
  const urls = { databaseUrl: app.database.url, redisUrl: redisGate.url }
  const [one, two] = [await realProcess('main', urls), await realProcess('main', urls)]
  await Promise.all([one.ready(), two.ready()])
  const line = await gateTo(one.base)
  const staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  const looking = await Promise.all(
    Array.from({ length: viewers }, async (_, n) => {
      const { token } = await makePerson(app, { grants: [[n % 2 ? 'staff' : 'supervisor', here]] })
      const base = (): string => (n % 2 ? two.base : line.url.replace(/\/$/, ''))
      return watching({ base, token, division: here, day })
    }),
  )
  await expect
    .poll(() => looking.every((viewer) => viewer.rooms.size === rooms), { timeout: 20_000 })
    .toBe(true)

  let done = 0
  /** @returns the case, or undefined where it was refused or nobody answered */
  async function does(base: string, path: string, body: object): Promise<string | undefined> {
    const headers = {
      authorization: `Bearer ${staff.token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    }
    const answer = await fetch(`${base}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      .then(async (response) => ({ ok: response.ok, body: (await response.json()) as { id: string } }))
      .catch(() => undefined)
    if (answer?.ok !== true) return undefined
    done += 1
    return answer.body.id
  }
  const at = (hour: number): { startsAt: string; endsAt: string } => ({
    startsAt: localTime(day, hour),
    endsAt: localTime(day, hour + 1),
  })
  async function work(n: number): Promise<void> {
    const own = roomIds.filter((_, room) => room % workers === n)
    for (let round = 0; done < events; round++) {
      const [roomId, base] = [own[round % own.length] ?? '', round % 2 ? one.base : two.base]
      const hour = 9 + ((round * 3) % 9)
      const person = { name: '李建国', phone: null }
      const wish = { roomId, ...at(hour), purpose: 'training', attendees: 2, person }
      const id = await does(base, '/bookings/filed', wish)
      if (id === undefined) continue
      for (let move = 1; move <= 3; move++)
        await does(base, `/bookings/${id}/reschedule`, { ...at(9 + ((hour + move) % 10)), note: '设备检修' })
      if (round % 5) await does(base, `/bookings/${id}/cancel`, { note: '设备检修' })
    }
  }
  async function breaks(): Promise<void> {
    const reached = (n: number) => expect.poll(() => done, { timeout: 120_000 }).toBeGreaterThan(n)
    await reached(150)
    line.shut()
    await reached(300)
    line.open()
    await reached(400)
    redisGate.shut()
    await reached(500)
    one.killAndRestart()
    await one.ready()
    await reached(700)
    await app.database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' OR query = 'SELECT 1'`,
    )
  }
  await Promise.all([breaks(), ...Array.from({ length: workers }, (_, n) => work(n))])
  expect(done).toBeGreaterThanOrEqual(events)
  const last = await picture()
  expect(last.length).toBeGreaterThan(10)
  await expect
    .poll(() => looking.filter((viewer) => seen(viewer).join() === last.join()).length, { timeout: 30_000 })
    .toBe(viewers)
  for (const viewer of looking) viewer.close()
  await Promise.all([one.stop(), two.stop()])
}, 180_000)

test('a process that is asked to end ends those who watch, and does not wait for them', async () => {
  const web = await realProcess('main', { databaseUrl: app.database.url, redisUrl: redis.url })
  await web.ready()
  const { token } = await makePerson(app, { grants: [['staff', here]] })
  const answer = await fetch(`${web.base}/v1/divisions/${here}/board/events`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const words = answer.text()
  const begun = Date.now()
  await web.stop()
  expect(await words).toContain(': ')
  expect(Date.now() - begun).toBeLessThan(6_000)
}, 60_000)
