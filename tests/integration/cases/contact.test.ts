import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccessRecord } from '../../../bff/contracts/src/identity'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await app.database.pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL')
  party = await makePerson(app, { name: '周敏', phone: '13812345678' })
  staff = await makePerson(app, { name: '杨会琼', grants: [['grid_worker', here]] })
  id = (await book(app, party, wish(await makeRoom(app)))).id
})

const read = (who: Person) => app.call('readContact', { params: { id }, token: who.token })

interface Records {
  records: AccessRecord[]
  next: string | null
}
const records = (who: Person, query: Record<string, string> = {}): Promise<Records> =>
  ok(app.call<Records>('listAccessRecords', { token: who.token, query }))

describe('staff with an open case', () => {
  test('read name and telephone, and the subject sees who, when and for what', async () => {
    expect((await caseOf(app, staff, id)).canReadContact).toBe(true)
    expect((await read(staff)).body).toEqual({ name: '周敏', phone: '13812345678', proxy: null })
    // Asked again at once, because the answer was lost: still one look.
    await read(staff)
    app.clock.advance(1)
    await read(staff)
    const line = { reader: '杨会琼', tag: 'contact', caseId: id, about: '三楼多功能厅', rated: false }
    expect((await records(party)).records).toMatchObject([
      { ...line, at: '2026-11-23T02:13:00.000Z' },
      { ...line, at: '2026-11-23T02:12:00.000Z' },
    ])
    expect((await records(staff)).records).toEqual([])
  })

  test('read them while a confirmed booking is still to come', async () => {
    await ok(act(app, 'confirmBooking', staff, id))
    expect((await read(staff)).status).toBe(200)
  })

  test('read nothing where there is nothing to read', async () => {
    const nameless = await makePerson(app)
    id = (await book(app, nameless, wish(await makeRoom(app)))).id
    expect((await read(staff)).body).toEqual({ name: null, phone: null, proxy: null })
  })
})

describe('without a reason', () => {
  test.each([
    ['a refused', 'refuseBooking', '停电'],
    ['a cancelled', 'cancelBooking', '不办了'],
  ] as const)('%s case is closed, also to those who could read it before', async (_, action, note) => {
    expect((await read(staff)).status).toBe(200)
    await ok(act(app, action, action === 'cancelBooking' ? party : staff, id, { body: { note } }))
    expect((await read(staff)).problem.code).toBe('contact_not_justified')
    expect((await caseOf(app, staff, id)).canReadContact).toBe(false)
    expect((await records(party)).records).toHaveLength(1)
  })

  test('a refused reading leaves no record', async () => {
    const supervisor = await makePerson(app, { grants: [['supervisor', here]] })
    const neighbour = await makePerson(app, { grants: [['staff', '532301101002']] })
    for (const who of [supervisor, neighbour, party]) expect((await read(who)).status).toBeGreaterThan(400)
    expect((await records(party)).records).toEqual([])
  })
})

test('records are paged, each once, newest first', async () => {
  for (let n = 0; n < 60; n++)
    await app.database.pool.query(
      `INSERT INTO access_records (id, subject_id, reader_id, reader_name, tag, case_id, at)
       VALUES ($1, $2, $3, '杨会琼', 'contact', $4, $5)`,
      [randomUUID(), party.accountId, staff.accountId, id, new Date(Date.parse(monday) + (n >> 1) * 1_000)],
    )
  const first = await records(party)
  const second = await records(party, { cursor: first.next ?? '' })
  expect([first.records.length, second.records.length, second.next]).toEqual([50, 10, null])
  const all = [...first.records, ...second.records]
  expect(new Set(all.map((r) => r.id)).size).toBe(60)
  expect(all.map((r) => r.at)).toEqual(
    all
      .map((r) => r.at)
      .sort()
      .reverse(),
  )
})
