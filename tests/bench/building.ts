/**
 * (i) What residents and staff ask of the rooms, at ten thousand bookings and at two million, in turn: the one beside the
 * other on the same machine in the same minute, so that its load has no part in the ratio.
 */
import { catalogue } from '../../bff/contracts/src/catalogue'
import { migrate } from '../../prisma/migrate'
import { buildTestApp, type TestApp } from '../support/app'
import { realProcess, type RealProcess } from '../support/process'
import { command, databaseUrl as urlOf, letServiceIn } from '../support/templates'
import { makeDivisions, makePerson, type Person } from '../support/world'
import { layBookings, layRooms, searchedFrom, settled } from './building-ground'
import { type Known, type Look, looks } from './building-looks'
import { inProduction } from './in-production'
import { cpuMsOf, loadNow, parentOf } from './machine'
import { pagesOf } from './pages'
import { title } from './report'

const [batches, batch] = [6, 20]
const roomsInAll = 400
/** Enough of one room for a whole page of its past. */
const ofBusiest = 120

interface Servers {
  databaseUrl: string
  redisUrl: string
}

interface Place extends Known {
  app: TestApp
  web: RealProcess
  staff: Person
  bookings: number
  drop(): Promise<void>
}

async function lay({ databaseUrl, redisUrl }: Servers, size: number): Promise<Place> {
  const name = `linli_bench_${size}`
  await command(databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await command(databaseUrl, `CREATE DATABASE ${name}`)
  const url = urlOf(databaseUrl, name)
  await migrate(url)
  await letServiceIn(url)
  const app = await buildTestApp({ url }, redisUrl, { LINLI_CHECK_REPLIES: '0' })
  app.clock.set(new Date())
  const { pool } = app.database
  await makeDivisions(app)
  await layRooms(pool)
  await layBookings(pool, Math.max(ofBusiest, size / roomsInAll), 1)
  await layBookings(pool, size / roomsInAll)
  await settled(pool)
  const division = searchedFrom[0] ?? ''
  const { rows } = await pool.query<{ room: string; number: string; bookings: number }>(
    `SELECT r.id AS room, c.number, (SELECT count(*)::int FROM bookings) AS bookings FROM rooms r
     JOIN bookings b ON b.room_id = r.id JOIN cases c ON c.id = b.case_id
     WHERE r.community_code = $1 AND r.position = 1 AND b.state = 'confirmed' ORDER BY b.starts_at LIMIT 1`,
    [division],
  )
  const staff = await makePerson(app, {
    name: '杨会琼',
    grants: [
      ['staff', division],
      ['supervisor', division.slice(0, 6)],
    ],
  })
  await nameSomebody(app, rows[0]?.number ?? '')
  const web = await realProcess('main', { databaseUrl: url, redisUrl }, inProduction)
  await web.ready()
  const drop = async (): Promise<void> => {
    await web.stop()
    await app.close()
    await command(databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { app, web, staff, drop, ...(rows[0] ?? { room: '', number: '', bookings: 0 }) }
}

/** Whoever has that booking has a name and a telephone, and no other. */
async function nameSomebody(app: TestApp, number: string): Promise<void> {
  const { accountId } = await makePerson(app, { name: '周敏', phone: '13812345678' })
  await app.database.pool.query('UPDATE cases SET subject_id = $2, actor_id = $2 WHERE number = $1', [
    number,
    accountId,
  ])
}

async function ask(base: string, { token }: Person, { name, path, body }: Look): Promise<void> {
  const answer = await fetch(`${base}/v1${path}`, {
    method: catalogue[name].method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const words = await answer.text()
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${words}`)
}

interface Cost {
  took: number[]
  node: number
  postgres: number
  /** By statement. */
  pages: Map<string, number>
}

/** In turn, a few at a time; the first ones are not counted. */
async function costs(places: readonly Place[], postgres: number, look: (known: Known, n: number) => Look) {
  const all = places.map((): Cost => ({ took: [], node: 0, postgres: 0, pages: new Map() }))
  for (let round = -1; round < batches; round++)
    for (const [which, place] of places.entries()) {
      const cost = all[which] as Cost
      const before = [cpuMsOf(place.web.pid()), cpuMsOf(postgres)] as const
      for (let n = 0; n < batch; n++) {
        const start = performance.now()
        await ask(place.web.base, place.staff, look(place, n))
        if (round >= 0) cost.took.push(performance.now() - start)
      }
      if (round >= 0) cost.node += (cpuMsOf(place.web.pid()) - before[0]) / (batch * batches)
      if (round >= 0) cost.postgres += (cpuMsOf(postgres) - before[1]) / (batch * batches)
    }
  for (const [which, place] of places.entries()) {
    place.app.clock.set(new Date())
    const touched = await pagesOf(place.app.database.pool, () =>
      ask(place.app.base, place.staff, look(place, 0)),
    )
    const { pages } = all[which] as Cost
    for (const one of touched) pages.set(one.name, (pages.get(one.name) ?? 0) + one.pages)
  }
  return all
}

const p50 = ({ took }: Cost): number => took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0

/** @param sizes bookings of the small set and of the large one */
export async function benchBuilding(
  servers: Servers,
  sizes: readonly number[] = [10_000, 2_000_000],
): Promise<void> {
  const places: Place[] = []
  for (const size of sizes) places.push(await lay(servers, size))
  const { rows } = await (places[0] as Place).app.database.pool.query<{ pid: number }>(
    'SELECT pg_backend_pid() AS pid',
  )
  const postgres = parentOf(rows[0]?.pid ?? 0)
  title(
    `The building: ${places.map(({ bookings }) => bookings).join(' bookings, ')}; aim flat within 20 %, load ${loadNow()}`,
  )
  for (const [what, look] of looks) tell(what, await costs(places, postgres, look))
  for (const place of places) await place.drop()
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0)

/** A line for each; and which statements touch more pages than their fifth. */
function tell(what: string, costs: readonly Cost[]): void {
  const [small, large] = costs as [Cost, Cost]
  const cpu = (cost: Cost): string => `${cost.node.toFixed(1)} + ${cost.postgres.toFixed(1)}`
  const pages = [small, large].map((cost) => sum(cost.pages.values())).join(' → ')
  console.log(
    `  ${what.padEnd(40)} p50 ${p50(small).toFixed(1)} → ${p50(large).toFixed(1)} ms (${(p50(large) / p50(small)).toFixed(2)} ×)` +
      `  CPU ${cpu(small)} → ${cpu(large)} ms  pages ${pages}`,
  )
  for (const [name, more] of large.pages) {
    const before = small.pages.get(name) ?? 0
    if (more > before * 1.2 + 5) console.log(`    ${name}: ${before} → ${more} pages`)
  }
}
