/** Registering in the built mini-program: three screens, the registration, and out again. */
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

test('a resident registers in three screens, and takes it back', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('李秀英')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/volunteers/pages/join')
  await app.tap('教用手机')
  await app.press('下一步')
  await app.sees('什么时候有空，走多远？')
  await app.tap('上午')
  await app.tap('只在本社区')
  await app.press('下一步')
  await app.tap('我本人，已满 18 周岁')
  await app.press('同意并登记')
  await app.sees('等社区核实')
  await app.sees('周一上午')
  expect(app.route()).toBe('features/cases/pages/case')
  await app.tap('不登记了')
  await app.sees('社区就不再核实')
  await app.press('不登记了')
  await app.sees('已取消')
  expect(app.complaints()).toEqual([])
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})
