/** The search for rooms on PostgreSQL and Redis of its own, which are gone afterwards: `node --import tsx tests/bench/room-search-alone.ts [small large]`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations, startServers } from '../../bff/local/servers'
import { buildTestApp } from '../support/app'
import { letServiceIn } from '../support/templates'
import { makeDivisions } from '../support/world'
import { benchRoomSearch } from './room-search'

const folder = await mkdtemp(join(tmpdir(), 'linli-search-'))
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
