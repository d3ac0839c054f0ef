/** The building on PostgreSQL and Redis of its own, which are gone afterwards: `node --import tsx tests/bench/building-alone.ts [small large]`. */
import { rm } from 'node:fs/promises'
import { startServers } from '../../bff/local/servers'
import { throwAwayFolder } from '../support/throw-away'
import { benchBuilding } from './building'

const folder = await throwAwayFolder('building')
const servers = await startServers(folder)
try {
  const sizes = process.argv.slice(2).map(Number)
  await benchBuilding(servers, sizes.length === 2 ? sizes : undefined)
} finally {
  await servers.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
