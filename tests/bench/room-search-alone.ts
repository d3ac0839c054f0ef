/** The search for rooms on PostgreSQL and Redis of its own, which are gone afterwards: `node --import tsx tests/bench/room-search-alone.ts [small large]`. */
import { rm } from 'node:fs/promises'
import { applyMigrations, startServers } from '../../bff/local/servers'
import { throwAwayFolder } from '../support/throw-away'
import { buildTestApp } from '../support/app'
import { letServiceIn } from '../support/templates'
import { makeDivisions } from '../support/world'
import { benchRoomSearch } from './room-search'

const folder = await throwAwayFolder('search')
const servers = await startServers(folder)
try {
  await applyMigrations(servers.databaseUrl)
  await letServiceIn(servers.databaseUrl)
  const urls = { databaseUrl: servers.databaseUrl, redisUrl: servers.redisUrl }
  const app = await buildTestApp({ url: urls.databaseUrl }, urls.redisUrl, { LINLI_CHECK_REPLIES: '0' })
  await makeDivisions(app)
  app.clock.set(new Date())
  const sizes = process.argv.slice(2).map(Number)
  await benchRoomSearch(app, urls, sizes.length === 2 ? sizes : undefined)
  await app.close()
} finally {
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
