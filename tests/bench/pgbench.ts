/** The statements of one booking, recorded from the service itself, run by PostgreSQL's own pgbench. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { RowSchema } from '../../bff/src/platform/rows'
import type { TestApp } from '../support/app'
import { call } from '../support/api'
import type { Ground } from './ground'

export interface Recorded {
  sql: string
  values: readonly unknown[]
}

/** Books once through the real service and keeps what it said to the database. */
export async function recordBooking(app: TestApp, ground: Ground, body: string): Promise<Recorded[]> {
  const recorded: Recorded[] = []
  const { db } = app.deps
  const real = db.statement.bind(db)
  Object.assign(db, {
    statement: (schema: RowSchema, name: string, sql: string, values: readonly unknown[]) => {
      recorded.push({ sql, values })
      return real(schema, name, sql, values)
    },
  })
  // The first one fills the caches; the second is what every booking costs.
  const first = await book(app, ground, body, 0)
  recorded.length = 0
  const second = await book(app, ground, JSON.stringify(later(JSON.parse(body) as Times)), 0)
  Object.assign(db, { statement: real })
  if (first !== 201 || second !== 201)
    throw new Error(`the recorded booking was answered ${first}, ${second}`)
  return [...recorded]
}

interface Times {
  startsAt: string
  endsAt: string
}

const later = (body: Times): Times => ({
  ...body,
  startsAt: hourAfter(body.startsAt),
  endsAt: hourAfter(body.endsAt),
})
const hourAfter = (at: string): string => new Date(Date.parse(at) + 3_600_000).toISOString()

async function book(app: TestApp, { residents }: Ground, body: string, who: number): Promise<number> {
  const token = residents[who]?.token ?? ''
  return (await call(app.base, 'requestBooking', { token, body: JSON.parse(body) })).status
}

/** SQL of a value; pgbench reads `:name` everywhere, so instants are written without colons. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (value instanceof Date) return `to_timestamp(${value.getTime() / 1000})`
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return `'${String(value as string).replaceAll("'", "''")}'`
}

/** What differs from one booking to the next, made by pgbench from its client's number and a counter. */
const madeId = (kind: string, { community }: Ground): string =>
  `md5('${kind}${community}' || :client_id || '-' || :k)::uuid`
const start = (ground: Ground): string => {
  const epoch = Date.parse(`${ground.day}T00:00:00+08:00`) / 1000
  return `to_timestamp(${epoch} + 3600 * ((:k)::int + 4000))`
}

function scriptOf(recorded: readonly Recorded[], ground: Ground): string {
  const request = recorded.find(({ sql }) => sql.includes('bookings_no_overlap'))
  if (!request) throw new Error('no booking was recorded')
  const [caseId, accountId, key, roomId, , startsAt, endsAt, freeAt] = request.values
  const week = request.values[11]
  const id = madeId('c', ground)
  const array = (values: readonly string[]): string =>
    `(ARRAY['${values.join("','")}']::uuid[])[(:client_id)::int + 1]`
  const known = new Map<unknown, string>([
    [caseId, id],
    [accountId, array(ground.residents.map((r) => r.accountId))],
    [key, `'k' || ${id}`],
    [roomId, array(ground.rooms)],
    [startsAt, start(ground)],
    [endsAt, `${start(ground)} + interval '1 hour'`],
    [freeAt, `${start(ground)} + interval '1 hour'`],
    [week, `date_trunc('week', ${start(ground)} AT TIME ZONE 'Asia/Shanghai')`],
    [request.values[19], madeId('n', ground)],
  ])
  const text = (n: number, values: readonly unknown[]): string => {
    const value = values[n - 1]
    return `(${known.get(value) ?? literal(value)})`
  }
  const statements = recorded.map(
    ({ sql, values }) =>
      `${sql.replace(/\$(\d+)/g, (_, n: string) => text(Number(n), values)).replace(/\s+/g, ' ')};`,
  )
  return ['\\set k :k + 1', ...statements].join('\n')
}

export interface PgbenchRun {
  perSecond: number
  latencyMs: number
}

/** @param program path of pgbench @param from first value of the counter, so that runs use different hours */
export async function pgbench(
  program: string,
  url: string,
  recorded: readonly Recorded[],
  ground: Ground,
  { clients, seconds, from, folder }: { clients: number; seconds: number; from: number; folder: string },
): Promise<PgbenchRun> {
  const file = join(folder, 'booking.sql')
  await writeFile(file, scriptOf(recorded, ground))
  const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds)]
  const { stdout } = await promisify(execFile)(program, [...args, '-D', `k=${from}`, '-f', file, '-d', url], {
    maxBuffer: 1 << 24,
  })
  const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0)
  if (failed > 0) throw new Error(`pgbench: ${failed} failed transactions`)
  return {
    perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0),
    latencyMs: Number(/latency average = ([\d.]+)/.exec(stdout)?.[1] ?? 0),
  }
}

/** pgbench of the newest PostgreSQL that Debian installed here. @throws when there is none */
export function findPgbench(): string {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map(Number) : []
  const newest = versions.sort((a, b) => b - a).map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`)
  const found = newest.find((path) => existsSync(path))
  if (!found) throw new Error("The bench needs pgbench: install Debian's package postgresql")
  return found
}
