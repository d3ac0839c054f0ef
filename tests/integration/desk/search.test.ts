/** One field finds what is in the reader's scope, and who was looked for as a person reads of it. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseSummary } from '../../../bff/contracts/src/cases'
import type { AccessRecord } from '../../../bff/contracts/src/identity'
import { monday, testApp } from '../../support/app'
import { ask } from '../../support/consultations'
import { act, book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
let [staff, party] = [{} as Person, {} as Person]
let roomId = ''

interface Found {
  found: { by: string; cases: CaseSummary[] }[]
  rooms: { id: string; name: string; communityName: string }[]
  day: string | null
  tooWide: boolean
}
const search = (who: Person, words: string, division = here) =>
  app.call<Found>('searchDesk', { body: { division, words }, token: who.token })
const idsOf = ({ found }: Found) => found.map(({ by, cases }) => [by, cases.map(({ id }) => id)])
const nothing: Found = { found: [], rooms: [], day: null, tooWide: false }

const records = async (who: Person) =>
  (await ok(app.call<{ records: AccessRecord[] }>('listAccessRecords', { token: who.token }))).records

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await app.database.pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL, name_enc = NULL')
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  party = await makePerson(app, { name: '周敏', phone: '13812345678' })
  roomId = await makeRoom(app, { name: '排练厅' })
})

describe('by number', () => {
  test('whole, its end, or the running number alone, and nobody reads of it', async () => {
    const one = await book(app, party, wish(roomId))
    const running = String(Number(one.number.slice(-6)))
    for (const words of [one.number, one.number.toLowerCase(), one.number.slice(-6), running])
      expect(idsOf(await ok(search(staff, words)))).toEqual([['number', [one.id]]])
    expect(await records(party)).toEqual([])
  })

  test('in a neighbouring community it is not there', async () => {
    const one = await book(app, party, wish(await makeRoom(app, { community: nextDoor })))
    expect(await ok(search(staff, one.number))).toEqual(nothing)
    const above = await makePerson(app, { grants: [['staff', here.slice(0, 9)]] })
    expect(idsOf(await ok(search(above, one.number, here.slice(0, 9))))).toEqual([['number', [one.id]]])
  })
})

describe('by telephone', () => {
  test('what the person has here, open before over, each search one record', async () => {
    const over = await book(app, party, wish(roomId, 9, 11))
    await ok(act(app, 'cancelBooking', party, over.id))
    const open = await book(app, party, wish(roomId, 14, 16))
    const found = await ok(search(staff, '138 1234 5678'))
    expect(idsOf(found)).toEqual([['phone', [open.id, over.id]]])
    expect(JSON.stringify(found)).not.toMatch(/周敏|13812345678/)
    expect(await records(party)).toMatchObject([{ reader: '杨会琼', tag: 'contact', caseId: open.id }])
    await ok(search(staff, '13812345678'))
    expect(await records(party)).toHaveLength(1)
  })

  test('somebody without a case here is answered as nobody is, and reads nothing', async () => {
    await book(app, party, wish(await makeRoom(app, { community: elsewhere })))
    expect(await ok(search(staff, '13812345678'))).toEqual(nothing)
    expect(await ok(search(staff, '13812345679'))).toEqual(nothing)
    expect(await records(party)).toEqual([])
  })

  test('of somebody whose account became part of another', async () => {
    const one = await book(app, party, wish(roomId))
    const other = await makePerson(app, { phone: '13912345678' })
    await app.database.pool.query('UPDATE accounts SET joined_into = $1 WHERE id = $2', [
      party.accountId,
      other.accountId,
    ])
    expect(idsOf(await ok(search(staff, '13912345678')))).toEqual([['phone', [one.id]]])
    expect(await records(party)).toHaveLength(1)
  })
})

describe('by name', () => {
  test('whose open case is here, written in any way, on record', async () => {
    const one = await book(app, party, wish(roomId))
    expect(idsOf(await ok(search(staff, ' 周 敏')))).toEqual([['name', [one.id]]])
    expect(await records(party)).toMatchObject([{ reader: '杨会琼', caseId: one.id }])
  })

  test('a part of it finds nobody, and what is over no more', async () => {
    const one = await book(app, party, wish(roomId))
    expect(await ok(search(staff, '周敏敏'))).toEqual(nothing)
    await ok(act(app, 'cancelBooking', party, one.id))
    expect(await ok(search(staff, '周敏'))).toEqual(nothing)
    expect(await records(party)).toEqual([])
  })

  test('two of one name are both found, and both read of it', async () => {
    const twin = await makePerson(app, { name: '周敏' })
    const [one, two] = [
      await book(app, party, wish(roomId, 9, 11)),
      await book(app, twin, wish(roomId, 14, 16)),
    ]
    const [[, ids] = []] = idsOf(await ok(search(staff, '周敏')))
    expect([...(ids ?? [])].sort()).toEqual([one.id, two.id].sort())
    for (const who of [party, twin]) expect(await records(who)).toHaveLength(1)
  })

  test('where too many people have something open it is said, and nobody is opened', async () => {
    await app.database.pool.query(
      `WITH made AS (INSERT INTO accounts (id, name_enc, created_at) SELECT gen_random_uuid(), 'x', now() FROM generate_series(1, 1001) RETURNING id)
       INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
       SELECT gen_random_uuid(), 'XX-' || row_number() OVER (), 'need', $1, id, id, 'self', 'asked', 'staff', now() FROM made`,
      [nextDoor],
    )
    const above = await makePerson(app, { grants: [['staff', here.slice(0, 9)]] })
    expect(await ok(search(above, '周敏', here.slice(0, 9)))).toEqual({ ...nothing, tooWide: true })
  })
})

test('nobody is found by what one person alone works on', async () => {
  const one = await ask(app, party)
  for (const words of ['周敏', '13812345678']) expect(await ok(search(staff, words))).toEqual(nothing)
  const { found } = await ok(search(staff, one.number))
  expect(found.map(({ cases }) => cases.map(({ id, title }) => [id, title]))).toEqual([
    [[one.id, '一件办件']],
  ])
  expect(await records(party)).toEqual([])
})

test('a room by a part of its name or its building, and a day in words', async () => {
  const own = await makeRoom(app, { name: '彩排小间' })
  await makeRoom(app, { name: '彩排小间', community: nextDoor })
  const found = await ok(search(staff, '彩排'))
  expect(found.rooms).toMatchObject([{ id: own, name: '彩排小间', communityName: '东兴社区' }])
  expect((await ok(search(staff, '党群%'))).rooms).toEqual([])
  expect(await ok(search(staff, '12月3日'))).toEqual({ ...nothing, day: '2026-12-03' })
})

describe('who may', () => {
  test('a supervisor finds numbers, rooms and days, and no person', async () => {
    const one = await book(app, party, wish(roomId))
    const watching = await makePerson(app, { grants: [['supervisor', here.slice(0, 6)]] })
    for (const words of ['周敏', '13812345678'])
      expect(await ok(search(watching, words, here))).toEqual(nothing)
    expect(idsOf(await ok(search(watching, one.number, here)))).toEqual([['number', [one.id]]])
    expect(await records(party)).toEqual([])
  })

  test('others have no such field, nor staff outside their division', async () => {
    for (const who of [party, await makePerson(app, { grants: [['staff', nextDoor]] })])
      expect((await search(who, '周敏')).problem.code).toBe('not_found')
  })

  test('staff do not find themselves', async () => {
    const both = await makePerson(app, { name: '自己', phone: '13700000001', grants: [['staff', here]] })
    await book(app, both, wish(roomId))
    for (const words of ['自己', '13700000001']) expect(await ok(search(both, words))).toEqual(nothing)
  })
})
