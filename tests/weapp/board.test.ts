/** The board in the built mini-program, where a building has more rooms than a screen. */
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../support/database'
import { copyRooms, useRooms } from '../support/many-rooms'
import { realProcess } from '../support/process'
import { testRedis } from '../support/redis'
import { launch, type MiniApp } from './harness'
import { all } from './view'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))
const [database, redis] = [await testDatabase('seeded'), await testRedis()]
const urls = { databaseUrl: database.url, redisUrl: redis.url }
const service = await realProcess('main', urls, { LINLI_DEMO: '1' })
await service.ready()
afterAll(() => service.stop())

const drawn = (app: MiniApp): number =>
  all(app.tree(), ({ attr }) => /\bboard__row\b/.test(String(attr.class))).length

/** What a person hears of the first thing of this look. */
const labelOf = (app: MiniApp, look: RegExp): string =>
  all(app.tree(), ({ attr }) => look.test(String(attr.class))).map(({ attr }) => String(attr.ariaLabel))[0] ??
  ''

/** Rooms of the demo and those behind them, as many as an answer has at most, and the height of one. */
const [demo, far, row] = [7, 193, 80]
const rooms = demo + far

test('of two hundred rooms those near the screen are drawn, wherever it is', async () => {
  await copyRooms(database.pool, '远处厅', far)
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await useRooms(database.pool, '远处厅', today, [9, 12, 15, 18])
  const app = await launch({ folder, origin: service.base, loginCodes: [] })
  await app.tap('登录')
  await app.tap('杨春梅')
  await app.sees('订场地')
  await app.goes('navigateTo', '/features/board/pages/board')
  for (const view of ['周', '日']) {
    await app.tap(view)
    await app.sees('远处厅1')
    for (const top of [40, 60, 150, rooms - 5]) {
      await app.scroll(top * row, rooms * row)
      await app.sees(`远处厅${top - demo + 3}`)
      expect(drawn(app), `${view} ${top}`).toBeLessThanOrEqual(20)
    }
    await app.sees(`远处厅${far}`)
    await app.scroll(0, rooms * row)
    await app.sees('多功能活动厅')
  }
  // What is chosen stands below, with the rows as they are.
  await app.scroll(100 * row, rooms * row)
  await app.sees('远处厅100')
  await app.tap(labelOf(app, /\bblk\b/))
  await app.sees('打开全部')
  await app.fill('找场地', '多功能')
  await app.sees('多功能活动厅')
  expect(app.complaints()).toEqual([])
  // docs/design.md › Budgets.
  expect(app.largestChange()).toBeLessThanOrEqual(64 * 1024)
})
