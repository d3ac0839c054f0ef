/** A marked child walks through care; then everything that can be read is searched for its marks. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../bff/contracts/src/catalogue'
import type { Sent } from '../support/api'
import { walkedElsewhere, walkedWithBookings } from '../support/walked'
import { testApp } from '../support/app'
import {
  fillIn,
  foundIn,
  makePeople,
  type Mark,
  marks,
  on,
  type Reader,
  readers,
  spendDay,
} from '../support/marked-child'
import { dump } from '../support/snapshot'
import { ok } from '../support/story'
import { confirmed, here, makeDivisions, type Person } from '../support/world'

const app = await testApp()
const { pool } = app.database
let feedback = ''

beforeAll(async () => {
  await makeDivisions(app)
  await makePeople(app)
  await fillIn(app)
  await spendDay(app)
  // Whoever may take their own data along has shown the second proof.
  await pool.query(`UPDATE sessions SET confirmed_until = '2027-01-01'`)
  const text = `${marks.guardian}家的${marks.child}报不上，请打${marks.guardianPhone}`
  const body = { community: here, about: 'app', text }
  feedback = (await ok(app.call<{ id: string }>('writeFeedback', { body, token: readers.guardian.token }))).id
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
  getCareAlert: id(on.case),
  listPinLocks: {},
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
  listNumberChanges: {},
  getLeaving: {},
  listVolunteers: { query: { division: here } },
  readVolunteerName: id(on.volunteer),
  listMyHours: {},
  readServiceRecord: id(on.case),
  exportMe: {},
  listTexts: {},
  getText: { params: { kind: 'privacy' } },
  listAgreements: {},
  listOwnFeedback: {},
  listFeedback: { query: { division: here } },
  readFeedbackPhone: id(feedback),
  listProposedNumbers: { query: { division: here } },
  getRatingPage: id(on.case),
  getSlip: { params: { token: 'x'.repeat(22) } },
  listRatingTexts: { params: { code: here } },
  listDoubtfulTexts: { query: { division: here.slice(0, 9) } },
  listTextsToAnswer: { query: { division: here } },
  listFollowUps: { query: { division: here } },
  getFollowUp: id(on.case),
  readRaterContact: id(on.case),
  getFigures: { params: { division: here } },
  listFiguresBelow: { params: { division: here.slice(0, 9) } },
  listSurveys: { query: { division: here } },
  getSurvey: id(on.case),
  getSurveyResults: { ...id(on.case), query: { division: here } },
  getSurveyCoverage: { ...id(on.case), query: { division: here } },
  listSurveyForms: { ...id(on.case), query: { division: here } },
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
  guardian: {
    ...ofGuardians,
    getMe: ['guardian'],
    exportMe: ['child', 'guardian', 'guardianPhone'],
    listOwnFeedback: ['child', 'guardian', 'guardianPhone'],
  },
  // Staff have not seen this one's papers: nothing is told.
  second: {},
  staff: { readPendingLink: ['child', 'birth', 'guardian'], readVolunteerName: ['child'] },
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
      'incident',
      'guardian',
      'guardianPhone',
    ],
  },
}

test('every reading is searched here or with the bookings', () => {
  const gets = Object.entries(catalogue).flatMap(([name, { method }]) =>
    method === 'GET' && !walkedElsewhere.includes(name) ? [name] : [],
  )
  expect([...walkedWithBookings, ...Object.keys(readings())].sort()).toEqual(gets.sort())
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
  await confirmed(app, readers.staff as Person)
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
