import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll } from 'vitest'
import { buildApp } from '../../bff/src/app'
import { readConfig } from '../../bff/src/config'
import { buildDeps, type Deps } from '../../bff/src/deps'
import { createFileTools } from '../../bff/src/file-tools'
import { kinds } from '../../bff/src/kinds'
import type { Kind } from '../../bff/src/modules/cases/kind'
import { serve } from '../../bff/src/http/serve'
import { loadWords } from '../../bff/src/platform/segmenter'
import { createLog } from '../../bff/src/platform/log'
import type { Sms } from '../../bff/src/platform/sms'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { type Answer, call, type Sent } from './api'
import { type TestDatabase, testDatabase } from './database'
import { testKeys } from './keys'
import { testRedis } from './redis'
import { asService } from './templates'

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Date
  set(at: string | Date): void
  advance(minutes: number): void
}

/** Monday 23 November 2026, 10:12 in Shanghai. */
export const monday = '2026-11-23T02:12:00Z'

export function testClock(at = monday): TestClock {
  let time = Date.parse(at)
  return {
    now: () => new Date(time),
    set: (to) => void (time = new Date(to).getTime()),
    advance: (minutes) => void (time += minutes * 60_000),
  }
}

export interface TestApp {
  base: string
  deps: Deps
  clock: TestClock
  database: TestDatabase
  /** Every line that was logged so far. */
  logged(): string
  call<T = Record<string, unknown>>(name: EndpointName, sent?: Sent): Promise<Answer<T>>
  close(): Promise<void>
}

/**
 * The real app over a database and a Redis of this file's own, in this process, with a clock the test moves. Every
 * answer is parsed by its contract before it leaves.
 * @param services that this test adds to those of the product
 */
export async function testApp(
  env: NodeJS.ProcessEnv = {},
  seeded: 'bare' | 'seeded' = 'bare',
  services: readonly Kind[] = [],
): Promise<TestApp> {
  const [database, redis] = [await testDatabase(seeded), await testRedis()]
  const app = await buildTestApp(database, redis.url, env, { services })
  afterAll(() => app.close())
  return app
}

/** The same over servers and ports that the test looks after itself; to be closed by it. */
export async function buildTestApp(
  given: TestDatabase | { url: string },
  redisUrl: string,
  env: NodeJS.ProcessEnv = {},
  { services = [], ...ports }: { sms?: Sms; lookupId?: string; services?: readonly Kind[] } = {},
): Promise<TestApp> {
  // As the service does before its first request: loaded inside a transaction, it would outlast one on a busy machine.
  loadWords()
  const clock = testClock()
  const lines: string[] = []
  const log = createLog('debug', 'test', { write: (line: string) => void lines.push(line) })
  const config = configFor(asService(given.url), redisUrl, env)
  const files = createFileTools(config, clock, makeSafeProgram)
  const deps = buildDeps(config, [...kinds, ...services], { clock, log, files, ...ports })
  const answer = buildApp(deps).callback()
  const server = serve((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  await redisReady(deps)
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const database = 'pool' in given ? given : { url: given.url, pool: ownPool(given.url) }
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await deps.close()
    if (!('pool' in given)) await database.pool.end()
  }
  return {
    base,
    deps,
    clock,
    database,
    logged: () => lines.join(''),
    call: (name, sent) => call(base, name, sent),
    close,
  }
}

/** Bundled by the set-up of the whole run; the sources would begin anew for every picture, slowly. */
const makeSafeProgram = fileURLToPath(new URL('../../bff/dist/make-safe.js', import.meta.url))

const folders = new Map<string, string>()
/** Where the pictures of a database lie, gone with the process: files of tests share a process, and not what they store. */
function filesFolder(databaseUrl: string): string {
  const { pathname } = new URL(databaseUrl)
  const known = folders.get(pathname)
  if (known !== undefined) return known
  const made = mkdtempSync(join(tmpdir(), 'linli-test-files-'))
  if (folders.size === 0)
    process.once('exit', () => {
      for (const each of folders.values()) rmSync(each, { recursive: true, force: true })
    })
  folders.set(pathname, made)
  return made
}

const configFor = (databaseUrl: string, redisUrl: string, env: NodeJS.ProcessEnv) =>
  readConfig({
    ...testKeys,
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    LINLI_RATE_SCALE: '100000',
    LINLI_CHECK_REPLIES: '1',
    LINLI_DEMO: '1',
    ...(!env.LINLI_S3_BUCKET && { LINLI_FILES: filesFolder(databaseUrl) }),
    ...env,
  })

function ownPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  // The server may be stopped on purpose; an idle connection that ends is no failure of the test.
  pool.on('error', () => {})
  return pool
}

async function redisReady({ redis }: Deps): Promise<void> {
  while (!redis.ready()) await new Promise((resolve) => setImmediate(resolve))
}
