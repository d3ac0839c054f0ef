/** The staff's and the public side of ratings in the built mini-program. */
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { demoId } from '../../prisma/seed/people'
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

test('the township reads whom to call, and says that the call went well', async () => {
  const resident = await launch({ folder, origin: service.base, loginCodes: [] })
  await resident.tap('登录')
  await resident.tap('李秀英')
  await resident.sees('订场地')
  const { rows } = await database.pool.query<{ id: string }>(
    `SELECT q.case_id AS id FROM rating_rights q JOIN cases c ON c.id = q.case_id
     WHERE c.subject_id = $1 AND q.rated_at IS NULL AND q.rate_until > now()`,
    [demoId('10-resident')],
  )
  await resident.goes('navigateTo', `/features/ratings/pages/rate?id=${rows[0]?.id ?? ''}`)
  await resident.tap('非常不满意')
  for (const reason of ['没人开门', '不干净', '等太久']) await resident.tap(reason)
  await resident.tap('提交评价')
  await resident.sees('谢谢您')

  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('罗玉兰')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/follow-ups/pages/list')
  await app.tap('非常不满意 · 没人开门、不干净、等太久')
  await app.sees('评了什么')
  expect(app.route()).toBe('features/follow-ups/pages/follow-up')
  await app.tap('查看联系方式')
  await app.sees('李秀英')
  await app.tap('已联系上')
  await app.fill('要改什么', '等了半小时没人来开门')
  await app.tap('发送')
  await app.sees('单位正在整改')
  expect(app.complaints()).toEqual([])
  // docs/design.md › Budgets.
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})

test('the township lets words pass that no checker could decide', async () => {
  const words = '管钥匙的说话像吵架一样，好像我们欠了他的。'
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('罗玉兰')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/rating-texts/pages/list')
  await app.tap('要看一看')
  await app.sees(words)
  await app.sees('日等起')
  await app.tap('可以公布')
  await app.sees('决定以后不能改')
  await app.fill('还要隐去的姓名', '欠了他')
  await app.sees('好像我们某某的。')
  await app.tap('确定公布')
  await app.sees('没有要看的')
  const { rows } = await database.pool.query<{ state: string }>(
    'SELECT text_state AS state FROM ratings WHERE text_shown = $1',
    [words.replace('欠了他', '某某')],
  )
  expect(rows).toEqual([{ state: 'passed' }])
  expect(app.complaints()).toEqual([])
})

test('the figures of a community are open to everybody', async () => {
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.goes('navigateTo', '/features/figures/pages/figures?community=532301101001')
  await app.sees('东兴社区')
  await app.sees('居民写的话')
  expect(app.complaints()).toEqual([])
})
