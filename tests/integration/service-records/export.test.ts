import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { servedStage } from '../../support/service-records'
import { ok } from '../../support/story'
import { taskStage } from '../../support/tasks'
import { confirmed, here, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const own = servedStage(app, stage)

const asking = (token: string, over: object = {}) =>
  app.call<{ fileName: string; base64: string }>('exportServiceHours', {
    params: { division: here },
    body: { fromDay: '2026-11-01', toDay: '2026-11-30', named: false, ...over },
    token,
  })
const asked = async (who: Person, over: object = {}) => asking((await fresh(app, who)).token, over)
const rowsOf = async ({ base64 }: { base64: string }) => readSheet(Buffer.from(base64, 'base64'))

test('hours of a division in the fields of the national system, nameless unless names are asked for, on record', async () => {
  const who = stage.volunteer
  await own.serve({ who, on: '2026-11-25', went: '15:30' })
  const plain = await ok(asked(stage.staff))
  expect(plain.fileName).toBe('志愿服务时长-2026-11-01-2026-11-30.xlsx')
  const { rows: registered } = await app.database.pool.query<{ number: string }>(
    `SELECT number FROM cases WHERE type = 'volunteer' AND subject_id = $1`,
    [who.accountId],
  )
  const fields = [
    registered[0]?.number,
    '东兴社区',
    '陪老人聊天',
    '陪伴聊天',
    '2026-11-25 14:00',
    '2026-11-25 16:00',
    1.5,
  ]
  expect(await rowsOf(plain)).toEqual([
    ['志愿者编号', '服务组织（社区）', '活动名称', '服务类别', '开始时间', '结束时间', '服务时长（小时）'],
    fields,
  ])
  const read = async () =>
    (await app.database.pool.query('SELECT tag FROM access_records WHERE subject_id = $1', [who.accountId]))
      .rows
  expect(await read()).toEqual([])
  expect((await asked(stage.staff, { named: true })).problem.code).toBe('confirm_needed')
  expect(await read()).toEqual([])
  const { token } = await confirmed(app, await fresh(app, stage.staff))
  const named = await rowsOf(await ok(asking(token, { named: true })))
  expect(named[1]).toEqual(['赵海涛', ...fields])
  expect(await read()).toEqual([{ tag: 'contact' }])
})

test('of at most a year, and of nobody else’s division', async () => {
  const faults = async (over: object) => (await asked(stage.staff, over)).problem.errors?.map((e) => e.path)
  expect(await faults({ fromDay: '2025-11-29' })).toEqual(['body.toDay'])
  expect(await faults({ fromDay: '2026-12-01' })).toEqual(['body.toDay'])
  expect((await asked(stage.volunteer)).problem.code).toBe('not_found')
  expect((await asked(stage.township)).problem.code).toBe('not_allowed')
})
