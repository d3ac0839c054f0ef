/** The board on PostgreSQL and Redis of its own, which are gone afterwards: `node --import tsx tests/bench/board-alone.ts [large]`. */
import { rm } from 'node:fs/promises'
import { applyMigrations, startServers } from '../../bff/local/servers'
import { buildTestApp } from '../support/app'
import { letServiceIn } from '../support/templates'
import { throwAwayFolder } from '../support/throw-away'
import { makeDivisions } from '../support/world'
import { benchBoard } from './board'

const folder = await throwAwayFolder('board')
const servers = await startServers(folder)
try {
  await applyMigrations(servers.databaseUrl)
  await letServiceIn(servers.databaseUrl)
  const urls = { databaseUrl: servers.databaseUrl, redisUrl: servers.redisUrl }
  const app = await buildTestApp({ url: urls.databaseUrl }, urls.redisUrl, { LINLI_CHECK_REPLIES: '0' })
  await makeDivisions(app)
  app.clock.set(new Date())
  const [large] = process.argv.slice(2).map(Number)
  await benchBoard(app, urls, large)
  await app.close()
} finally {
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
