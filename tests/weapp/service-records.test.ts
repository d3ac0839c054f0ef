/** The record of service in the built mini-program: made out, written as it was sent, and opened as a PDF with real text. */
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../support/database'
import { readPdf } from '../support/pdf'
import { realProcess } from '../support/process'
import { testRedis } from '../support/redis'
import { launch } from './harness'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))
const [database, redis] = [await testDatabase('seeded'), await testRedis()]
const urls = { databaseUrl: database.url, redisUrl: redis.url }
const service = await realProcess('main', urls, { LINLI_DEMO: '1' })
await service.ready()
afterAll(() => service.stop())

test('a volunteer makes out a record and opens it', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('赵海涛')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/service-records/pages/hours')
  await app.press('开证明')
  await app.press('开一份')
  await app.press('打开证明')
  await app.sees('证明已打开或下载')
  expect(app.opened.map(({ type }) => type)).toEqual(['pdf'])
  expect((await readPdf(app.opened[0]?.bytes ?? Buffer.alloc(0))).text).toContain('志愿服务记录证明')
  expect(app.complaints()).toEqual([])
})
