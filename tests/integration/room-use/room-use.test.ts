/** Use by hour: who reads it, which days are counted, what is below, and its table. */
import { readSheet } from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import type { UseHours, UseRow } from '../../../bff/contracts/src/room-use'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  wish,
} from '../../support/world'

const app = await testApp()
let room = ''

interface Use {
  name: string
  fromDay: string
  toDay: string
  week: UseHours[]
  rows: UseRow[]
  facilities: { id: string; name: string }[]
}

beforeAll(async () => {
  app.clock.set(monday)
  await makeDivisions(app)
  room = await makeRoom(app)
  await makeRoom(app, { community: nextDoor })
  const staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  const party = await makePerson(app)
  const { id } = await book(app, party, wish(room, 14, 16))
  await ok(act(app, 'confirmBooking', staff, id))
  await book(app, party, wish(room, 18, 20))
  app.clock.set(localTime('2026-11-26', 9))
})

const reads = async (
  role: 'staff' | 'supervisor',
  at: string,
  division = here,
  query: Record<string, string> = {},
) => {
  const { token } = await makePerson(app, { grants: [[role, at]] })
  return app.call<Use>('readRoomUse', { params: { division }, query, token })
}
const span = { from: '2026-11-23', to: '2026-11-29' }

test('a use counts from the morning after, confirmed or written down as over, and a request does not', async () => {
  const before = await ok(reads('staff', here, here, span))
  expect([before.fromDay, before.toDay]).toEqual(['2026-11-23', '2026-11-25'])
  expect(before.week[2]?.used.slice(13, 21)).toEqual([0, 60, 60, 0, 0, 0, 0, 0])
  expect(before.week[2]?.open.slice(8, 10)).toEqual([0, 60])
  // Thursday is not over.
  expect(before.week[3]?.open.some((n) => n > 0)).toBe(false)
  await completeEnded(app.deps)
  expect(await ok(reads('staff', here, here, span))).toEqual(before)
})

test('a community has its rooms, what is above it has what is directly below, and nobody reads a neighbour', async () => {
  const own = await ok(reads('supervisor', '532301', here, span))
  expect(own.rows.map(({ of, name, facilityName }) => [of, name, facilityName])).toEqual([
    ['room', '三楼多功能厅', '党群服务中心'],
  ])
  expect(own.facilities).toHaveLength(1)
  const below = await ok(reads('supervisor', '5323', '532301101', span))
  expect(below.rows.map(({ name, hours }) => [name, hours.used[14]])).toEqual([
    ['东兴社区', 60],
    ['西园社区', 0],
  ])
  expect((await ok(reads('supervisor', '5323', '5323', span))).rows.map(({ name }) => name)).toEqual([
    '楚雄市',
  ])
  expect((await reads('staff', elsewhere, here, span)).problem.code).toBe('not_found')
  expect(
    (await reads('staff', here, here, { from: '2025-01-01', to: '2026-11-25' })).problem.errors,
  ).toMatchObject([{ path: 'query.to' }])
})

test('one building or one room alone, also one that is retired', async () => {
  const all = await ok(reads('staff', here, here, span))
  const facility = all.facilities[0]?.id ?? ''
  expect((await ok(reads('staff', here, here, { ...span, facility }))).week).toEqual(all.week)
  expect((await ok(reads('staff', here, here, { ...span, room }))).rows).toEqual(all.rows)
  await app.database.pool.query('UPDATE rooms SET retired_at = $2 WHERE id = $1', [
    room,
    localTime('2026-11-25', 20),
  ])
  const gone = await ok(reads('staff', here, here, { ...span, room }))
  expect(gone.rows[0]?.retired).toBe(true)
  expect([gone.week[2]?.used[14], gone.week[2]?.open[19], gone.week[2]?.open[20]]).toEqual([60, 60, 0])
})

test('as a table: a line for what was open, used, and the share of it', async () => {
  const { token } = await makePerson(app, { grants: [['staff', here]] })
  const { fileName, base64 } = await ok(
    app.call<{ fileName: string; base64: string }>('exportRoomUse', {
      params: { division: here },
      query: span,
      token,
    }),
  )
  expect(fileName).toBe('场地使用-2026-11-23-2026-11-25.xlsx')
  const rows = await readSheet(Buffer.from(base64, 'base64'))
  expect(rows[0]?.slice(0, 3)).toEqual(['哪里', '按什么', '0 点'])
  const wednesday = rows.filter(([where]) => where === '周三')
  expect(wednesday.map((line) => [line[1], line[16], line[26]])).toEqual([
    ['开放小时', 1, 11],
    ['用了小时', 1, 2],
    ['用率', 1, 0.18],
  ])
})
