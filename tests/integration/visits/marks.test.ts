/** A marked elder is visited; then everything that anybody can read is searched for what is written of them. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { visitCatalogue } from '../../../bff/contracts/src/catalogue-visits'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { ElderPage } from '../../../bff/contracts/src/visit-register'
import type { Sent } from '../../support/api'
import { monday, testApp } from '../../support/app'
import { foundIn } from '../../support/marks'
import { everythingOpened } from '../../support/sealed'
import { dump } from '../../support/snapshot'
import { deliverAll, ok } from '../../support/story'
import { visitOf, wantedElder } from '../../support/visits'
import { elsewhere, here, localTime, makeDivisions, makePerson, nextDoor, signIn } from '../../support/world'

const app = await testApp()
const marks = {
  name: '甲标记老人',
  phone: '13955500001',
  address: '乙标记小区 9 栋',
  emergency: '丙标记女儿',
  emergencyPhone: '13955500002',
  note: 'note-marked-visit',
  family: '13955500003',
}
type Mark = keyof typeof marks

const cast: Record<string, string> = { nobody: '' }
let elder = ''

beforeAll(async () => {
  await makeDivisions(app)
  const person = async (wish: Parameters<typeof makePerson>[1]) => (await makePerson(app, wish)).accountId
  cast.stranger = await person({})
  cast.family = await person({ phone: marks.family })
  cast.staff = await person({ name: '杨会琼', grants: [['staff', here]] })
  cast.worker = await person({ name: '李网格', grants: [['grid_worker', here]] })
  cast.nextDoor = await person({ grants: [['staff', nextDoor]] })
  cast.elsewhere = await person({ grants: [['grid_worker', elsewhere]] })
  cast.volunteer = await person({ grants: [['volunteer', here]] })
  cast.township = await person({ grants: [['staff', here.slice(0, 9)]] })
  cast.supervisor = await person({ grants: [['supervisor', here.slice(0, 6)]] })
  const { token } = await signIn(app.deps, cast.staff)
  const { name, phone, address, emergency, emergencyPhone, note } = marks
  const body = wantedElder({
    name,
    phone,
    address,
    emergency: { name: emergency, phone: emergencyPhone },
    visitor: cast.worker,
  })
  elder = (await ok(app.call<ElderPage>('addElder', { body, token }))).id
  const shut = visitOf(elder, { outcome: 'not_home', at: localTime('2026-11-22', 9) })
  const visits = [shut, visitOf(elder, { outcome: 'not_home', note })]
  await ok(app.call('recordVisits', { body: { visits }, token }))
  const asked = { phone: marks.family, relation: 'child' }
  await ok(app.call('askFamily', { params: { id: elder }, body: asked, token }))
  await deliverAll(app)
})
beforeEach(() => app.clock.set(monday))

const readings = (): Partial<Record<EndpointName, Sent>> => ({
  listMyElders: {},
  listElders: { query: { community: here } },
  getElder: { params: { id: elder } },
  readElderContact: { params: { id: elder } },
  listVisitors: { query: { community: here } },
  getVisitFigures: { query: { division: here } },
  listOwnFamily: {},
  listNotices: {},
  listAccessRecords: {},
  getHome: { params: { community: here } },
  deskList: { query: { division: here, show: 'waiting' } },
})

/** Who works in the community reads it, each reading on record; nobody else reads any of it. */
const mayShow: Record<string, Partial<Record<EndpointName, Mark[]>>> = {
  staff: {
    listElders: ['name'],
    getElder: ['name', 'note'],
    readElderContact: ['phone', 'address', 'emergency', 'emergencyPhone'],
  },
  worker: {
    listMyElders: ['name', 'phone', 'address'],
    listElders: ['name'],
    getElder: ['name', 'note'],
    readElderContact: ['phone', 'address', 'emergency', 'emergencyPhone'],
  },
}

test('every reading of visits is among them', () => {
  const gets = Object.entries(visitCatalogue).flatMap(([name, { method }]) =>
    method === 'GET' ? [name] : [],
  )
  expect(Object.keys(readings())).toEqual(expect.arrayContaining(gets))
})

const readers = [
  'nobody',
  'stranger',
  'family',
  'staff',
  'worker',
  'nextDoor',
  'elsewhere',
  'volunteer',
  'township',
  'supervisor',
]
describe.each(readers)('%s', (reader) => {
  test.each(Object.keys(readings()) as EndpointName[])('%s shows what it may', async (name) => {
    const accountId = cast[reader] ?? ''
    const token = accountId === '' ? undefined : (await signIn(app.deps, accountId)).token
    const { body } = await app.call(name, { ...readings()[name], ...(token && { token }) })
    expect(foundIn(JSON.stringify(body), marks).sort()).toEqual([...(mayShow[reader]?.[name] ?? [])].sort())
  })
})

test('whoever read of them is on record, by name, and the page of the elder says so', async () => {
  const { token } = await signIn(app.deps, cast.staff ?? '')
  const { readers: seen } = await ok(app.call<ElderPage>('getElder', { params: { id: elder }, token }))
  expect([...new Set(seen.map(({ reader }) => reader))].sort()).toEqual(['李网格', '杨会琼'])
})

test('the log knows none of it', () => {
  expect(app.logged().split('\n').length).toBeGreaterThan(50)
  expect(foundIn(app.logged(), marks)).toEqual([])
})

test('the database holds none of it in clear, and all of it sealed', async () => {
  expect(foundIn(await dump(app.database.pool), marks)).toEqual([])
  const opened = (await everythingOpened(app.database.pool, app.deps.cipher)).join('\n')
  expect(foundIn(opened, marks).sort()).toEqual(Object.keys(marks).sort())
})
