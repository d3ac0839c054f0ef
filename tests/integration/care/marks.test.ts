/** Marked people walk through a care day; then everything that comes out is searched for their marks. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { watchChildren } from '../../../bff/src/modules/care/jobs'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDoorCode,
  makeDoorPerson,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
} from '../../support/care'
import { childrenSeen, record, sayOne, send } from '../../support/care-day'
import { linkOf } from '../../support/care-guardians'
import { dump } from '../../support/snapshot'
import { deliverAll, ok } from '../../support/story'
import { enter, goodPin, makeTablet, onTablet, pairingCode, putPin, type Tablet } from '../../support/tablet'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database

const marks = {
  child: '标记孩子大名',
  guardian: '标记监护人',
  guardianPhone: '13966660001',
  contact: '标记紧急联系人',
  contactPhone: '13966660002',
  allergies: '标记过敏史',
  listed: '标记接送人',
  listedPhone: '13966660003',
  barred: '标记禁止接走的人',
  delegate: '标记代接人',
  override: '标记临时来人',
  called: '标记被叫的监护人',
  reason: '标记放行理由',
  health: '标记健康记录',
  incident: '标记意外经过',
  annotation: '标记补充说明',
  code: '707172',
  pin: goodPin,
}
const foundIn = (text: string, among: object = marks): string[] =>
  Object.entries(among).flatMap(([mark, value]) => (text.includes(String(value)) ? [mark] : []))

let [session, pairing] = ['', '']
let carer: Person
let leader: Person
let mother: Person
let staff: Person
let stranger: Person
let home: Placed
let stays: Placed
let tablet: Tablet
let onIt: Pick<Person, 'token'>

const of = (child: Placed) => ({ sessionId: session, childId: child.childId })
const wrong = () => record(app, { kind: 'release', ...of(stays), by: { method: 'code', code: marks.code } })

async function aDay(): Promise<void> {
  const listed = await makeDoorPerson(app, home.childId, { name: marks.listed, phone: marks.listedPhone })
  const barred = await makeDoorPerson(app, home.childId, { kind: 'barred', name: marks.barred })
  await makeDoorCode(app, home.childId, { code: marks.code, name: marks.delegate })
  const guardianId = await linkOf(app, home.childId, mother)
  onIt = await onTablet(app, tablet, carer)
  const override = (name: string) =>
    ({
      method: 'override',
      name,
      relation: 'relative',
      called: marks.called,
      reason: marks.reason,
    }) as const
  const incident = record(app, { kind: 'incident', ...of(home), text: marks.incident })
  await send(
    app,
    onIt,
    record(app, { kind: 'present', ...of(home) }),
    record(app, { kind: 'present', ...of(stays) }),
    record(app, { kind: 'health', ...of(home), text: marks.health }),
    incident,
    record(app, { kind: 'annotation', ...of(home), aboutId: incident.id, text: marks.annotation }),
    record(app, { kind: 'barred_seen', ...of(home), personId: barred }),
    record(app, { kind: 'release', ...of(home), by: { method: 'listed', personId: barred } }),
    record(app, { kind: 'release', ...of(stays), by: { method: 'listed', personId: listed } }),
    record(app, { kind: 'release', ...of(home), by: override(marks.barred) }),
    record(app, { kind: 'release', ...of(home), by: override(marks.override) }),
    wrong(),
  )
  await sayOne(app, leader, { kind: 'release', ...of(home), by: override(marks.override) })
  // A guardian whom staff know may fetch the child, and comes too late.
  await sayOne(app, carer, { kind: 'release', ...of(home), by: { method: 'guardian', guardianId } })
  expect(JSON.stringify(await childrenSeen(app, carer))).toContain(marks.child)
}

beforeAll(async () => {
  await makeDivisions(app)
  await moveTo(app, clock('17:40'))
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  stranger = await makePerson(app)
  mother = await makePerson(app, { name: marks.guardian, phone: marks.guardianPhone })
  const programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  leader = await makeCarer(app, '李老师')
  await makeDuty(app, programme, carer)
  await makeDuty(app, programme, leader, { leader: true })
  const contact = { name: marks.contact, phone: marks.contactPhone }
  home = await makePlaced(app, programme, {
    name: marks.child,
    allergies: marks.allergies,
    contact,
    guardians: [mother],
  })
  stays = await makePlaced(app, programme, { name: marks.child, guardians: [mother] })
  await putPin(app, carer)
  tablet = await makeTablet(app, staff)
  pairing = await pairingCode(app, staff)
  await aDay()
  await moveTo(app, clock('20:00'), mother, staff, carer, leader, stranger)
  await watchChildren(app.deps)
  await deliverAll(app)
})

describe('what is shown', () => {
  test.each<[string, () => Person, EndpointName]>([
    ['a guardian’s inbox', () => mother, 'listNotices'],
    ['the inbox of staff', () => staff, 'listNotices'],
    ['a leader’s inbox', () => leader, 'listNotices'],
    ['the cases of a guardian', () => mother, 'listMyCases'],
  ])('in %s is nothing tagged', async (_, who, name) => {
    const body = await ok(app.call(name, { token: who().token }))
    const text = JSON.stringify(body)
    expect(text.length).toBeGreaterThan(300)
    expect(foundIn(text)).toEqual([])
  })

  test('to a guardian of the day is what was written, and neither the barred nor a code', async () => {
    const text = JSON.stringify(
      await ok(app.call('getChildDays', { params: { id: home.childId }, token: mother.token })),
    )
    const written = ['annotation', 'barred', 'health', 'incident', 'override']
    expect(foundIn(text).sort()).toEqual(written)
  })

  test('to whoever holds the tablet before a PIN are the names on badges', async () => {
    expect(foundIn(JSON.stringify(await ok(app.call('listDeviceCarers', { body: tablet }))))).toEqual([])
  })
})

test('an answer to a record repeats nothing of it', async () => {
  await moveTo(app, clock('18:00'), carer)
  const { body } = await app.call('sendCareRecords', { body: { records: [wrong()] }, token: carer.token })
  expect(foundIn(JSON.stringify(body))).toEqual([])
})

test('a refusal repeats nothing', async () => {
  const long = 'x'.repeat(600)
  const bad = [
    record(app, { kind: 'health', ...of(home), text: marks.health + long }),
    record(app, { kind: 'release', ...of(home), by: { method: 'code', code: `${marks.code}1` } }),
  ]
  const answers = await Promise.all([
    app.call('sendCareRecords', { body: { records: bad }, token: carer.token }),
    app.call('enterByPin', { body: { ...tablet, accountId: stranger.accountId, pin: marks.pin } }),
    enter(app, tablet, carer, '000001'),
    app.call('pairCareDevice', { body: { code: `${pairing}0`, name: marks.child } }),
    app.call('getChildDays', { params: { id: home.childId }, token: stranger.token }),
    app.call('getCareDay', { token: stranger.token }),
  ])
  for (const { status, body } of answers) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(foundIn(JSON.stringify(body), { ...marks, pairing, token: tablet.deviceToken })).toEqual([])
  }
})

test('the log, after all of this, knows none of it', () => {
  const log = app.logged()
  expect(log.split('\n').length).toBeGreaterThan(20)
  expect(foundIn(log, { ...marks, pairing, deviceToken: tablet.deviceToken, token: onIt.token })).toEqual([])
})

test('a job holds ids and nothing more', async () => {
  const { rows } = await pool.query<{ payload: Record<string, string> }>(
    'SELECT payload FROM graphile_worker._private_jobs',
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const { payload } of rows) expect(Object.keys(payload)).toEqual(['noticeId'])
})

test('the database holds no mark in clear, coded or plainly hashed, in any column of any table', async () => {
  const everything = await dump(pool)
  for (const [mark, value] of Object.entries({ ...marks, pairing, deviceToken: tablet.deviceToken })) {
    const bytes = Buffer.from(value)
    // A few digits turn up in any hash; as they stand they would be a column's whole value.
    const forms = /^\d{6,8}$/.test(value)
      ? [`(${value},`, `,${value},`, `,${value})`, bytes.toString('hex'), bytes.toString('base64')]
      : [value, ...(['hex', 'base64', 'base64url'] as const).map((form) => bytes.toString(form))]
    const hashes = ['md5', 'sha1'].map((kind) => createHash(kind).update(value).digest('hex'))
    for (const form of [...forms, ...hashes])
      expect(everything.includes(form), `${mark} as ${form}`).toBe(false)
  }
})
