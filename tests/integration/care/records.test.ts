import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CareRecordSent } from '../../../bff/contracts/src/care'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
  today,
  tomorrow,
} from '../../support/care'
import { childrenSeen, ids, record, recordsOf, sayOne, send, toldOf } from '../../support/care-day'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let [programme, session] = ['', '']
let carer: Person
let colleague: Person
let mother: Person
let one: Placed
let two: Placed

beforeAll(async () => {
  await makeDivisions(app)
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

describe('when it happened', () => {
  test('a clock that is ahead, or days behind, is brought to where it can be', async () => {
    const ahead = record(app, { kind: 'present', ...of(one), at: clock('23:59', tomorrow) })
    const behind = record(app, { kind: 'present', ...of(two), at: clock('08:00', '2026-11-01') })
    expect(await outcomes(carer, ahead, behind)).toEqual(['kept', 'kept'])
    expect((await recordsOf(app, one.caseId))[0]?.at.toISOString()).toBe(clock('16:40'))
    expect((await recordsOf(app, two.caseId))[0]?.at.toISOString()).toBe(clock('16:00'))
  })

  test('of a clock that is an hour ahead the order stays', async () => {
    for (const [first, last] of [
      ['present', 'absent'],
      ['absent', 'present'],
    ] as const) {
      const child = await makePlaced(app, programme)
      await send(app, carer, mark(child, first, '17:40'), mark(child, last, '17:41'))
      expect(await markSeen(child)).toBe(last)
    }
  })

  test('the later roll call counts, whichever arrives last', async () => {
    await send(app, carer, mark(one, 'present', '16:35'))
    await send(app, colleague, mark(one, 'absent', '16:32'))
    expect(await markSeen(one)).toBe('present')
    expect(await toldOf(app, one.caseId, 'child_absent')).toEqual([])
    await send(app, carer, mark(one, 'absent', '16:38'))
    expect(await markSeen(one)).toBe('absent')
    expect(await toldOf(app, one.caseId, 'child_absent')).toEqual(ids(mother))
    await send(app, carer, mark(one, 'absent', '16:39'))
    expect(await toldOf(app, one.caseId, 'child_absent')).toEqual(ids(mother))
  })

  test('who was on duty then may send it after the duty ended, and nothing that came later', async () => {
    await app.database.pool.query('UPDATE care_duties SET ended_at = $1 WHERE account_id = $2', [
      clock('17:00'),
      carer.accountId,
    ])
    await moveTo(app, clock('17:30'), carer)
    expect(await outcomes(carer, mark(one, 'present', '16:50'))).toEqual(['kept'])
    expect(await outcomes(carer, mark(one, 'absent', '17:10'))).toEqual(['not_on_duty'])
  })

  test('before the list opens, two hours after the end and on another day nobody writes', async () => {
    await moveTo(app, clock('15:59'), carer)
    expect(await outcomes(carer, mark(one, 'present', '15:59'))).toEqual(['not_on_duty'])
    await moveTo(app, clock('16:00'), carer)
    expect(await outcomes(carer, mark(one, 'present', '16:00'))).toEqual(['kept'])
    await moveTo(app, clock('20:30:01'), carer)
    expect(await outcomes(carer, mark(one, 'absent', '20:30:01'))).toEqual(['not_on_duty'])
    await moveTo(app, clock('00:00:01', tomorrow), carer)
    expect(await outcomes(carer, mark(one, 'absent', '18:00'))).toEqual(['not_on_duty'])
    expect(await books(one)).toEqual(['present'])
  })
})

test('an id of somebody else is not this record, and changes nothing', async () => {
  const present = mark(one, 'present', '16:40')
  await send(app, carer, present)
  const [answer] = await send(app, colleague, present)
  expect(answer).toEqual({ id: present.id, outcome: 'refused', refusal: null })
  expect(await books(one)).toEqual(['present'])
})

test('a session or a child that does not exist is nobody’s duty, and is not recorded', async () => {
  expect(await sayOne(app, carer, { kind: 'present', ...of(one), sessionId: randomUUID() })).toBe(
    'not_on_duty',
  )
  expect(await sayOne(app, carer, { kind: 'present', ...of(one), childId: randomUUID() })).toBe('other_class')
})

test('an absence that a guardian said before is no news', async () => {
  await app.database.pool.query('INSERT INTO care_absences VALUES ($1, $2, $3, $4)', [
    session,
    one.childId,
    mother.accountId,
    clock('15:00'),
  ])
  await moveTo(app, clock('16:40'), carer)
  expect(await sayOne(app, carer, { kind: 'absent', ...of(one) })).toBe('kept')
  expect(await toldOf(app, one.caseId, 'child_absent')).toEqual([])
})

describe('an annotation', () => {
  const annotate = (who: Person, aboutId: string, child = one) =>
    sayOne(app, who, { kind: 'annotation', ...of(child), aboutId, text: '以家长电话为准' })

  test('stands beside what it is about; nothing is ever edited', async () => {
    const incident = record(app, { kind: 'incident', ...of(one), text: '流鼻血' })
    await send(app, carer, incident)
    expect(await annotate(colleague, incident.id)).toBe('kept')
    const change = app.database.pool.query('UPDATE care_records SET kind = $1 WHERE id = $2', [
      'health',
      incident.id,
    ])
    await expect(change).rejects.toThrow('append-only')
  })

  test('of a leader may be about any class of the session; of another carer only about their own', async () => {
    const present = mark(one, 'present', '16:40')
    await send(app, carer, present)
    const far = await makeCarer(app, '二班老师')
    await makeDuty(app, programme, far, { classNo: 2 })
    expect(await annotate(far, present.id)).toBe('other_class')
    await makeDuty(app, programme, far, { classNo: 2, leader: true })
    expect(await annotate(far, present.id)).toBe('kept')
  })

  test('about nothing, or about another child, is not kept and may come again', async () => {
    const present = mark(two, 'present', '16:40')
    await send(app, carer, present)
    const early = record(app, { kind: 'annotation', ...of(one), aboutId: present.id, text: '记错了' })
    expect(await send(app, carer, early)).toEqual([{ id: early.id, outcome: 'refused', refusal: null }])
    expect(await annotate(carer, randomUUID())).toBe('refused')
    expect(await books(one)).toEqual([])
  })
})

test('every fault of a batch is named, and none of it is kept', async () => {
  const { status, problem } = await app.call('sendCareRecords', {
    body: {
      records: [
        mark(one, 'present', '16:40'),
        { kind: 'health', ...of(one), id: 'x', at: 'yesterday', text: '' },
        {
          kind: 'release',
          ...of(one),
          id: randomUUID(),
          at: clock('16:40', today),
          by: { method: 'code', code: '12' },
        },
      ],
    },
    token: carer.token,
  })
  expect(status).toBe(422)
  expect(problem.errors?.map((e) => e.path).sort()).toEqual([
    'body.records.1.at',
    'body.records.1.id',
    'body.records.1.text',
    'body.records.2.by.code',
  ])
  expect(await books(one)).toEqual([])
})
