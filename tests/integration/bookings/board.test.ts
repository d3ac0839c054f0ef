/** The board shows what the database has, names nobody, and is read by those who run a building or watch over it. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { BoardBlock, BoardRoom } from '../../../bff/contracts/src/board'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { monday, testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { act, book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
let [staff, party] = [{} as Person, {} as Person]

interface Board {
  rooms: BoardRoom[]
  next: string | null
  from: string
  canManage: boolean
}
const board = (who: Person, query: Record<string, string> = {}, division = here) =>
  app.call<Board>('readBoard', { params: { division }, query, token: who.token })
const roomOn = async (id: string, query: Record<string, string> = {}) =>
  (await ok(board(staff, query))).rooms.find((room) => room.id === id)
const blocksOn = async (id: string, from: string): Promise<BoardBlock[]> =>
  (await roomOn(id, { from }))?.blocks ?? []

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  party = await makePerson(app, { name: '板上不写的名字' })
})

test('every state of a day is there, in order, with its cleaning and by when it is answered', async () => {
  const roomId = await makeRoom(app)
  const asked = await book(app, party, { ...wish(roomId, 14, 16), note: '板上不写的话' })
  const confirmed = await book(app, party, wish(roomId, 9, 11))
  await ok(act(app, 'confirmBooking', staff, confirmed.id))
  const refused = await book(app, party, wish(roomId, 18, 20))
  await ok(act(app, 'refuseBooking', staff, refused.id, { body: { note: '请换个时间' } }))
  const blocks = await blocksOn(roomId, '2026-11-25')
  expect(blocks).toMatchObject([
    { caseId: confirmed.id, state: 'confirmed', startsAt: confirmed.startsAt, dueAt: null, overdue: false },
    { caseId: asked.id, state: 'pending', startsAt: asked.startsAt, dueAt: asked.dueAt, overdue: false },
  ])
  for (const { endsAt, freeAt } of blocks) expect(Date.parse(freeAt)).toBeGreaterThan(Date.parse(endsAt))
  app.clock.set(localTime('2026-11-24', 17))
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  expect((await blocksOn(roomId, '2026-11-25')).map(({ overdue }) => overdue)).toEqual([false, true])
  const whole = JSON.stringify((await board(staff, { from: '2026-11-25' })).body)
  for (const word of ['板上不写的名字', '板上不写的话', '李师傅', '13900000001'])
    expect(whole).not.toContain(word)
})

test('a day that is over shows what took place', async () => {
  const roomId = await makeRoom(app)
  const { id } = await book(app, party, wish(roomId, 9, 11))
  await ok(act(app, 'confirmBooking', staff, id))
  app.clock.set(localTime('2026-11-26', 9))
  await completeEnded(app.deps)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  expect(await blocksOn(roomId, '2026-11-25')).toMatchObject([{ caseId: id, state: 'completed' }])
  expect(await blocksOn(roomId, '2026-11-26')).toEqual([])
})

test('seven days at once are the seven days one by one', async () => {
  const rooms = [await makeRoom(app), await makeRoom(app)]
  for (const [n, day] of ['2026-11-24', '2026-11-25', '2026-11-27'].entries()) {
    const body = {
      ...wish(rooms[n % 2] ?? '', 9, 11),
      startsAt: localTime(day, 9 + n),
      endsAt: localTime(day, 10 + n),
    }
    await book(app, party, body)
  }
  const week = await ok(board(staff, { from: '2026-11-23', days: '7' }))
  for (const roomId of rooms) {
    const room = week.rooms.find(({ id }) => id === roomId)
    const byDay = await Promise.all(room?.open.map(({ day }) => roomOn(roomId, { from: day })) ?? [])
    expect(room?.open).toHaveLength(7)
    expect(room?.open).toEqual(byDay.flatMap((one) => one?.open ?? []))
    expect(room?.blocks).toEqual(byDay.flatMap((one) => one?.blocks ?? []))
  }
})

test('an offer is there until its deadline, also before the clock has written that it is over', async () => {
  const roomId = await makeRoom(app)
  const first = await book(app, party, wish(roomId, 9, 11))
  const waiting = await makePerson(app)
  const { id } = await ok(waitSlot(app, waiting, wish(roomId, 9, 11)))
  await ok(act(app, 'cancelBooking', party, first.id))
  expect(await blocksOn(roomId, '2026-11-25')).toMatchObject([{ caseId: id, state: 'held', dueAt: null }])
  app.clock.advance(3 * 60)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  expect(await blocksOn(roomId, '2026-11-25')).toEqual([])
})

test('more rooms than an answer holds follow by its cursor, each once and in order', async () => {
  await app.database.pool.query(
    `INSERT INTO rooms SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'position', 1 + n))).*
     FROM rooms r, generate_series(1, 201) n WHERE r.id = $1`,
    [await makeRoom(app)],
  )
  const one = await ok(board(staff))
  expect([one.rooms.length, one.next === null]).toEqual([200, false])
  const rest = await ok(board(staff, { cursor: one.next ?? '' }))
  const ids = [...one.rooms, ...rest.rooms].map((room) => room.id)
  const { rows } = await app.database.pool.query<{ id: string }>(
    'SELECT id FROM rooms WHERE community_code = $1 ORDER BY position, id',
    [here],
  )
  expect([rest.next, ids]).toEqual([null, rows.map((row) => row.id)])
})

test('a closure is drawn with its reason, and gone when it is taken back', async () => {
  const roomId = await makeRoom(app)
  const body = {
    startsAt: localTime('2026-11-25', 13),
    endsAt: localTime('2026-11-25', 17),
    reason: '空调检修',
  }
  const closure = await ok(act(app, 'addClosure', staff, roomId, { body }))
  expect((await roomOn(roomId, { from: '2026-11-25' }))?.closures).toMatchObject([{ reason: '空调检修' }])
  expect((await roomOn(roomId, { from: '2026-11-26' }))?.closures).toEqual([])
  await ok(act(app, 'removeClosure', staff, closure.id))
  expect((await roomOn(roomId, { from: '2026-11-25' }))?.closures).toEqual([])
})

test('who works above sees what lies below, who watches changes nothing, and others see no board', async () => {
  const roomId = await makeRoom(app)
  const township = here.slice(0, 9)
  const above = await makePerson(app, { grants: [['staff', township]] })
  const watching = await makePerson(app, { grants: [['supervisor', here.slice(0, 6)]] })
  for (const [who, division, manages] of [
    [above, township, true],
    [watching, here.slice(0, 6), false],
  ] as const) {
    const { rooms, canManage } = await ok(board(who, {}, division))
    expect([rooms.some(({ id }) => id === roomId), canManage]).toEqual([true, manages])
  }
  const next = await makePerson(app, { grants: [['staff', elsewhere]] })
  for (const who of [party, next]) expect((await board(who)).status).toBe(404)
  const faults = (await board(staff, { from: '2026-02-30', days: '8' })).problem.errors ?? []
  expect(faults.map(({ path }) => path).sort()).toEqual(['query.days', 'query.from'])
})

test('some of the rooms can be asked for, and no room of another division comes with them', async () => {
  const [one, two] = [await makeRoom(app), await makeRoom(app)]
  const foreign = await makeRoom(app, { community: elsewhere })
  const { rooms, next } = await ok(board(staff, { rooms: [one, foreign].join(',') }))
  expect([rooms.map(({ id }) => id), next]).toEqual([[one], null])
  expect((await ok(board(staff, { rooms: two }))).rooms.map(({ id }) => id)).toEqual([two])
  for (const faulty of ['', 'x', `${one},`, Array.from({ length: 51 }, () => one).join(',')])
    expect((await board(staff, { rooms: faulty })).status).toBe(422)
})

test('who waits is counted at what they wait for', async () => {
  const roomId = await makeRoom(app)
  await book(app, party, wish(roomId, 9, 11))
  await book(app, party, wish(roomId, 14, 16))
  for (let n = 0; n < 2; n++) await ok(waitSlot(app, await makePerson(app), wish(roomId, 9, 11)))
  expect((await blocksOn(roomId, '2026-11-25')).map(({ waiting }) => waiting)).toEqual([2, 0])
  expect((await blocksOn(roomId, '2026-11-26')).length).toBe(0)
})

test('to what nobody came is there beside what took its place, and keeps nobody out', async () => {
  const roomId = await makeRoom(app, { approval: 'automatic', bufferMinutes: 0, noticeMinutes: 0 })
  const { id } = await book(app, party, wish(roomId, 14, 16))
  app.clock.set(new Date(Date.parse(localTime('2026-11-25', 14)) + 20 * 60_000))
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  await ok(act(app, 'releaseBooking', staff, id))
  const next = await book(app, await makePerson(app), wish(roomId, 15, 16))
  expect(await blocksOn(roomId, '2026-11-25')).toMatchObject([
    { caseId: id, state: 'missed', dueAt: null },
    { caseId: next.id, state: 'confirmed' },
  ])
  expect(await blocksOn(roomId, '2026-11-26')).toEqual([])
})

test('what was asked for week by week says which week of how many it is', async () => {
  const roomId = await makeRoom(app, { approval: 'automatic', horizonDays: 60 })
  const alone = await book(app, party, wish(roomId, 9, 10))
  const body = { ...wish(roomId, 14, 16), weeks: 3, without: [] }
  const key = randomUUID()
  await ok(app.call('requestSeries', { body, key, token: (await makePerson(app)).token }))
  const weeks = await Promise.all(
    ['2026-11-25', '2026-12-02', '2026-12-09'].map((day) => blocksOn(roomId, day)),
  )
  expect(weeks.flat().map(({ series }) => series)).toEqual([null, ...[1, 2, 3].map((n) => ({ n, of: 3 }))])
  expect(weeks[0]?.[0]?.caseId).toBe(alone.id)
})
