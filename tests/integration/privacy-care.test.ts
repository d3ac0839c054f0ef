/** A marked child walks through care; then everything that can be read is searched for its marks. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../bff/contracts/src/catalogue'
import type { CareSession } from '../../bff/contracts/src/care'
import type { Sent } from '../support/api'
import { testApp } from '../support/app'
import { linkSecond, linkOf, makeChild, ofChild, verify } from '../support/children'
import { record, send } from '../support/care-day'
import { goTo, makeProgramme, opening, signUp } from '../support/programmes'
import { dump } from '../support/snapshot'
import { deliverAll, ok } from '../support/story'
import { elsewhere, here, makeDivisions, makePerson, type Person } from '../support/world'

const app = await testApp()
const { pool } = app.database

/** What is known of the child and its people, by what it is. */
const marks = {
  child: '丙标记孩子',
  birth: '2016-02-29',
  allergy: 'marked-allergy',
  medication: 'marked-medication',
  emergency: '丁标记联系人',
  emergencyPhone: '13766554433',
  listed: '戊标记接送人',
  listedPhone: '13733445566',
  barred: '己标记禁止人',
  delegate: '庚标记代接人',
  health: 'marked-health-note',
  incident: 'marked-incident-note',
  guardian: '辛标记监护人',
  guardianPhone: '13799887766',
}
type Mark = keyof typeof marks
const foundIn = (text: string): Mark[] =>
  (Object.keys(marks) as Mark[]).filter((mark) => text.includes(marks[mark]))

const nobody = { token: '' } as Person
const readers = {
  nobody,
  guardian: nobody,
  second: nobody,
  stranger: nobody,
  staff: nobody,
  staffElsewhere: nobody,
  supervisor: nobody,
  carer: nobody,
  otherCarer: nobody,
}
type Reader = keyof typeof readers
const on = { child: '', link: '', programme: '', case: '' }

async function makePeople(): Promise<void> {
  readers.guardian = await makePerson(app, { name: marks.guardian, phone: marks.guardianPhone })
  readers.second = await makePerson(app, { name: '第二监护人' })
  readers.stranger = await makePerson(app)
  readers.staff = await makePerson(app, { name: '值班员', grants: [['staff', here]] })
  readers.staffElsewhere = await makePerson(app, { name: '别处值班员', grants: [['staff', elsewhere]] })
  readers.supervisor = await makePerson(app, { name: '督办', grants: [['supervisor', here.slice(0, 9)]] })
  readers.carer = await makePerson(app, { name: '王老师', grants: [['care_worker', here]] })
  readers.otherCarer = await makePerson(app, { name: '李老师', grants: [['care_worker', here]] })
}

const people = (): Person[] => Object.values(readers).filter((person) => person.token)

async function fillIn(): Promise<void> {
  const { guardian, second, staff } = readers
  const { id } = await makeChild(app, guardian, {
    nickname: '小满',
    name: marks.child,
    birthDate: marks.birth,
    allergies: marks.allergy,
    medication: marks.medication,
    emergencyContacts: [{ name: marks.emergency, phone: marks.emergencyPhone, relation: 'relative' }],
  })
  on.child = id
  await linkSecond(app, guardian, second, id)
  on.link = await linkOf(app, guardian, id)
  await ok(app.call('readPendingLink', { params: { id: on.link }, token: staff.token }))
  await verify(app, staff, guardian, id)
  await ok(
    ofChild(app, 'addPickupPerson', guardian, id, {
      body: { name: marks.listed, phone: marks.listedPhone, relation: 'relative', validFrom: '2026-11-23' },
    }),
  )
  await ok(ofChild(app, 'barPerson', guardian, id, { body: { name: marks.barred } }))
  on.programme = (await makeProgramme(app, staff, { classes: 2 })).id
  const { accountId } = readers.carer
  const days = { startsOn: '2026-12-07', endsOn: '2026-12-18', weekdays: [1, 2, 3, 4, 5] }
  await ok(
    app.call('addDuty', {
      params: { id: on.programme },
      body: { accountId, classNo: 1, leader: true, ...days },
      token: staff.token,
    }),
  )
}

/** A day in care with everything that can be written of it. */
async function spendDay(): Promise<void> {
  const { guardian, carer } = readers
  await goTo(app, opening, ...people())
  const { entries } = await signUp(app, { ...guardian, children: [on.child] }, on.programme)
  on.case = entries[0]?.caseId ?? ''
  await goTo(app, '2026-12-07T08:10:00Z', ...people())
  await ok(
    ofChild(app, 'makePickupCode', guardian, on.child, {
      body: { day: '2026-12-07', name: marks.delegate, relation: 'other' },
    }),
  )
  const { sessions } = await ok(app.call<{ sessions: CareSession[] }>('getCareDay', { token: carer.token }))
  const said = { sessionId: sessions[0]?.id ?? '', childId: on.child }
  const [child] = sessions[0]?.children ?? []
  const [barred, listed] = [child?.barredPeople[0]?.id ?? '', child?.pickupPeople[0]?.id ?? '']
  for (const one of [
    record(app, { ...said, kind: 'present' }),
    record(app, { ...said, kind: 'health', text: marks.health }),
    record(app, { ...said, kind: 'incident', text: marks.incident }),
    record(app, { ...said, kind: 'barred_seen', personId: barred }),
    record(app, { ...said, kind: 'release', by: { method: 'code', code: '000000' } }),
    record(app, { ...said, kind: 'release', by: { method: 'listed', personId: listed } }),
  ])
    await send(app, carer, one)
  await deliverAll(app)
}

beforeAll(async () => {
  await makeDivisions(app)
  await makePeople()
  await fillIn()
  await spendDay()
})

const id = (value: string): Sent => ({ params: { id: value } })

/** Every reading of care; the other readings are searched beside them. */
const readings = (): Partial<Record<EndpointName, Sent>> => ({
  listChildren: {},
  getChild: id(on.child),
  listChildAccess: id(on.child),
  exportChild: id(on.child),
  listPendingLinks: { query: { division: here } },
  readPendingLink: id(on.link),
  listProgrammes: { query: { community: here, show: 'all' } },
  getProgramme: id(on.programme),
  checkEligibility: id(on.programme),
  getDraw: id(on.programme),
  getRoster: id(on.programme),
  getLinePlace: id(on.case),
  getLineHistory: id(on.case),
  deskLine: id(on.programme),
  listProposedMoves: { query: { division: here } },
  getCareDay: {},
  getChildDays: id(on.child),
  listDuties: id(on.programme),
  listCareDevices: { query: { division: here } },
  getHome: { params: { community: here } },
  getMe: {},
  listMyCases: { query: { show: 'all' } },
  getCase: id(on.case),
  deskList: { query: { division: here } },
  listNotices: {},
  listAccessRecords: {},
})

const ofGuardians: Partial<Record<EndpointName, Mark[]>> = {
  getChild: [
    'child',
    'birth',
    'allergy',
    'medication',
    'emergency',
    'emergencyPhone',
    'listed',
    'listedPhone',
    'barred',
    'guardian',
  ],
  exportChild: (Object.keys(marks) as Mark[]).filter((mark) => mark !== 'guardianPhone'),
  getChildDays: ['listed', 'barred', 'health', 'incident'],
}

/** Who may see which marks where; everybody else sees none. */
const mayShow: Partial<Record<Reader, Partial<Record<EndpointName, Mark[]>>>> = {
  guardian: { ...ofGuardians, getMe: ['guardian'] },
  second: ofGuardians,
  staff: { readPendingLink: ['child', 'birth', 'guardian'] },
  carer: {
    getCareDay: [
      'child',
      'allergy',
      'medication',
      'emergency',
      'emergencyPhone',
      'listed',
      'barred',
      'delegate',
      'health',
      'guardian',
      'guardianPhone',
    ],
  },
}

test('every reading is searched here or with the bookings', () => {
  const bookings = ['getDivision', 'listDivisions', 'listDemoPeople', 'listSessions', 'listRooms', 'getRoom']
  const rooms = ['listRoomDays', 'getCommunityDay', 'listClosures', 'readContact']
  const gets = Object.entries(catalogue).flatMap(([name, { method }]) => (method === 'GET' ? [name] : []))
  expect([...bookings, ...rooms, ...Object.keys(readings())].sort()).toEqual(gets.sort())
})

describe.each(Object.keys(readers) as Reader[])('%s', (reader) => {
  test.each(Object.keys(readings()) as EndpointName[])('%s shows what it may', async (name) => {
    const { token } = readers[reader]
    const { body } = await app.call(name, { ...readings()[name], ...(token && { token }) })
    expect(foundIn(JSON.stringify(body)).sort()).toEqual([...(mayShow[reader]?.[name] ?? [])].sort())
  })
})

test('a roster carries names only when that is asked for', async () => {
  const sheet = (tagged: boolean) =>
    ok(
      app.call<{ fileName: string }>('exportRoster', {
        params: { id: on.programme },
        body: { tagged },
        token: readers.staff.token,
      }),
    )
  expect(foundIn((await sheet(false)).fileName)).toEqual([])
  expect(foundIn((await sheet(true)).fileName)).toEqual([])
})

test('a refusal repeats nothing', async () => {
  const long = 'x'.repeat(600)
  const sent: [EndpointName, Sent][] = [
    ['addChild', { body: { name: marks.child + long, allergies: marks.allergy + long, birthDate: 'x' } }],
    ['addPickupPerson', { ...id(on.child), body: { name: marks.listed + long, phone: marks.listedPhone } }],
    ['barPerson', { ...id(on.child), body: { name: marks.listed.slice(1) + long } }],
    ['sendCareRecords', { body: { records: [{ kind: 'health', text: marks.health + long }] } }],
    ['signUp', { ...id(on.programme), body: { children: [marks.child], group: 'one' } }],
  ]
  for (const [name, one] of sent) {
    const { status, body } = await app.call(name, { ...one, token: readers.guardian.token })
    expect([name, status]).toEqual([name, 422])
    expect([name, foundIn(JSON.stringify(body))]).toEqual([name, []])
  }
})

test('the log, the figures and the jobs know none of it', async () => {
  const log = app.logged()
  expect(log.split('\n').length).toBeGreaterThan(100)
  expect(foundIn(log)).toEqual([])
  expect(foundIn(await (await fetch(`${app.base}/metrics`)).text())).toEqual([])
  const { rows } = await pool.query<{ payload: unknown }>('SELECT payload FROM graphile_worker._private_jobs')
  expect(rows.length).toBeGreaterThan(2)
  for (const { payload } of rows)
    expect(JSON.stringify(payload)).toMatch(/^\{"(noticeId|lineId)":"[0-9a-f-]{36}"\}$/)
})

test('the database holds none of it in clear, coded or plainly hashed', async () => {
  const everything = await dump(pool)
  for (const [mark, value] of Object.entries(marks)) {
    const bytes = Buffer.from(value)
    const forms = [value, ...(['hex', 'base64', 'base64url'] as const).map((form) => bytes.toString(form))]
    const hashes = ['md5', 'sha1', 'sha256'].map((kind) => createHash(kind).update(value).digest('hex'))
    for (const form of [...forms, ...hashes])
      expect(everything.includes(form), `${mark} as ${form}`).toBe(false)
  }
})
