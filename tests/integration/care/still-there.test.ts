/** Three hours after the session: whoever is still there is seen, written about and handed over. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { clock, makeDoorPerson, makePlaced, moveTo, type Placed, tomorrow } from '../../support/care'
import { childrenSeen, dayOf, ids, sayOne } from '../../support/care-day'
import { verify } from '../../support/care-guardians'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage
let gone: Placed
let absent: Placed

const go = (time: string, day?: string) =>
  moveTo(app, clock(time, day), s.carer, s.leader, s.neighbour, s.offDuty, s.mother)
const about = (child: Placed) => ({ sessionId: s.session, childId: child.childId })

beforeEach(async () => {
  gone = await makePlaced(app, s.programme)
  absent = await makePlaced(app, s.programme)
  await sayOne(app, s.carer, { kind: 'present', ...about(gone) })
  const personId = await makeDoorPerson(app, gone.childId)
  await sayOne(app, s.carer, { kind: 'release', ...about(gone), by: { method: 'listed', personId } })
  await sayOne(app, s.carer, { kind: 'absent', ...about(absent) })
  await go('21:30')
})

describe('the list of a session that is long over', () => {
  test('shows who is still there and nobody else, with how late it is', async () => {
    const { sessions } = await dayOf(app, s.carer)
    expect(sessions.map((one) => one.id)).toEqual([s.session])
    expect(sessions[0]?.children.map((c) => [c.childId, c.mark, c.lateMinutes])).toEqual([
      [s.child.childId, 'present', 180],
    ])
    const { rows } = await app.database.pool.query('SELECT FROM access_records WHERE child_id = ANY ($1)', [
      [gone.childId, absent.childId],
    ])
    expect(rows).toEqual([])
  })

  test('is empty once the last one is home, and on the next day', async () => {
    await go('23:59:59')
    expect(await childrenSeen(app, s.carer)).toHaveLength(1)
    await go('00:00', tomorrow)
    expect(await childrenSeen(app, s.carer)).toEqual([])
    await go('23:00')
    expect(await at.listed(await makeDoorPerson(app, s.child.childId))).toBe('kept')
    expect((await dayOf(app, s.carer)).sessions).toEqual([])
  })

  test('is not shown to a carer of another class', async () => {
    expect((await dayOf(app, s.neighbour)).sessions).toEqual([])
  })
})

let came = 0
describe('a child that is still there', () => {
  test.each<[string, () => Promise<string>]>([
    [
      'a listed person',
      async () => at.listed(await makeDoorPerson(app, s.child.childId, { name: `外婆${++came}` })),
    ],
    [
      'a guardian',
      async () => at.byGuardian((await verify(app, s.child.childId, s.mother, s.father))[0] ?? ''),
    ],
    ['whom the leader lets', () => at.overridden(s.leader)],
  ])('goes home with %s, once', async (_, hand) => {
    expect(await hand()).toBe('kept')
    expect(await at.told('child_released')).toEqual(ids(s.mother, s.father))
    expect(await hand()).toBe('child_already_released')
  })

  test('is written about: notes, annotations, and who must not come', async () => {
    const id = randomUUID()
    const barred = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '刘某某' })
    const said = { ...about(s.child), text: '还在等妈妈' }
    expect(await sayOne(app, s.carer, { kind: 'incident', id, ...said })).toBe('kept')
    expect(await sayOne(app, s.carer, { kind: 'health', ...said })).toBe('kept')
    expect(await sayOne(app, s.carer, { kind: 'annotation', aboutId: id, ...said })).toBe('kept')
    const seen = { kind: 'barred_seen', ...about(s.child), personId: barred } as const
    expect(await sayOne(app, s.carer, seen)).toBe('kept')
  })

  test('is handed over by nobody off duty or of another class', async () => {
    const person = await makeDoorPerson(app, s.child.childId)
    expect(await at.listed(person, s.offDuty)).toBe('not_on_duty')
    expect(await at.listed(person, s.neighbour)).toBe('other_class')
    await app.database.pool.query('UPDATE care_duties SET ended_at = $1 WHERE account_id = $2', [
      clock('21:00'),
      s.carer.accountId,
    ])
    expect(await at.listed(person)).toBe('not_on_duty')
  })

  test('is nobody’s after midnight, as every record', async () => {
    await go('00:00', tomorrow)
    expect(await at.listed(await makeDoorPerson(app, s.child.childId))).toBe('not_on_duty')
  })
})

test('nothing is written any more about a child that went home, was absent, or was never seen', async () => {
  const unseen = await makePlaced(app, s.programme)
  for (const child of [gone, absent, unseen]) {
    for (const kind of ['present', 'absent'] as const)
      expect(await sayOne(app, s.carer, { kind, ...about(child) })).toBe('not_on_duty')
    expect(await sayOne(app, s.carer, { kind: 'health', ...about(child), text: '晚了' })).toBe('not_on_duty')
  }
})
