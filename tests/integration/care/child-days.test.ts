import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
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
  today,
  tomorrow,
} from '../../support/care'
import { daysOf, record, sayOne, send, toldOf } from '../../support/care-day'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let [programme, session, next] = ['', '', '']
let carer: Person
let mother: Person
let father: Person
let stranger: Person
let child: Placed

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('15:00'))
  programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  next = await makeCareSession(app, programme, { day: tomorrow })
  carer = await makeCarer(app, '王老师')
  await makeDuty(app, programme, carer)
  mother = await makePerson(app, { name: '妈妈' })
  father = await makePerson(app, { name: '爸爸' })
  stranger = await makePerson(app)
  child = await makePlaced(app, programme, { guardians: [mother, father] })
})

const of = (sessionId = session) => ({ sessionId, childId: child.childId })
const report = (who: Person, sessionId: string, absent = true, childId = child.childId) =>
  app.call<{ absenceReported: boolean }>('reportAbsence', {
    params: { id: childId },
    body: { sessionId, absent },
    token: who.token,
  })

describe('the days of a child', () => {
  test('are what was written, for both guardians', async () => {
    await moveTo(app, clock('17:40'), carer, mother, father)
    const personId = await makeDoorPerson(app, child.childId)
    await send(
      app,
      carer,
      record(app, { kind: 'present', ...of(), at: clock('16:33') }),
      record(app, { kind: 'health', ...of(), at: clock('17:00'), text: '吃了一个苹果' }),
      record(app, { kind: 'release', ...of(), at: clock('17:35'), by: { method: 'listed', personId } }),
    )
    const days = await daysOf(app, mother, child.childId)
    const nobody = { person: null, relation: null, method: null }
    expect(days).toEqual(await daysOf(app, father, child.childId))
    expect(days.map((d) => [d.sessionId, d.mark, d.canReportAbsence])).toEqual([
      [session, 'released', false],
      [next, 'expected', true],
    ])
    expect(days[0]?.records.map(({ id: _, ...rest }) => rest)).toEqual([
      { at: clock('16:33'), kind: 'present', by: '王老师', text: null, ...nobody },
      { at: clock('17:00'), kind: 'health', by: '王老师', text: '吃了一个苹果', ...nobody },
      {
        at: clock('17:35'),
        kind: 'released',
        by: '王老师',
        text: null,
        person: '外婆赵秀英',
        relation: 'grandparent',
        method: 'listed',
      },
    ])
  })

  test('are the last thirty and the next fourteen, and the first one after them', async () => {
    const long = await makeCareProgramme(app, { startsOn: '2026-10-01', endsOn: '2026-12-31' })
    const placed = await makePlaced(app, long, { guardians: [mother] })
    const days = ['2026-10-23', '2026-10-24', today, '2026-12-07', '2026-12-08', '2026-12-09']
    for (const day of days) await makeCareSession(app, long, { day })
    const shown = (await daysOf(app, mother, placed.childId)).map((d) => d.startsAt)
    expect(shown).toEqual(['2026-10-24', today, '2026-12-07', '2026-12-08'].map((day) => clock('16:30', day)))
  })

  test('begin with the place, and end with it, but for what was written', async () => {
    const before = await makeCareSession(app, programme, { day: '2026-11-20' })
    await app.database.pool.query(
      `INSERT INTO case_events (case_id, at, action, from_state, to_state, side)
       VALUES ($1, '2026-11-21T02:00:00Z', 'offer', 'waiting', 'confirmed', 'system')`,
      [child.caseId],
    )
    expect((await daysOf(app, mother, child.childId)).map((d) => d.sessionId)).not.toContain(before)
    await moveTo(app, clock('16:40'), carer, mother)
    await sayOne(app, carer, { kind: 'present', ...of() })
    await app.database.pool.query(`UPDATE cases SET state = 'cancelled' WHERE id = $1`, [child.caseId])
    const left = await daysOf(app, mother, child.childId)
    expect(left.map((d) => [d.sessionId, d.mark, d.canReportAbsence])).toEqual([[session, 'present', false]])
  })

  test('are for its guardians as they are now, and for nobody else', async () => {
    const staff = await makePerson(app, { grants: [['staff', here]] })
    const code = async (who: Person, id = child.childId) =>
      (await app.call('getChildDays', { params: { id }, token: who.token })).problem.code
    for (const who of [stranger, staff, carer]) expect(await code(who)).toBe('not_found')
    expect(await code(mother, randomUUID())).toBe('not_found')
    await app.database.pool.query('UPDATE guardians SET ended_at = now() WHERE account_id = $1', [
      father.accountId,
    ])
    expect(await code(father)).toBe('not_found')
    expect(await code(mother)).toBeUndefined()
  })
})

describe('an absence', () => {
  const reported = async () =>
    (await daysOf(app, father, child.childId)).filter((d) => d.absenceReported).map((d) => d.sessionId)

  test('is said and taken back by either guardian, as often as they like', async () => {
    expect((await report(mother, next)).body).toEqual({ absenceReported: true })
    expect((await report(father, next)).body).toEqual({ absenceReported: true })
    expect(await reported()).toEqual([next])
    expect((await report(father, next, false)).body).toEqual({ absenceReported: false })
    expect((await report(mother, next, false)).body).toEqual({ absenceReported: false })
    expect(await reported()).toEqual([])
  })

  test('is told to the other guardian each time it changes, and not to the one who says it', async () => {
    const told = async () => {
      const { rows } = await app.database.pool.query<{ kind: string; account_id: string }>(
        'SELECT kind, account_id FROM notices WHERE child_id = $1 ORDER BY created_at, kind',
        [child.childId],
      )
      return rows.map((r) => [r.kind, r.account_id])
    }
    // Whoever is barred may say it too; nobody but the other one learns that the child is not where it is thought to be.
    await makeDoorPerson(app, child.childId, { kind: 'barred', name: '爸爸' })
    for (const [n, [who, absent]] of (
      [
        [father, true],
        [mother, true],
        [mother, false],
        [father, false],
      ] as const
    ).entries()) {
      await moveTo(app, clock(`15:0${n}`), mother, father)
      await report(who, next, absent)
    }
    expect(await told()).toEqual([
      ['guardian_absence_said', mother.accountId],
      ['guardian_absence_taken_back', father.accountId],
    ])
  })

  test('that the roll call finds so is told to the other guardian, and to both when the other one is none', async () => {
    const alone = await makePlaced(app, programme, { guardians: [mother, father] })
    await report(father, session)
    await report(father, session, true, alone.childId)
    await app.database.pool.query(
      'UPDATE guardians SET ended_at = now() WHERE child_id = $1 AND account_id = $2',
      [alone.childId, father.accountId],
    )
    await moveTo(app, clock('16:40'), carer)
    expect(await sayOne(app, carer, { kind: 'absent', ...of() })).toBe('kept')
    expect(await sayOne(app, carer, { kind: 'absent', ...of(), childId: alone.childId })).toBe('kept')
    expect(await toldOf(app, child.caseId, 'child_absent')).toEqual([mother.accountId])
    expect(await toldOf(app, alone.caseId, 'child_absent')).toEqual([mother.accountId])
  })

  test('is seen on the roll', async () => {
    await report(mother, session)
    await moveTo(app, clock('16:10'), carer)
    const { body } = await app.call<{ sessions: { children: { absenceReported: boolean }[] }[] }>(
      'getCareDay',
      {
        token: carer.token,
      },
    )
    expect(body.sessions[0]?.children[0]?.absenceReported).toBe(true)
  })

  test('can be said until the session begins', async () => {
    await moveTo(app, clock('16:29:59'), mother)
    expect((await report(mother, session)).status).toBe(200)
    await moveTo(app, clock('16:30'), mother)
    expect((await report(mother, session)).problem.code).toBe('absence_too_late')
    expect((await report(mother, session, false)).problem.code).toBe('absence_too_late')
  })

  test('of a child or a session that is not theirs does not exist', async () => {
    const other = await makePlaced(app, programme)
    const far = await makeCareSession(app, await makeCareProgramme(app), { day: tomorrow })
    expect((await report(stranger, next)).problem.code).toBe('not_found')
    expect((await report(mother, next, true, other.childId)).problem.code).toBe('not_found')
    expect((await report(mother, far)).problem.code).toBe('not_found')
    expect((await report(mother, randomUUID())).problem.code).toBe('not_found')
  })
})
