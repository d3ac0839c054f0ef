/** What a deployment runs before its processes: compares the keys, migrates, and lets the service in. */
import { openToService } from './service-role'
import { compareBefore } from '../src/keys/checks'
import { readConfig } from '../src/config'
import { migrate } from '../../prisma/migrate'

const config = readConfig()
await compareBefore(config.databaseUrl, config)
const applied = await migrate(config.databaseUrl)
const password = process.env.LINLI_SERVICE_PASSWORD
if (password) await openToService(config.databaseUrl, password)
process.stdout.write(`${applied.length} migrations applied\n`)
