import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { climbLateLadder, missChildren, watchChildren } from '../../../bff/src/modules/care/jobs'
import { buildTestApp, testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDoorPerson,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
  tomorrow,
} from '../../support/care'
import { ids, recordsOf, sayOne, toldOf } from '../../support/care-day'
import { set } from '../../support/story'
import { together } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
/** Another worker on the same database. */
const second = await buildTestApp(app.database, inject('redisUrl'))
afterAll(() => second.close())
let [programme, session] = ['', '']
let carer: Person
let leader: Person
let mother: Person
let father: Person
let staff: Person
let township: Person
let child: Placed

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  township = await makePerson(app, { grants: [['supervisor', '532301101']] })
  await makePerson(app, { grants: [['supervisor', '532301']] })
})

beforeEach(async () => {
  await app.database.pool.query(
    `UPDATE care_sessions SET starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days'`,
  )
  await app.database.pool.query('DELETE FROM division_settings')
  app.deps.cache.drop('divisions')
  await moveTo(app, clock('16:00'))
  programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  leader = await makeCarer(app, '组长李老师')
  await makeDuty(app, programme, carer)
  await makeDuty(app, programme, leader, { classNo: 2, leader: true })
  mother = await makePerson(app)
  father = await makePerson(app)
  child = await makePlaced(app, programme, { guardians: [mother, father] })
})

const go = async (time: string, day?: string) => {
  await moveTo(app, clock(time, day), carer)
  second.clock.set(app.clock.now())
}
const mark = (kind: 'present' | 'absent', at?: string) =>
  sayOne(app, carer, { kind, sessionId: session, childId: child.childId, ...(at && { at }) })
const release = async () =>
  sayOne(app, carer, {
    kind: 'release',
    sessionId: session,
    childId: child.childId,
    by: { method: 'listed', personId: await makeDoorPerson(app, child.childId) },
  })
const told = async (kind: string) => (await toldOf(app, child.caseId, kind)).sort()
const byClock = async () =>
  (await recordsOf(app, child.caseId))
    .filter((r) => r.by_name === null)
    .map((r) => `${r.kind} ${r.at.toISOString()}`)

describe('a child that nobody has seen', () => {
  test('is missed ten minutes after the start, once; its guardians are told', async () => {
    await go('16:39:59')
    expect(await missChildren(app.deps)).toBe(0)
    await go('16:40')
    expect(await missChildren(app.deps)).toBe(1)
    expect(await missChildren(app.deps)).toBe(0)
    expect(await byClock()).toEqual([`missing ${clock('16:40')}`])
    expect(await told('child_missing')).toEqual(ids(mother, father, leader))
  })

  test('the minutes are the division’s', async () => {
    await set(app, '5323', 'care_missing_minutes', 25)
    await go('16:54')
    expect(await missChildren(app.deps)).toBe(0)
    await go('16:55')
    expect(await missChildren(app.deps)).toBe(1)
  })

  test.each<[string, () => Promise<unknown>]>([
    ['called present', () => mark('present')],
    ['called absent', () => mark('absent')],
    [
      'reported by a guardian',
      () =>
        app.database.pool.query('INSERT INTO care_absences VALUES ($1, $2, $3, $4)', [
          session,
          child.childId,
          mother.accountId,
          clock('15:00'),
        ]),
    ],
    [
      'without a place any more',
      () => app.database.pool.query(`UPDATE cases SET state = 'cancelled' WHERE id = $1`, [child.caseId]),
    ],
  ])('is not missed when it was %s', async (_, happens) => {
    await go('16:35')
    await happens()
    await go('16:45')
    expect(await missChildren(app.deps)).toBe(0)
    expect(await told('child_missing')).toEqual([])
  })

  test('is missed once by two workers in the same moment', async () => {
    await go('16:41')
    await together(6, (n) => missChildren(n % 2 ? second.deps : app.deps))
    expect(await byClock()).toHaveLength(1)
    expect(await told('child_missing')).toHaveLength(3)
  })

  test('is missed by a worker that was away for hours, as of when it was due', async () => {
    await go('21:10')
    expect(await missChildren(app.deps)).toBe(1)
    expect(await byClock()).toEqual([`missing ${clock('16:40')}`])
    await go('17:00', tomorrow)
    expect(await missChildren(app.deps)).toBe(0)
  })

  test('of yesterday is not missed any more', async () => {
    await go('16:45', tomorrow)
    expect(await missChildren(app.deps)).toBe(0)
    expect(await byClock()).toEqual([])
  })
})

describe('a child that nobody has picked up', () => {
  beforeEach(async () => {
    await go('16:35')
    await mark('present')
  })

  test('goes up the ladder at 15, 30 and 60 minutes, each step once, to more people each time', async () => {
    const steps: [string, string, Person[]][] = [
      ['18:45', 'late_15', [mother, father]],
      ['19:00', 'late_30', [mother, father, leader]],
      ['19:30', 'late_60', [mother, father, leader, staff, township]],
    ]
    for (const [time, kind, people] of steps) {
      await go(time)
      app.clock.advance(-0.01)
      expect(await climbLateLadder(app.deps)).toBe(0)
      await go(time)
      expect(await climbLateLadder(app.deps)).toBe(1)
      expect(await climbLateLadder(app.deps)).toBe(0)
      expect(await told(`child_${kind}`)).toEqual(ids(...people))
    }
    expect(await byClock()).toEqual([
      `late_15 ${clock('18:45')}`,
      `late_30 ${clock('19:00')}`,
      `late_60 ${clock('19:30')}`,
    ])
    await go('23:00')
    expect(await climbLateLadder(app.deps)).toBe(0)
  })

  test('the steps are the division’s', async () => {
    await set(app, '5323', 'care_late_minutes', [5, 10, 20])
    await go('18:41')
    expect(await climbLateLadder(app.deps)).toBe(1)
    expect(await byClock()).toEqual([`late_15 ${clock('18:35')}`, `late_30 ${clock('18:40')}`])
  })

  test('stops when it goes home', async () => {
    await go('18:46')
    await climbLateLadder(app.deps)
    expect(await release()).toBe('kept')
    await go('19:40')
    expect(await climbLateLadder(app.deps)).toBe(0)
    expect(await told('child_late_30')).toEqual([])
  })

  test('is not on it when it went home in time, was absent, or was called absent later', async () => {
    await go('16:50')
    await mark('absent')
    await go('19:40')
    expect(await climbLateLadder(app.deps)).toBe(0)
  })

  test('after hours without a worker every step is in the books, and the last one is told', async () => {
    await go('20:20')
    expect(await watchChildren(app.deps)).toBeGreaterThan(0)
    expect((await byClock()).map((r) => r.split(' ')[0])).toEqual(['late_15', 'late_30', 'late_60'])
    expect(await told('child_late_15')).toEqual([])
    expect(await told('child_late_30')).toEqual([])
    expect(await told('child_late_60')).toEqual(ids(mother, father, leader, staff, township))
  })

  test('two workers in the same moment tell each step once', async () => {
    await go('18:50')
    await together(6, (n) => climbLateLadder(n % 2 ? second.deps : app.deps))
    expect(await byClock()).toHaveLength(1)
    expect(await told('child_late_15')).toHaveLength(2)
  })
})
