/** A need in the built mini-program: the numbers first, asked, read, and given up. */
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

test('a resident asks for a hand, reads it, and gives it up', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('李秀英')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/needs/pages/ask')
  await app.tap('120')
  expect(app.dialled).toEqual(['120'])
  await app.tap('打扫洗衣')
  await app.fill('说一说', '扶着墙才能站，想请人擦窗')
  await app.tap('上午')
  await app.press('请社区帮忙')
  await app.sees('等社区安排')
  await app.sees('扶着墙才能站，想请人擦窗')
  expect(app.route()).toBe('features/cases/pages/case')
  await app.tap('不用帮了')
  await app.sees('社区就不再安排')
  await app.press('不用帮了')
  await app.sees('已取消')
  expect(app.complaints()).toEqual([])
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})

test('a son asks for his mother', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('陈文斌')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/needs/pages/ask')
  await app.tap('家里人')
  await app.tap('父母')
  await app.fill('叫什么名字', '王桂芳')
  await app.tap('陪看病取药')
  await app.fill('说一说', '腿脚不便，要人陪去拿药')
  await app.press('请社区帮忙')
  await app.sees('父母 · 王桂芳')
  expect(app.complaints()).toEqual([])
})
