import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CareRecordSent } from '../../../bff/contracts/src/care'
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
} from '../../support/care'
import { childrenSeen, ids, record, recordsOf, send, toldOf } from '../../support/care-day'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let [programme, session] = ['', '']
let carer: Person
let colleague: Person
let mother: Person
let staff: Person
let one: Placed
let two: Placed

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
})

beforeEach(async () => {
  await moveTo(app, clock('16:40'))
  programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  colleague = await makeCarer(app, '李老师')
  await makeDuty(app, programme, carer)
  await makeDuty(app, programme, colleague)
  mother = await makePerson(app)
  one = await makePlaced(app, programme, { guardians: [mother] })
  two = await makePlaced(app, programme)
})

const of = (child: Placed) => ({ sessionId: session, childId: child.childId })
const mark = (child: Placed, kind: 'present' | 'absent', time: string): CareRecordSent =>
  record(app, { kind, ...of(child), at: clock(time) })
const markSeen = async (child: Placed) =>
  (await childrenSeen(app, carer)).find((c) => c.childId === child.childId)?.mark
const outcomes = async (who: Person, ...records: CareRecordSent[]) =>
  (await send(app, who, ...records)).map((o) => o.refusal ?? o.outcome)
const books = async (child: Placed) => (await recordsOf(app, child.caseId)).map((r) => r.kind)

/** An hour without network: roll call, a note, an incident, a hand-over. */
async function anHour(): Promise<CareRecordSent[]> {
  const personId = await makeDoorPerson(app, one.childId)
  return [
    mark(one, 'present', '16:41'),
    mark(two, 'absent', '16:42'),
    mark(two, 'present', '16:50'),
    record(app, { kind: 'health', ...of(two), at: clock('17:00'), text: '喝了温水，休息了一会儿' }),
    record(app, { kind: 'incident', ...of(one), at: clock('17:10'), text: '摔了一跤，膝盖擦破皮' }),
    record(app, { kind: 'release', ...of(one), at: clock('17:35'), by: { method: 'listed', personId } }),
  ]
}

describe('an hour without network', () => {
  test('arrives late, each record once and as of when it happened', async () => {
    const hour = await anHour()
    await moveTo(app, clock('17:45'), carer)
    expect(await outcomes(carer, ...hour)).toEqual(hour.map(() => 'kept'))
    const kept = await recordsOf(app, one.caseId)
    expect(kept.map((r) => [r.kind, r.at.toISOString()])).toEqual([
      ['present', clock('16:41')],
      ['incident', clock('17:10')],
      ['released', clock('17:35')],
    ])
    expect(await markSeen(two)).toBe('present')
    expect(await toldOf(app, one.caseId, 'child_released')).toEqual(ids(mother))
    expect((await toldOf(app, one.caseId, 'child_incident')).sort()).toEqual(ids(mother, staff))
    expect(await toldOf(app, two.caseId, 'child_health')).toHaveLength(1)
    // The absence was over before anybody heard of it.
    expect(await markSeen(one)).toBe('released')
  })

  test('sent twice, and in parts of which the answer was lost, is in the books once', async () => {
    const hour = await anHour()
    await moveTo(app, clock('17:45'), carer)
    await send(app, carer, ...hour.slice(0, 3))
    expect(await outcomes(carer, ...hour)).toEqual([
      ...Array<string>(3).fill('kept_before'),
      ...Array<string>(3).fill('kept'),
    ])
    expect(await outcomes(carer, ...hour)).toEqual(hour.map(() => 'kept_before'))
    expect(await books(one)).toEqual(['present', 'incident', 'released'])
    expect(await books(two)).toEqual(['absent', 'present', 'health'])
    expect(await toldOf(app, one.caseId, 'child_released')).toHaveLength(1)
    expect(await toldOf(app, one.caseId, 'child_incident')).toHaveLength(2)
  })

  test('in any order is the same day; the answers come in the order of the question', async () => {
    const hour = (await anHour()).reverse()
    await moveTo(app, clock('17:45'), carer)
    const answers = await send(app, carer, ...hour)
    expect(answers.map((o) => o.id)).toEqual(hour.map((r) => r.id))
    expect(answers.map((o) => o.outcome)).toEqual(hour.map(() => 'kept'))
    expect(await books(one)).toEqual(['present', 'incident', 'released'])
    expect(await markSeen(two)).toBe('present')
  })

  test('the same batch ten times in one moment is in the books once', async () => {
    const hour = await anHour()
    await moveTo(app, clock('17:45'), carer)
    const results = values(await together(10, () => send(app, carer, ...hour)))
    expect(results).toHaveLength(10)
    for (const record of hour) {
      const said = results.map((r) => r.find((o) => o.id === record.id)?.outcome)
      expect(said.filter((o) => o === 'kept')).toHaveLength(1)
      expect(said.filter((o) => o === 'kept_before')).toHaveLength(9)
    }
    expect([...(await books(one)), ...(await books(two))]).toHaveLength(hour.length)
    expect(await toldOf(app, one.caseId, 'child_released')).toHaveLength(1)
  })

  test('twice in one batch is once', async () => {
    const present = mark(one, 'present', '16:40')
    expect(await outcomes(carer, present, present)).toEqual(['kept', 'kept_before'])
  })
})
