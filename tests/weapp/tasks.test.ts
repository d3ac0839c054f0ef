/** A task in the built mini-program: looked at, signed up for, and given up. */
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

/** What staff have asked for, on a day on which nobody has a task yet. */
async function ask(): Promise<void> {
  const id = '00000000-0000-4000-8000-00000000aaaa'
  await database.pool.query(
    `INSERT INTO tasks (id, series_id, community_code, state, kind, title, place, at_home, starts_at, ends_at, places,
       taken, adults_only, two_people, opens_to_all, created_by, created_at)
     VALUES ($1, $1, '532301101001', 'open', 'company', '陪老人读报', '社区服务中心一楼', false,
       date_trunc('hour', now()) + interval '20 days', date_trunc('hour', now()) + interval '20 days 2 hours', 2, 0, false, false, now(), $2, now())`,
    [id, demoId('20-staff')],
  )
  await database.pool.query(
    `INSERT INTO lines (id, kind, community_code, task_id, created_at) VALUES ($1, 'task', '532301101001', $1, now())`,
    [id],
  )
}

test('a volunteer signs up with one tap, reads where to be, and says that they cannot come', async () => {
  await ask()
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('赵海涛')
  await app.sees('订场地')
  await app.goes('switchTab', '/pages/services/index')
  await app.tap('志愿服务')
  await app.tap('陪老人读报')
  await app.press('报名')
  await app.sees('报上了')
  await app.tap('看这次报名')
  await app.sees('请准时到')
  expect(app.route()).toBe('features/cases/pages/case')
  await app.tap('加到日历')
  await app.sees('已加到日历')
  expect(app.kept.entries).toMatchObject([
    { title: '志愿任务：陪老人读报', location: expect.stringContaining('社区服务中心一楼') as string },
  ])
  await app.tap('导航')
  await app.sees('地点已复制，到地图里粘贴')
  expect(app.kept.copied).toMatch(/社区服务中心一楼$/)
  await app.tap('来不了了')
  await app.sees('名额空出来，有人排队就轮到下一位。')
  await app.press('来不了了')
  await app.sees('已退出')
  expect(app.complaints()).toEqual([])
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})
