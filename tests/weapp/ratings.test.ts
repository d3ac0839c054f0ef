/** The rating page in the built mini-program: from a finished booking to a bad grade that is followed up. */
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../support/database'
import { realProcess } from '../support/process'
import { testRedis } from '../support/redis'
import { toRate } from '../support/to-rate'
import { launch } from './harness'
import { find } from './view'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))
const [database, redis] = [await testDatabase('seeded'), await testRedis()]
const urls = { databaseUrl: database.url, redisUrl: redis.url }
const service = await realProcess('main', urls, { LINLI_DEMO: '1' })
await service.ready()
afterAll(() => service.stop())

test('a resident rates a finished booking, and sees who will call', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('李秀英')
  await app.sees('订场地')
  const id = await toRate(database.pool, '10-resident')
  await app.goes('navigateTo', `/features/cases/pages/case?id=${id}`)
  await app.tap('评价这次服务')
  await app.sees('您觉得怎么样？')
  expect(app.route()).toBe('features/ratings/pages/rate')
  const chosen = () =>
    find(app.tree(), (node) => node.attr.ariaRole === 'radio' && node.attr.ariaChecked === 'true')
  expect(chosen()).toBeNull()

  await app.tap('非常不满意')
  expect(chosen()).not.toBeNull()
  await app.sees('1 个工作日内联系您')
  await app.tap('没人开门')
  await app.fill('想说的话', '等了半个小时')
  await app.sees('公开这段文字')
  await app.tap('提交评价')
  await app.sees('谢谢您，评价已收到。')
  await app.sees('等社区上级联系您')
  expect(app.complaints()).toEqual([])
  // docs/design.md › Budgets.
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})
