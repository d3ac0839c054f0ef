/** The rooms of a community as a table: taken along, edited and read in again; every fault named, nothing half written. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ProblemBody } from '../../../bff/contracts/src/problems'
import { facilityRooms } from '../../../bff/contracts/src/room-desk'
import type { TableReport } from '../../../bff/contracts/src/room-table'
import { linesOf } from '../../../bff/src/platform/sheets/table'
import { monday, testApp } from '../../support/app'
import { facilityPlan } from '../../support/room-plans'
import { formula, type Written, xlsxOf } from '../../support/rosters'
import { book, ok } from '../../support/story'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let staff: Person
let place: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('DELETE FROM favourite_rooms')
  staff = await makePerson(app, { name: '王晓', grants: [['staff', here]] })
  place = `活动中心${randomUUID().slice(0, 8)}`
  const plan = { params: { code: here }, body: facilityPlan({ name: place }), token: staff.token }
  await ok(app.call('addFacility', plan))
})

interface Handed {
  status: number
  body: TableReport
  problem: ProblemBody
}

async function hand(content: Buffer, end: string, who = staff, key: string = randomUUID()): Promise<Handed> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)]), 'file')
  const answer = await fetch(`${app.base}/v1/communities/${here}/room-table${end}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'idempotency-key': key },
    body: form,
  })
  const body = (await answer.json()) as unknown
  return { status: answer.status, body: body as TableReport, problem: body as ProblemBody }
}
const check = (content: Buffer, who = staff) => hand(content, '/check', who)
const write = (content: Buffer, acknowledged = '', key?: string) =>
  hand(content, acknowledged === '' ? '' : `?acknowledged=${acknowledged}`, staff, key)

/** The table as it is, as rows of cells. */
async function table(): Promise<Written[][]> {
  const asked = { params: { code: here }, token: staff.token }
  const { base64 } = await ok(app.call<{ base64: string }>('giveRoomTable', asked))
  return linesOf(Buffer.from(base64, 'base64'), 10_000).map(({ cells }) =>
    Array.from({ length: 24 }, (_, n): Written => {
      const cell = cells.get(n)
      if (!cell) return null
      return cell.kind === 'number' ? Number(cell.text) : cell.text
    }),
  )
}

const fresh = (name: string, change: Record<number, Written> = {}): Written[] =>
  [
    ...[null, null, place, name, '会议室', '二楼', '201 室', null, '走时关灯', null, 60, 90, '能', '投影'],
    ...['居民会议、培训讲座', '每天 09:00-21:00', null, 60, 60, 240, 60, 14, 30, '工作人员确认'],
  ].map((value, n) => (n in change ? (change[n] ?? null) : value))

/** So many rooms need more than one facility. @returns in which one the n-th is */
async function places(rooms: number): Promise<(n: number) => string> {
  const names = Array.from({ length: Math.ceil(rooms / facilityRooms) }, (_, n) => `${place}之${n}`)
  for (const name of names)
    await ok(
      app.call('addFacility', {
        params: { code: here },
        body: facilityPlan({ name }),
        token: staff.token,
      }),
    )
  return (n) => names[Math.floor(n / facilityRooms)] ?? ''
}

const count = async () =>
  (await pool.query('SELECT FROM rooms WHERE community_code = $1', [here])).rowCount ?? 0

test('what is taken along is read in again and changes nothing', async () => {
  const id = await makeRoom(app)
  await pool.query(`UPDATE rooms SET name = '=1+1' WHERE id = $1`, [id])
  const { body } = await check(xlsxOf(await table()))
  expect(body).toMatchObject({ added: 0, changed: 0, faults: [], imported: false })
  expect((await table()).find(([own]) => own === id)?.[3]).toBe('=1+1')
})

test('an edited line and a new one are written, once for one tap', async () => {
  const id = await makeRoom(app)
  const rows = (await table()).map((row) =>
    row[0] === id ? row.map((cell, n) => (n === 10 ? 77 : cell)) : row,
  )
  const season =
    '暑假 07-01至08-31：周一至周三、周六 08:00-12:00、14:00-18:00；周日 09:00-10:00\n寒假 01-20至02-20：不开放'
  const file = xlsxOf([...rows, fresh('新的', { 16: season })])
  const key = randomUUID()
  expect((await write(file, '', key)).body).toMatchObject({ added: 1, changed: 1, imported: true })
  const before = await count()
  const again = (await write(file, '', key)).body
  expect(again).toMatchObject({ added: 1, changed: 1, imported: true, faults: [] })
  expect(await count()).toBe(before)
  const made = await pool.query<{ seasons: { openings: unknown[] }[] }>(
    `SELECT seasons FROM rooms WHERE name = '新的'`,
  )
  expect(made.rows[0]?.seasons.map(({ openings }) => openings.length)).toEqual([9, 0])
  const changed = await pool.query<{ capacity: number }>('SELECT capacity FROM rooms WHERE id = $1', [id])
  expect(changed.rows[0]?.capacity).toBe(77)
})

test('bookings that a change meets are named, and it is written once they are acknowledged', async () => {
  const [id, party] = [await makeRoom(app), await makePerson(app)]
  await book(app, party, { ...wish(id), attendees: 40 })
  const file = xlsxOf(
    (await table()).map((row) => (row[0] === id ? row.map((cell, n) => (n === 10 ? 20 : cell)) : row)),
  )
  const { met } = (await check(file)).body
  expect(met.hits).toMatchObject([{ why: ['people'], attendees: 40 }])
  expect((await write(file)).problem.code).toBe('room_change_hits')
  expect((await write(file, met.mark)).body.imported).toBe(true)
})

test('not over what somebody changed meanwhile; and by nobody else', async () => {
  const id = await makeRoom(app)
  const rows = (await table()).map((row) =>
    row[0] === id ? row.map((cell, n) => (n === 10 ? 20 : cell)) : row,
  )
  await pool.query('UPDATE rooms SET version = version + 1 WHERE id = $1', [id])
  const { body } = await write(xlsxOf(rows))
  expect([body.imported, body.faults[0]?.column]).toEqual([false, '版本（不要改）'])
  expect((await check(xlsxOf(rows), await makePerson(app))).status).toBe(404)
})

test(
  'of 5,000 lines all 40 faults are named by line and column, and nothing is written',
  { timeout: 60_000 },
  async () => {
    const [head = []] = await table()
    const wrong: Record<number, Written>[] = [
      { 10: '很多' },
      { 15: '周八 09:00-21:00' },
      { 2: '没有这里' },
      { 18: 45 },
      { 4: '城堡' },
      { 3: null },
      { 23: formula },
      { 8: '找王晓拿钥匙' },
    ]
    const there = await places(5_000)
    const rows = Array.from({ length: 5_000 }, (_, n) =>
      fresh(`第 ${n} 间`, { 2: there(n), ...(n % 125 === 0 && wrong[(n / 125) % 8]) }),
    )
    const before = await count()
    const { body } = await write(xlsxOf([head, ...rows]))
    expect([body.faultsInAll, body.imported, await count()]).toEqual([40, false, before])
    expect(body.faults.map(({ line }) => line)).toEqual(Array.from({ length: 40 }, (_, n) => n * 125 + 2))
    expect(body.faults.slice(0, 8).map(({ column, words }) => `${column}：${words}`)).toEqual([
      '最多几个人：请写整数',
      '开放时间：请写成“周一至周五 09:00-12:00、14:00-21:00；周六 09:00-17:00”',
      '场所：没有这处场所，请先在“场地管理”里加',
      expect.stringContaining('最短几分钟：要是格子的整倍数'),
      expect.stringContaining('种类：请从这些里选一个'),
      '名称：请填写这一项',
      '谁来确认：这里是公式，没有读。请直接写上内容',
      '使用要求：可能写了人名，请去掉',
    ])
  },
)

test('more than a facility holds are named line by line, whoever was there before, and nothing is written', async () => {
  const rows = await table()
  const sheet = (n: number) =>
    xlsxOf([...rows, ...Array.from({ length: n }, (_, each) => fresh(`第 ${each} 间`))])
  const before = await count()
  const { body } = await write(sheet(facilityRooms + 2))
  expect([body.imported, body.faultsInAll, await count()]).toEqual([false, 2, before])
  expect(body.faults.map(({ column, words }) => `${column}：${words}`)).toEqual(
    Array<string>(2).fill('场所：这处场所放不下了，最多有 200 间在用的场地'),
  )
  expect((await write(sheet(facilityRooms))).body).toMatchObject({ added: facilityRooms, imported: true })
  expect((await check(sheet(1))).body.faultsInAll).toBe(1)
})

test('5,000 good lines come in, within half a minute and 400 MB', { timeout: 90_000 }, async () => {
  const [head = []] = await table()
  const there = await places(5_000)
  const file = xlsxOf([head, ...Array.from({ length: 5_000 }, (_, n) => fresh(`好的 ${n}`, { 2: there(n) }))])
  const [before, at, memory] = [await count(), performance.now(), process.memoryUsage().rss]
  expect((await write(file)).body).toMatchObject({ added: 5_000, faultsInAll: 0, imported: true })
  expect(await count()).toBe(before + 5_000)
  expect(performance.now() - at).toBeLessThan(30_000)
  expect(process.memoryUsage().rss - memory).toBeLessThan(400_000_000)
})
