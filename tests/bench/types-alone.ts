/**
 * Few services against many on servers of its own, which are gone afterwards: `node --import tsx tests/bench/types-alone.ts`,
 * with the number of residents and bookings that lie around, if any.
 */
import { rm } from 'node:fs/promises'
import { applyMigrations, startServers } from '../../bff/local/servers'
import { throwAwayFolder } from '../support/throw-away'
import { seedLarge } from '../../prisma/seed/large'
import { seedWhenEmpty } from '../../prisma/seed/seed'
import { buildTestApp } from '../support/app'
import { testKeys } from '../support/keys'
import { letServiceIn } from '../support/templates'
import { benchTypes } from './types'

const [residents = 0, bookings = 0] = process.argv.slice(2).map(Number)
const folder = await throwAwayFolder('types')
const servers = await startServers(folder)
const { databaseUrl, redisUrl } = servers
try {
  await applyMigrations(databaseUrl)
  await letServiceIn(databaseUrl)
  await seedWhenEmpty(databaseUrl, testKeys, () => {})
  if (residents > 0) await seedLarge(databaseUrl, testKeys, { residents, bookings }, console.log)
  const app = await buildTestApp({ url: databaseUrl }, redisUrl, { LINLI_CHECK_REPLIES: '0' })
  app.clock.set(new Date())
  await benchTypes(app, { databaseUrl, redisUrl })
  await app.close()
} finally {
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
