/** The list of tasks on PostgreSQL and Redis of its own, which are gone afterwards: `node --import tsx tests/bench/tasks-alone.ts`. */
import { rm } from 'node:fs/promises'
import { applyMigrations, startServers } from '../../bff/local/servers'
import { throwAwayFolder } from '../support/throw-away'
import { buildTestApp } from '../support/app'
import { letServiceIn } from '../support/templates'
import { makeDivisions } from '../support/world'
import { benchTasks } from './tasks'

const folder = await throwAwayFolder('tasks')
const servers = await startServers(folder)
try {
  await applyMigrations(servers.databaseUrl)
  await letServiceIn(servers.databaseUrl)
  const urls = { databaseUrl: servers.databaseUrl, redisUrl: servers.redisUrl }
  const app = await buildTestApp({ url: urls.databaseUrl }, urls.redisUrl, { LINLI_CHECK_REPLIES: '0' })
  await makeDivisions(app)
  app.clock.set(new Date())
  await benchTasks(app, urls)
  await app.close()
} finally {
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
