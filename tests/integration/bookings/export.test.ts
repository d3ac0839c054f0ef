/** Bookings as a table: what was booked, and nobody's name, telephone or words. */
import { readSheet } from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let [staff, number] = [{} as Person, '']
const head = [
  '预订号',
  '村（社区）',
  '场所',
  '场地',
  '日期',
  '从',
  '到',
  '用途',
  '人数',
  '状态',
  '提出时间',
  '答复时间',
  '签到时间',
  '谁记的签到',
  '没到场、让出的时间',
]

beforeAll(async () => {
  app.clock.set(monday)
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  const party = await makePerson(app, { name: '表里没有的名字', phone: '13912345678' })
  const room = await makeRoom(app, { name: '=1+1' })
  const first = await book(app, party, { ...wish(room, 14, 16), note: '表里没有的话' })
  number = (first as unknown as { number: string }).number
  await ok(act(app, 'confirmBooking', staff, first.id))
  const second = await book(app, party, wish(room, 18, 20))
  await ok(act(app, 'refuseBooking', staff, second.id, { body: { note: '请换个时间' } }))
})

const exported = ({ token }: Person, over: object = {}) =>
  app.call<{ fileName: string; base64: string }>('exportBookings', {
    params: { division: here },
    body: { fromDay: '2026-11-01', toDay: '2026-11-30', ...over },
    token,
  })

test('each booking is a line, whatever a room is called, and that it was taken out is on record', async () => {
  const { fileName, base64 } = await ok(exported(staff))
  expect(fileName).toBe('场地预订-2026-11-01-2026-11-30.xlsx')
  const bytes = Buffer.from(base64, 'base64')
  const rows = await readSheet(bytes)
  const at = '2026-11-23 10:12'
  const where = ['东兴社区', '党群服务中心', '=1+1', '2026-11-25']
  expect(rows[0]).toEqual(head)
  expect(rows.slice(1)).toEqual([
    [number, ...where, '14:00', '16:00', '居民会议', 20, '已确认', at, at, null, null, null],
    [rows[2]?.[0], ...where, '18:00', '20:00', '居民会议', 20, '未同意', at, at, null, null, null],
  ])
  expect(JSON.stringify(rows)).not.toMatch(/表里没有|139/)
  const { rows: records } = await app.database.pool.query('SELECT kind, lines FROM export_records')
  expect(records).toEqual([{ kind: 'bookings', lines: 2 }])
})

test('who came, by whom that was said, and what was given on as nobody came', async () => {
  app.clock.set('2026-11-30T01:00:00Z')
  const party = await makePerson(app)
  const room = await makeRoom(app, { approval: 'automatic' })
  const day = '2026-12-01'
  const ids = [
    (await book(app, party, wish(room, 9, 10, day))).id,
    (await book(app, party, wish(room, 11, 12, day))).id,
  ]
  for (const [n, name] of (['checkInBooking', 'releaseBooking'] as const).entries()) {
    app.clock.set(localTime(day, 9.5 + 2 * n))
    await ok(act(app, name, await signIn(app.deps, staff.accountId), ids[n] ?? ''))
  }
  const { base64 } = await ok(exported(await signIn(app.deps, staff.accountId), { fromDay: day, toDay: day }))
  const rows = await readSheet(Buffer.from(base64, 'base64'))
  expect(rows.slice(1).map((row) => [row[9], ...row.slice(12)])).toEqual([
    ['已确认', '2026-12-01 09:30', '工作人员', null],
    ['没到场', null, null, '2026-12-01 11:30'],
  ])
})

test('a span of a year at most, in one’s own division', async () => {
  app.clock.set(monday)
  const faults = async (over: object) => (await exported(staff, over)).problem.errors?.map((e) => e.path)
  expect(await faults({ fromDay: '2025-11-29' })).toEqual(['body.toDay'])
  expect(await faults({ fromDay: '2026-12-01' })).toEqual(['body.toDay'])
  expect(
    await readSheet(Buffer.from((await ok(exported(staff, { toDay: '2026-11-24' }))).base64, 'base64')),
  ).toEqual([head])
  expect((await exported(await makePerson(app, { grants: [['staff', elsewhere]] }))).problem.code).toBe(
    'not_found',
  )
})
