import { migrate } from '../../prisma/migrate'
import { compareBefore } from '../src/keys/checks'
import { readKeys } from '../src/keys/read'
import type { Keys } from './keys'
import { openToService, servicePasswordOf, serviceUrl } from './service-role'
import { startPostgres, type LocalServer } from './postgres'
import { step } from './progress.mjs'
import { startRedis } from './redis'

export interface Servers {
  /** As the owner: migrations and the seed. */
  databaseUrl: string
  /** As the service, once the migrations have made its role. */
  serviceUrl: string
  redisUrl: string
  stop(): Promise<void>
}

/** A server somebody else runs: never stopped here. */
const given = (url: string): LocalServer => ({ url, stop: async () => {} })

/** PostgreSQL and Redis from `DATABASE_URL` and `REDIS_URL`, or the local ones, with their data below `folder`. */
export async function startServers(folder: string): Promise<Servers> {
  const { DATABASE_URL, REDIS_URL } = process.env
  const postgres = DATABASE_URL
    ? given(DATABASE_URL)
    : await step('Starting PostgreSQL', () => startPostgres(folder))
  const stopPostgres = () => postgres.stop()
  try {
    const redis = REDIS_URL ? given(REDIS_URL) : await step('Starting Redis', () => startRedis(folder))
    const stop = async () => {
      await redis.stop()
      await stopPostgres()
    }
    const service = process.env.LINLI_SERVICE_DATABASE_URL
    const serviceUrlHere = service || serviceUrl(postgres.url, servicePasswordOf(postgres.url))
    return { databaseUrl: postgres.url, serviceUrl: serviceUrlHere, redisUrl: redis.url, stop }
  } catch (error) {
    await stopPostgres()
    throw error
  }
}

/** Brings the database to the newest schema. @param keys without them nothing is compared @throws WrongKey */
export async function applyMigrations(databaseUrl: string, keys?: Keys): Promise<void> {
  await step('Updating the database', async (say) => {
    if (keys) await compareBefore(databaseUrl, readKeys(keys))
    const applied = await migrate(databaseUrl)
    if (applied.length) say(applied.join(', '))
    if (!process.env.LINLI_SERVICE_DATABASE_URL)
      await openToService(databaseUrl, servicePasswordOf(databaseUrl))
  })
}
