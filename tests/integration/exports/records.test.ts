/** Who took what out of a division as a table, for whoever watches over it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ExportRecord } from '../../../bff/contracts/src/export-records'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Sent } from '../../support/api'
import { monday, testApp } from '../../support/app'
import { book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let [staff, supervisor] = [undefined, undefined] as unknown as [Person, Person]
const township = here.slice(0, 9)

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  staff = await makePerson(app, { name: '值班员甲', grants: [['staff', here]] })
  supervisor = await makePerson(app, { name: '督导乙', grants: [['supervisor', township]] })
  const party = await makePerson(app)
  for (const from of [9, 14]) await book(app, party, wish(await makeRoom(app), from, from + 1))
})
beforeEach(() => app.clock.set(monday))

interface Page {
  records: ExportRecord[]
  next: string | null
}
const records = async (division = township, cursor?: string): Promise<Page> =>
  ok(
    app.call<Page>('listExportRecords', {
      params: { division },
      token: (await signIn(app.deps, supervisor.accountId)).token,
      ...(cursor !== undefined && { query: { cursor } }),
    }),
  )
const take = async (name: EndpointName, sent: Sent, who = staff) => {
  app.clock.advance(1)
  await ok(app.call(name, { ...sent, token: (await signIn(app.deps, who.accountId)).token }))
}
const november = { fromDay: '2026-11-01', toDay: '2026-11-30' }
const bookings = (division = here) => ({ params: { division }, body: november })

test('each table that leaves is written down: who, when, of what and how many lines', async () => {
  await take('exportBookings', bookings())
  await take('exportRoomUse', { params: { division: here } })
  await take('giveRoomTable', { params: { code: here } })
  await take('exportBookings', bookings(township), supervisor)
  const { records: found } = await records()
  const common = { by: '值班员甲', division: here, divisionName: '东兴社区' }
  expect(found.map(({ id: _, at: __, ...each }) => each)).toEqual([
    expect.objectContaining({ kind: 'bookings', division: township, by: '督导乙', lines: 2 }),
    { ...common, kind: 'rooms', fromDay: null, toDay: null, lines: 2 },
    { ...common, kind: 'room_use', fromDay: '2026-10-26', toDay: '2026-11-22', lines: 27 },
    { ...common, kind: 'bookings', ...november, lines: 2 },
  ])
  expect(found.map(({ at }) => Date.parse(at) - Date.parse(monday))).toEqual([
    240_000, 180_000, 120_000, 60_000,
  ])
  // Of one community what was taken of it alone.
  expect((await records(here)).records.map(({ by }) => by)).toEqual(['值班员甲', '值班员甲', '值班员甲'])
})

test('the badge is that of the office that may, not of another one nearer by', async () => {
  const carer = await makePerson(app, { name: '托管老师丙', grants: [['care_worker', here]] })
  await app.database.pool.query(
    `INSERT INTO grants (id, account_id, role, division_code, display_name, created_at)
     VALUES (gen_random_uuid(), $1, 'supervisor', $2, '督导丙', now())`,
    [carer.accountId, township],
  )
  await take('exportBookings', bookings(), carer)
  const found = (await records()).records.map(({ by }) => by)
  expect([found.includes('督导丙'), found.includes('托管老师丙')]).toEqual([true, false])
})

test('what was refused left nothing, and is not written down', async () => {
  const before = (await records()).records.length
  const far = await makePerson(app, { grants: [['staff', elsewhere]] })
  expect((await app.call('exportBookings', { ...bookings(), token: far.token })).problem.code).toBe(
    'not_found',
  )
  const long = { ...bookings(), body: { fromDay: '2025-01-01', toDay: '2026-11-30' }, token: staff.token }
  expect((await app.call('exportBookings', long)).problem.code).toBe('invalid_request')
  expect((await records()).records).toHaveLength(before)
})

test('only whoever watches over it reads them; nobody changes them', async () => {
  const asked = { params: { division: here } }
  expect((await app.call('listExportRecords', { ...asked, token: staff.token })).problem.code).toBe(
    'not_allowed',
  )
  const resident = await makePerson(app)
  expect((await app.call('listExportRecords', { ...asked, token: resident.token })).problem.code).toBe(
    'not_found',
  )
  await expect(app.database.pool.query('UPDATE export_records SET lines = 0')).rejects.toThrow(/append-only/)
})

test('pages go on where they ended', async () => {
  for (let n = 0; n < 41; n++) await take('exportBookings', bookings())
  const first = await records()
  expect(first.records).toHaveLength(40)
  const rest = await records(township, first.next ?? '')
  const all = [...first.records, ...rest.records]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(41)
})
