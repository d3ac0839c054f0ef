/** A visit in the built mini-program: the list, a record in three taps, and the service has it. */
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../support/database'
import { realProcess } from '../support/process'
import { testRedis } from '../support/redis'
import { launch } from './harness'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))
const [database, redis] = [await testDatabase('seeded'), await testRedis()]
const urls = { databaseUrl: database.url, redisUrl: redis.url }
const service = await realProcess('main', urls, { LINLI_DEMO: '1' })
await service.ready()
afterAll(() => service.stop())

/** Of the last minutes. */
async function kept(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM visits WHERE outcome = 'met' AND recorded_at > at
       AND recorded_at > now() - interval '5 minutes'`,
  )
  return rows[0]?.n ?? 0
}

test('staff record a visit, and it is kept once', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('杨春梅')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/visits/pages/mine')
  await app.sees('马保国')
  await app.tap('记探访 马保国')
  await app.tap('见到了')
  await app.press('记下')
  await expect.poll(kept).toBe(1)
  expect(app.complaints()).toEqual([])
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})
