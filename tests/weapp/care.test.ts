/** Care in the built mini-program: a guardian signs both children up with one tap, and sees where one waits. */
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

test('a guardian signs up with one tap, and another case says how many are ahead', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('张丽华')
  await app.sees('课后托管')

  await app.tap('课后托管')
  await app.tap('周末阅读托管班')
  await app.sees('还有 7 个名额')
  // No child is chosen for the guardian, and one who is elsewhere at that hour is asked about.
  await app.tap('给小雨报名')
  await app.press('报名')
  await app.press('还是要报')
  await app.sees('有名额')
  expect(app.route()).toBe('features/programmes/pages/programme')
  expect(app.complaints()).toEqual([])
  // docs/design.md › Budgets.
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})

test('what is kept of a child is there for its guardian', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('张丽华')
  await app.tap('课后托管')
  await app.tap('我的孩子')
  await app.sees('阳阳')
  await app.tap('小雨')
  await app.sees('可以接孩子的人')
  expect(app.complaints()).toEqual([])
})
