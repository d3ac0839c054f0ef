/** A matter in the built mini-program: asked, read, and left in one tap; WeChat is told to hide its pages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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

const pagesOfMatters = [
  'features/consultations/pages/ask',
  'features/consultations/pages/thread',
  'features/adviser/pages/queue',
  'features/adviser/pages/matter',
]

test.each(pagesOfMatters)('%s is not seen among the open apps, and its title says nothing', (page) => {
  const config = JSON.parse(readFileSync(join(folder, `${page}.json`), 'utf8')) as Record<string, string>
  expect(config.visualEffectInBackground).toBe('hidden')
  expect(config.navigationBarTitleText).toBe('一件办件')
})

test('a resident asks, reads it again, and is gone in one tap', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('李秀英')
  await app.tap('问法律')
  await app.sees('这件事急不急？')
  await app.tap('有人受伤害，或被威胁')
  await app.sees('先打电话，再写不迟')
  await app.tap('12338')
  expect(app.dialled).toEqual(['12338'])
  await app.tap('不急，可以慢慢问')
  await app.tap('下一题')
  await app.tap('邻里、物业')
  await app.tap('下一题')
  await app.tap('跳过这一题')
  await app.fill('发生了什么', '楼上漏水，家具都坏了')
  await app.tap('下一题')
  await app.tap('上一题')
  await app.sees('把事情说一说')
  await app.tap('下一题')
  await app.tap('跳过这一题')
  await app.tap('看一遍')
  await app.sees('楼上漏水，家具都坏了')
  await app.press('发送')
  await app.sees('问的事')
  expect(app.route()).toBe('features/consultations/pages/thread')
  await app.sees('楼上漏水，家具都坏了')
  await app.tap('快速离开')
  await app.sees('订场地')
  expect([app.route(), app.depth()]).toEqual(['pages/home/index', 1])
  expect(app.complaints()).toEqual([])
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})
