/** `npm run bench`: ratios in one run on one machine, with the machine's load beside them. Linux only (/proc). */
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestApp } from '../support/app'
import { letServiceIn } from '../support/templates'
import { realProcess } from '../support/process'
import { h5 } from '../support/site'
import { benchBooking } from './booking'
import { benchBuilding } from './building'
import { benchDayView } from './day-view'
import { benchFigures } from './figures'
import { benchFirstPaint } from './first-paint'
import { bodyOf, layGround } from './ground'
import { inProduction } from './in-production'
import { loadNow, parentOf, pssMiBOf } from './machine'
import { benchNames } from './names'
import { findPgbench, recordBooking } from './pgbench'
import { title } from './report'
import { benchPorch } from './porch'
import { benchRedis } from './redis'
import { benchRush } from './rush'
import { benchStorm } from './storm'
import { benchTasks } from './tasks'
import { benchTypes } from './types'

interface BenchPlace {
  databaseUrl: string
  redisUrl: string
  /** Path of the pgbench program. */
  pgbench: string
}

async function bench({ databaseUrl, redisUrl, pgbench }: BenchPlace): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'))
  await letServiceIn(databaseUrl)
  const app = await buildTestApp({ url: databaseUrl }, redisUrl, { LINLI_CHECK_REPLIES: '0' })
  app.clock.set(new Date())
  const { rows } = await app.database.pool.query<{ pid: number; bookings: number; residents: number }>(
    `SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM bookings) AS bookings,
       (SELECT count(*)::int FROM accounts) AS residents`,
  )
  const [at] = rows
  const postgres = parentOf(at?.pid ?? 0)
  title(
    `${availableParallelism()} cores, load ${loadNow()}; ${at?.residents} residents, ${at?.bookings} bookings`,
  )
  const ground = await layGround(app)
  const recorded = await recordBooking(app, ground, bodyOf(ground, 0, 3_000))
  const bff = await realProcess('main', { databaseUrl, redisUrl }, { ...inProduction, LINLI_WEB: h5 })
  await bff.ready()
  await benchNames()
  await benchDayView(bff, postgres, ground, folder)
  await benchBooking(bff, postgres, ground, { program: pgbench, databaseUrl, folder, recorded })
  await benchStorm(app, bff, ground)
  await benchFirstPaint(bff)
  await benchPorch(bff, ground)
  await benchRedis(redisUrl)
  title('Memory (PSS)')
  console.log(
    `  web process ${pssMiBOf(bff.pid()).toFixed(0)} MiB, PostgreSQL ${pssMiBOf(postgres).toFixed(0)} MiB`,
  )
  await bff.stop()
  await benchTypes(app, { databaseUrl, redisUrl })
  await benchTasks(app, { databaseUrl, redisUrl })
  await benchFigures(app, { databaseUrl, redisUrl })
  await benchRush(app, { databaseUrl, redisUrl })
  await app.close()
  await benchBuilding({ databaseUrl, redisUrl })
  await rm(folder, { recursive: true, force: true })
}

const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env
if (!databaseUrl || !redisUrl)
  throw new Error('DATABASE_URL and REDIS_URL are needed: npm run bench sets them')
await bench({ databaseUrl, redisUrl, pgbench: findPgbench() })
process.exit(0)
