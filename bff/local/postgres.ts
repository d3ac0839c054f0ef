/**
 * The embedded PostgreSQL: durable, on 127.0.0.1 only, with a password. What it answered as committed survives
 * `kill -9` of everything.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openLog } from './log-file'
import { freePort } from './ports'
import { account, programs, reachableFolder } from './postgres-files'
import { commandOf, eventually } from './processes'
import { run } from './run.mjs'
import { supervise } from './supervise'

export interface LocalServer {
  url: string
  stop(): Promise<void>
}

interface Place {
  bin: string
  data: string
  log: string
  password: string
}

/** Linux sets the account for a child directly; elsewhere PostgreSQL runs as the caller. */
const as = account ?? {}
/** Messages in English and the C locale for the cluster: the same everywhere, whatever the machine speaks. */
const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' }

/**
 * The password is made with the data folder. When that folder is new but a cluster of the same name is there (it lies
 * elsewhere, see `reachableFolder`), nobody can open the old one any more: it is set aside.
 */
async function passwordFor(data: string, folder: string): Promise<string> {
  const path = join(folder, 'postgres.password')
  if (!existsSync(path)) {
    if (existsSync(data)) await rename(data, `${data}.set-aside-${Date.now()}`)
    await writeFile(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return readFile(path, 'utf8')
}

async function runAs(command: string, args: string[]): Promise<void> {
  if (!account) return run(command, args, { env })
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { ...as, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${said}`))))
  })
}

/** Made beside its place and then renamed, so that an interrupted first start leaves nothing half made. */
async function createCluster({ bin, data, password }: Place): Promise<void> {
  if (existsSync(data)) return
  const half = `${data}.half`
  const secret = `${half}.password`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600 })
  if (account) await Promise.all([half, secret].map((path) => chown(path, account!.uid, account!.gid)))
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const login = ['--username=linli', '--auth=scram-sha-256', `--pwfile=${secret}`]
  try {
    await runAs(join(bin, 'initdb'), ['-D', half, ...login, ...locale])
  } finally {
    await rm(secret, { force: true })
  }
  await rename(half, data)
}

/** A server left by a launcher that was killed is stopped; a pid file that names another program is removed. */
async function stopLeftover({ bin, data }: Place): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return
  if (commandOf(pid)?.includes('postgres')) {
    await runAs(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'])
  } else {
    await rm(file, { force: true })
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  await client.end()
}

function launch({ bin, data, log }: Place, settings: Record<string, string | number>) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const out = openLog(log)
  // Its own process group: Ctrl-C in the terminal must not end it before the processes that use it.
  return spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
    ...as,
    env,
    detached: true,
    stdio: ['ignore', out, out],
  })
}

/**
 * Starts PostgreSQL with its data below `folder`, makes the database `linli`, and keeps it running until `stop`.
 * `durable: false` leaves out fsync: for tests, whose data may be lost with the machine. `port`: the one to come back on.
 * @throws when it does not answer within 30 s; the message names its log
 */
export async function startPostgres(
  folder: string,
  { durable = true, port = 0 }: { durable?: boolean; port?: number } = {},
): Promise<LocalServer> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const own = await reachableFolder(folder)
  const data = join(own, 'postgres')
  const password = await passwordFor(data, folder)
  const place: Place = { bin: await programs(own), data, log: join(folder, 'postgres.log'), password }
  await createCluster(place)
  await stopLeftover(place)
  const address = port || (await freePort())
  const settings = {
    port: address,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
  }
  // SIGINT is PostgreSQL's fast shutdown: running statements end, everything is written, connections close.
  const server = supervise({ name: 'PostgreSQL', start: () => launch(place, settings), signal: 'SIGINT' })
  const url = `postgresql://linli:${place.password}@127.0.0.1:${address}`
  if (!(await eventually(() => answers(`${url}/postgres`), 30_000))) {
    await server.stop()
    throw new Error(`PostgreSQL does not start; its log is ${place.log}`)
  }
  await createDatabase(url, 'linli')
  return { url: `${url}/linli`, stop: () => server.stop() }
}
