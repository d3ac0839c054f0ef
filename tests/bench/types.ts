/** (g) What a list, the home page and a case cost with three services, and with twelve, over the same number of cases. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../../bff/local/ports'
import { eventually } from '../../bff/local/processes'
import type { TestApp } from '../support/app'
import { testKeys } from '../support/keys'
import { asService } from '../support/templates'
import { inProduction } from './in-production'
import { cpuMsOf, loadNow, parentOf } from './machine'
import { title } from './report'
import { layTypes, makeTables, type TypesGround } from './types-ground'
import { ownKinds, tableOf } from './types-kinds'

const [few, many] = [3, 12]
const rounds = 12
const inRound = 100

interface Side {
  base: string
  pid: number
  postgres: number
  ground: TypesGround
  stop(): void
}

interface Cost {
  waits: number[]
  node: number
  postgres: number
}

interface Asking {
  name: string
  path(ground: TypesGround, n: number): string
  asStaff?: true
}

const askings: readonly Asking[] = [
  { name: '我的办件', path: () => '/cases' },
  { name: 'the desk', path: ({ community }) => `/desk/cases?division=${community}`, asStaff: true },
  { name: 'the home page', path: ({ community }) => `/home/${community}` },
  { name: 'one case', path: ({ cases }, n) => `/cases/${cases[n % cases.length]}` },
  // It asks no service: what differs here is the machine.
  { name: 'the control, /me', path: () => '/me' },
]

export async function benchTypes(
  app: TestApp,
  servers: { databaseUrl: string; redisUrl: string },
): Promise<void> {
  title(`${few} services against ${many}, over as many cases, one client (aim: the same within 10 %)`)
  const { rows } = await app.database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const postgres = parentOf(rows[0]?.pid ?? 0)
  await makeTables(app, ownKinds(many))
  const sides: [Side, Side] = [
    await sideOf(app, few, postgres, servers),
    await sideOf(app, many, postgres, servers),
  ]
  const own = ownKinds(many).map(tableOf).join(', ')
  await app.database.pool.query(`ANALYZE cases, case_events, accounts, ${own}`)
  for (const asking of askings) await compare(asking, sides)
  for (const { stop } of sides) stop()
}

async function sideOf(
  app: TestApp,
  services: number,
  postgres: number,
  { databaseUrl, redisUrl }: { databaseUrl: string; redisUrl: string },
): Promise<Side> {
  const ground = await layTypes(app, ownKinds(services))
  const port = await freePort()
  const script = join(import.meta.dirname, 'types-server.ts')
  const urls = { DATABASE_URL: asService(databaseUrl), REDIS_URL: redisUrl, LINLI_RATE_SCALE: '100000' }
  const child = spawn(process.execPath, ['--import', 'tsx', script, String(services), String(port)], {
    stdio: 'inherit',
    env: { ...process.env, ...testKeys, ...inProduction, ...urls, LINLI_METRICS_PORT: '0' },
  })
  const base = `http://127.0.0.1:${port}`
  const up = (): Promise<boolean> =>
    fetch(`${base}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  if (!(await eventually(up, 60_000))) throw new Error(`the process with ${services} services does not start`)
  return { base, pid: child.pid ?? 0, postgres, ground, stop: () => void child.kill() }
}

/** In turn and the other way round, so that whatever else the machine does meets both alike. */
async function compare(asking: Asking, sides: readonly [Side, Side]): Promise<void> {
  const costs = sides.map((): Cost => ({ waits: [], node: 0, postgres: 0 }))
  for (const side of sides) await burst(asking, side, 3 * inRound)
  for (let round = 0; round < rounds; round++)
    for (const n of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const [side, all] = [sides[n], costs[n]]
      if (!side || !all) continue
      const cost = await burst(asking, side, inRound)
      all.waits.push(...cost.waits)
      all.node += cost.node
      all.postgres += cost.postgres
    }
  say(asking.name, costs)
}

/** One request after the other. */
async function burst({ path, asStaff }: Asking, side: Side, count: number): Promise<Cost> {
  const { base, pid, postgres, ground } = side
  const headers = { authorization: `Bearer ${(asStaff ? ground.staff : ground.party).token}` }
  const before = [cpuMsOf(pid), cpuMsOf(postgres)] as const
  const waits: number[] = []
  for (let n = 0; n < count; n++) {
    const start = performance.now()
    const answer = await fetch(`${base}/v1${path(ground, n)}`, { headers })
    const body = await answer.text()
    waits.push(performance.now() - start)
    if (!answer.ok) throw new Error(`${answer.status} ${body}`)
  }
  return { waits, node: cpuMsOf(pid) - before[0], postgres: cpuMsOf(postgres) - before[1] }
}

function say(name: string, [three, twelve]: readonly Cost[]): void {
  if (!three || !twelve) return
  const [a, b] = [figuresOf(three), figuresOf(twelve)]
  const words = ({ p50, node, postgres }: typeof a): string =>
    `p50 ${p50.toFixed(2)} ms, CPU ${(node + postgres).toFixed(2)} ms (Node ${node.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)})`
  const more = (from: number, to: number): string =>
    `${to < from ? '' : '+'}${((to / from - 1) * 100).toFixed(0)} %`
  console.log(`  ${name}: ${few} services ${words(a)}`)
  console.log(`  ${''.padEnd(name.length)}  ${many} services ${words(b)}`)
  console.log(
    `  → p50 ${more(a.p50, b.p50)}, CPU ${more(a.node + a.postgres, b.node + b.postgres)}; load ${loadNow()}`,
  )
}

function figuresOf({ waits, node, postgres }: Cost) {
  const p50 = [...waits].sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0
  return { p50, node: node / waits.length, postgres: postgres / waits.length }
}
