/** No false alarm, no silent correction: marks that differ are shown and decided, an absence can be taken back. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CareRecordSent } from '../../../bff/contracts/src/care'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
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
import { childrenSeen, ids, sayOne, send, toldOf } from '../../support/care-day'
import { together } from '../../support/together'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let [programme, session] = ['', '']
let one: Person
let two: Person
let mother: Person
let child: Placed

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('16:50'))
  programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  ;[one, two, mother] = [
    await makeCarer(app, '王老师'),
    await makeCarer(app, '李老师'),
    await makePerson(app),
  ]
  await makeDuty(app, programme, one)
  await makeDuty(app, programme, two, { leader: true })
  child = await makePlaced(app, programme, { guardians: [mother] })
})

const marked = (
  kind: 'present' | 'absent',
  time: string,
  seen: { over?: string | null; decides?: string } = {},
): Extract<CareRecordSent, { kind: 'present' | 'absent' }> => ({
  id: randomUUID(),
  kind,
  sessionId: session,
  childId: child.childId,
  at: clock(time),
  ...seen,
})
const row = async (who: Person) => (await childrenSeen(app, who)).find((c) => c.childId === child.childId)
const got = async (kind: string): Promise<string[]> => {
  await deliverOverdue(app.deps)
  const { rows } = await app.database.pool.query<{ account_id: string }>(
    'SELECT account_id FROM notices WHERE case_id = $1 AND kind = $2 AND delivered_at IS NOT NULL',
    [child.caseId, kind],
  )
  return rows.map((r) => r.account_id)
}
const wait = (seconds: number) => app.clock.set(new Date(app.clock.now().getTime() + seconds * 1000))

describe('marks of two devices that differ', () => {
  test.each([
    ['the earlier arrives last', '16:40', '16:35'],
    ['the later arrives last', '16:35', '16:40'],
  ])('are shown to both, and neither is overwritten: %s', async (_, first, second) => {
    await send(app, two, marked('absent', first, { over: null }))
    await send(app, one, marked('present', second, { over: null }))
    for (const who of [one, two])
      expect((await row(who))?.differ?.marks.map((m) => `${m.kind} ${m.by}`)).toEqual([
        'absent 李老师',
        'present 王老师',
      ])
    wait(60)
    expect(await got('child_absent')).toEqual([])
    expect((await toldOf(app, child.caseId, 'child_marks_differ')).sort()).toEqual(ids(one, two))
  })

  test('are decided by one, and the alert is over', async () => {
    await send(app, two, marked('absent', '16:35', { over: null }))
    await send(app, one, marked('present', '16:40', { over: null }))
    const differ = (await row(one))?.differ
    await send(app, two, marked('absent', '16:45', { decides: differ?.id ?? '' }))
    expect(await row(one)).toMatchObject({ mark: 'absent', differ: null })
    wait(60)
    expect(await got('child_absent')).toEqual(ids(mother))
    const { rows } = await app.database.pool.query(
      `SELECT closed_at IS NOT NULL AS closed FROM care_alerts WHERE child_id = $1 AND kind = 'differ'`,
      [child.childId],
    )
    expect(rows).toEqual([{ closed: true }])
  })

  test('sent in the same moment differ too, however the moment falls', async () => {
    const sent = [marked('absent', '16:35', { over: null }), marked('present', '16:35', { over: null })]
    await together(2, (n) => send(app, n === 0 ? one : two, sent[n] as CareRecordSent))
    expect((await row(one))?.differ?.marks).toHaveLength(2)
  })

  test('do not while the second was made with the first in sight, or on the same device, or both agree', async () => {
    const first = marked('absent', '16:35', { over: null })
    await send(app, two, first)
    await send(app, one, marked('present', '16:40', { over: first.id }))
    expect(await row(one)).toMatchObject({ mark: 'present', differ: null })
    await send(
      app,
      one,
      marked('absent', '16:41', { over: null }),
      marked('present', '16:42', { over: null }),
    )
    expect(await row(one)).toMatchObject({ mark: 'present', differ: null })
    await send(app, two, marked('present', '16:43', { over: null }))
    expect(await row(one)).toMatchObject({ differ: null })
  })

  test('what was written before people looked does not open it again', async () => {
    await send(app, two, marked('absent', '16:35', { over: null }))
    await send(app, one, marked('present', '16:36', { over: null }))
    await send(app, two, marked('present', '16:45', { decides: (await row(two))?.differ?.id ?? '' }))
    await send(app, one, marked('absent', '16:37', { over: null }))
    expect(await row(one)).toMatchObject({ mark: 'present', differ: null })
  })

  test('a child of whom one says that it is there is still there until somebody has decided', async () => {
    await send(app, two, marked('present', '16:35', { over: null }))
    await send(app, one, marked('absent', '16:40', { over: null }))
    await app.database.pool.query(`UPDATE cases SET state = 'cancelled', closed_at = now() WHERE id = $1`, [
      child.caseId,
    ])
    expect(await row(one)).toBeDefined()
    const personId = await makeDoorPerson(app, child.childId)
    const by = { method: 'listed', personId } as const
    const about = { sessionId: session, childId: child.childId }
    expect(await sayOne(app, one, { kind: 'release', ...about, by })).toBe('child_not_present')
  })
})

describe('an absence', () => {
  test('is told after a moment, and not at all when it was taken back in it, whoever ran when', async () => {
    await send(app, one, marked('absent', '16:50'))
    wait(9)
    expect(await got('child_absent')).toEqual([])
    await send(app, one, marked('present', '16:50'))
    wait(60)
    expect(await got('child_absent')).toEqual([])
    expect(await toldOf(app, child.caseId, 'child_came')).toEqual([])
  })

  test('that stands is told once, also by a worker that was away', async () => {
    await send(app, one, marked('absent', '16:50'))
    await send(app, one, marked('absent', '16:50'))
    wait(3600)
    expect(await got('child_absent')).toEqual(ids(mother))
    expect(await got('child_absent')).toEqual(ids(mother))
  })

  test('that was told and was none is put right, as often as it happens', async () => {
    for (const round of [1, 2]) {
      await send(app, one, marked('absent', `16:5${round}`))
      wait(60)
      expect(await got('child_absent')).toHaveLength(round)
      await moveTo(app, app.clock.now().toISOString(), one)
      await send(app, one, { ...marked('present', '16:59'), at: app.clock.now().toISOString() })
      await send(app, one, { ...marked('present', '16:59'), at: app.clock.now().toISOString() })
      expect(await got('child_came')).toHaveLength(round)
      wait(60)
    }
  })
})
