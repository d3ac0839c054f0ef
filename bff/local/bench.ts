/** `npm run bench`: measures on the large set, which is made once and kept beside the demonstration's data. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { seedLarge } from '../../prisma/seed/large'
import { seedWhenEmpty } from '../../prisma/seed/seed'
import { buildApp, bundleServer, generateClient } from './build'
import { demoKeys } from './keys'
import { claimFolder } from './one-at-a-time'
import { dataFolder, root } from './paths'
import { step } from './progress.mjs'
import { applyMigrations, startServers } from './servers'

const SIZE = { residents: 200_000, bookings: 2_000_000 }

function measure(env: NodeJS.ProcessEnv): Promise<number> {
  const args = ['--import', 'tsx', join(root, 'tests/bench/main.ts')]
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

export async function bench(): Promise<void> {
  const folder = join(dataFolder(), 'bench')
  const release = await claimFolder(folder)
  await generateClient()
  await bundleServer()
  await buildApp('h5')
  const keys = await demoKeys(folder)
  const servers = await startServers(folder)
  const { databaseUrl, redisUrl } = servers
  try {
    await applyMigrations(databaseUrl, keys)
    await step('Looking at the data', (say) => seedWhenEmpty(databaseUrl, keys, say))
    await step('Making the large set', (say) => seedLarge(databaseUrl, keys, SIZE, say))
    process.exitCode = await measure({
      ...process.env,
      ...keys,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
    })
  } finally {
    await servers.stop()
    await release()
  }
}
