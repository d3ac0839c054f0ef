/** A child that is in the building when its place ends stays with its carers until somebody has taken it. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { consentVersion } from '../../../bff/contracts/src/children'
import { climbLateLadder } from '../../../bff/src/modules/care/jobs'
import { testApp } from '../../support/app'
import { clock, makeDoorPerson, makePlaced, moveTo } from '../../support/care'
import { childrenSeen, dayOf, daysOf, ids, sayOne } from '../../support/care-day'
import { ofChild } from '../../support/children'
import { stepTo } from '../../support/programmes'
import { act, ok } from '../../support/story'
import { here } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage

const go = (time: string) => moveTo(app, clock(time), s.carer, s.leader, s.neighbour, s.mother, s.father)

beforeEach(async () => {
  const { pool } = app.database
  await makePlaced(app, s.programme)
  await pool.query(
    `INSERT INTO lines (id, kind, community_code, programme_id, created_at) VALUES ($1, 'programme', $2, $3, $4)`,
    [randomUUID(), here, s.programme, clock('08:00')],
  )
  await pool.query('UPDATE programmes SET taken = 2 WHERE id = $1', [s.programme])
})

const cancel = () => ok(act(app, 'cancelEnrolment', s.mother, s.child.caseId, { body: {} }))
const refuseConsent = () =>
  ok(
    ofChild(app, 'decideConsent', s.mother, s.child.childId, {
      body: { version: consentVersion, decision: 'refused' },
    }),
  )
const callOff = () => ok(stepTo(app, 'cancelProgramme', s.staff, s.programme, { body: { reason: '停电' } }))
/** By the only one whom staff have seen: with two it would be frozen first. */
const erase = async () => {
  await onlyMotherIsKnown()
  return ok(ofChild(app, 'eraseChild', s.mother, s.child.childId, {}))
}
const onlyMotherIsKnown = () =>
  app.database.pool.query('UPDATE guardians SET known_at = NULL WHERE child_id = $1 AND account_id = $2', [
    s.child.childId,
    s.father.accountId,
  ])

const present = async () =>
  (await childrenSeen(app, s.carer)).filter((c) => c.mark === 'present').map((c) => [c.childId, c.name])
const isOnList = async () => (await childrenSeen(app, s.carer)).some((c) => c.childId === s.child.childId)

describe.each<[string, () => Promise<unknown>]>([
  ['its place is cancelled', cancel],
  ['consent is refused', refuseConsent],
  ['its programme is called off', callOff],
])('a child that is there when %s', (_, end) => {
  beforeEach(async () => void (await end()))

  test('stays on the list of its class until a listed person takes it, once', async () => {
    expect(await present()).toEqual([[s.child.childId, '李小满']])
    const person = await makeDoorPerson(app, s.child.childId)
    expect(await at.listed(person, s.neighbour)).toBe('other_class')
    expect(await at.listed(person)).toBe('kept')
    expect(await at.told('child_released')).toEqual(ids(s.mother, s.father))
    expect(await at.listed(person)).toBe('child_already_released')
  })

  test('goes up the late ladder, is late for its guardians too, and is handed over at night', async () => {
    await go('18:46')
    expect(await climbLateLadder(app.deps)).toBeGreaterThan(0)
    expect(await at.told('child_late_15')).toEqual(ids(s.mother, s.father))
    const [day] = await daysOf(app, s.father, s.child.childId)
    expect(day).toMatchObject({ mark: 'present', lateMinutes: 16 })
    await go('21:00')
    expect(await present()).toEqual([[s.child.childId, '李小满']])
    expect(await at.listed(await makeDoorPerson(app, s.child.childId))).toBe('kept')
  })

  test('goes from the list when the roll call is put right', async () => {
    expect(await sayOne(app, s.carer, { kind: 'absent', ...at.about() })).toBe('kept')
    expect(await at.told('child_late_15')).toEqual([])
    expect(await at.listed(await makeDoorPerson(app, s.child.childId))).toBe('other_class')
  })
})

test('a programme that was called off has nobody on duty once its last child is home', async () => {
  await callOff()
  expect((await childrenSeen(app, s.carer)).map((c) => c.childId)).toEqual([s.child.childId])
  expect(await at.listed(await makeDoorPerson(app, s.child.childId))).toBe('kept')
  expect((await app.call('getCareDay', { token: s.carer.token })).problem.code).toBe('not_on_duty')
})

describe('a child that is erased while it is there', () => {
  beforeEach(async () => void (await erase()))

  test('stays on the list without anything that names it, and without a reading on record', async () => {
    const child = (await childrenSeen(app, s.carer)).find((c) => c.childId === s.child.childId)
    expect(child).toMatchObject({
      name: '信息已删除的孩子',
      mark: 'present',
      allergies: null,
      guardians: [],
      pickupPeople: [],
      delegate: null,
    })
    const { rows } = await app.database.pool.query('SELECT FROM access_records WHERE child_id = $1', [
      s.child.childId,
    ])
    expect(rows).toEqual([])
  })

  test('is handed over by the leader alone, after a call', async () => {
    expect(await at.listed(randomUUID())).toBe('person_not_listed')
    expect(await at.byGuardian(randomUUID())).not.toBe('kept')
    expect(await at.byCode('314159')).toBe('code_wrong')
    expect(await at.overridden(s.carer)).toBe('not_duty_leader')
    expect(await at.overridden(s.leader)).toBe('kept')
    expect(await isOnList()).toBe(false)
  })

  test('goes up the late ladder for those who are left to tell', async () => {
    await go('19:01')
    expect(await climbLateLadder(app.deps)).toBeGreaterThan(0)
    expect(await at.told('child_late_30')).toEqual(ids(s.leader))
  })
})

test('of a late hand-over more is written until the day ends', async () => {
  await go('21:30')
  const id = randomUUID()
  const personId = await makeDoorPerson(app, s.child.childId)
  const release = { kind: 'release', ...at.about(), id, by: { method: 'listed', personId } } as const
  expect(await sayOne(app, s.carer, release)).toBe('kept')
  await go('23:59')
  const more = { kind: 'annotation', ...at.about(), aboutId: id, text: '外婆路上堵车' } as const
  expect(await sayOne(app, s.carer, more)).toBe('kept')
  expect(await sayOne(app, s.neighbour, more)).toBe('other_class')
  expect(await sayOne(app, s.carer, { kind: 'health', ...at.about(), text: '晚了' })).toBe('not_on_duty')
})

test('whoever is on duty later today reads when the list opens, and nothing before', async () => {
  await go('09:00')
  expect(await dayOf(app, s.carer)).toMatchObject({ sessions: [], nextAt: clock('16:00') })
  await go('16:00')
  expect(await dayOf(app, s.carer)).toMatchObject({ sessions: [{ id: s.session }], nextAt: null })
})
