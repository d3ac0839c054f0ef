/** `npm start` and `npm run dev`: everything on one machine, until Ctrl-C. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { seedWhenEmpty } from '../../prisma/seed/seed'
import { buildApp, bundleServer, generateClient } from './build'
import { startChild, waitUntilReady } from './children'
import { outsideAddress, printInvitation } from './invitation'
import { demoKeys, type Keys } from './keys'
import { claimFolder } from './one-at-a-time'
import { dataFolder, root } from './paths'
import { portIsFree } from './ports'
import { eventually } from './processes'
import { step } from './progress.mjs'
import { applyMigrations, startServers, type Servers } from './servers'
import { stopSignal } from './stopping'
import { watchSources } from './watch'

/** @throws when the port stays taken; a server whose launcher was killed needs a moment to let go of it */
async function demandPort(port: number): Promise<void> {
  if (await eventually(() => portIsFree(port), 5000)) return
  throw new Error(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`)
}

function childEnv(port: number, servers: Servers, keys: Keys, folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...keys,
    LINLI_LOOKUP_KEY: undefined,
    NODE_ENV: process.env.NODE_ENV || 'development',
    PORT: String(port),
    DATABASE_URL: servers.serviceUrl,
    REDIS_URL: servers.redisUrl,
    LINLI_DEMO: '1',
    LINLI_PUBLIC_URL: process.env.LINLI_PUBLIC_URL || outsideAddress(port),
    LINLI_WEB: join(root, 'miniapp/dist/h5'),
    ...(!process.env.LINLI_S3_BUCKET && { LINLI_FILES: process.env.LINLI_FILES || join(folder, 'files') }),
  }
}

/** Everything up to the moment the two processes can start. */
async function prepare(servers: Servers, keys: Keys, watch: boolean): Promise<void> {
  await applyMigrations(servers.databaseUrl, keys)
  stopSignal.throwIfAborted()
  await step('Looking at the data', (say) => seedWhenEmpty(servers.databaseUrl, keys, say))
  if (watch) return
  stopSignal.throwIfAborted()
  await bundleServer()
  await buildApp('h5')
}

/** @returns stops what was started, last first */
export async function serve({ watch = false } = {}): Promise<() => Promise<void>> {
  if (!['development', 'test'].includes(process.env.NODE_ENV || 'development')) {
    throw new Error(
      'This is the demonstration set-up: it makes its own keys and shows one-time codes. Unset NODE_ENV.',
    )
  }
  const port = Number(process.env.PORT || 8080)
  const folder = dataFolder()
  const logs = join(folder, 'logs')
  const undo: (() => Promise<void>)[] = [await claimFolder(folder)]
  const stop = async () => {
    for (const one of undo.splice(0).reverse()) await one()
  }
  try {
    await demandPort(port)
    await mkdir(logs, { recursive: true, mode: 0o700 })
    await generateClient()
    const keys = await demoKeys(folder)
    const servers = await startServers(folder)
    undo.push(() => servers.stop())
    await prepare(servers, keys, watch)
    stopSignal.throwIfAborted()
    const env = childEnv(port, servers, keys, folder)
    const log = (name: string) => (watch ? {} : { log: join(logs, `${name}.log`) })
    const worker = startChild({ entry: 'worker', env, sources: watch, ...log('worker') })
    const web = startChild({ entry: 'main', env, sources: watch, ...log('main') })
    undo.push(async () => void (await Promise.all([web.stop(), worker.stop()])))
    await step('Starting the server', () =>
      waitUntilReady(port, watch ? undefined : { web, log: join(logs, 'main.log') }),
    )
    if (watch) undo.push(await watchSources([web, worker]))
    await printInvitation(port, logs)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
