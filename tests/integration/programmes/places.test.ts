import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Programme } from '../../../bff/contracts/src/programmes'
import { monday, testApp } from '../../support/app'
import {
  counted,
  draft,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  press,
  programmeNow,
  signUp,
  stepTo,
} from '../../support/programmes'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let resident: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  resident = await makePerson(app)
})

const get = (id: string, who?: Person) =>
  app.call<Programme>('getProgramme', { params: { id }, ...(who && { token: who.token }) })
describe('calling it off', () => {
  test('ends every open case with the reason, and tells every family', async () => {
    const { id } = await makeProgramme(app, staff, { capacity: 1 })
    await goTo(app, opening, staff)
    const [placed, waits, left] = [await makeFamily(app), await makeFamily(app), await makeFamily(app)]
    const first = await signUp(app, placed, id)
    await signUp(app, waits, id)
    const gone = await signUp(app, left, id)
    await ok(act(app, 'leaveLine', left, gone.entries[0]?.caseId ?? ''))
    const cancelled = await ok(stepTo(app, 'cancelProgramme', staff, id, { body: { reason: '教室漏水' } }))
    expect(cancelled).toMatchObject({ state: 'cancelled', phase: 'cancelled' })
    expect(await counted(app, id)).toEqual({ taken: 0, states: { cancelled: 3 } })
    const detail = await caseOf(app, placed, first.entries[0]?.caseId ?? '')
    expect(detail.timeline.at(-1)).toMatchObject({ action: 'cancel', side: 'staff', note: '教室漏水' })
    const { rows } = await app.database.pool.query<{ account: string }>(
      `SELECT account_id AS account FROM notices WHERE kind = 'programme_cancelled'`,
    )
    expect(rows.map((r) => r.account).sort()).toEqual([placed.accountId, waits.accountId].sort())
    expect((await press(app, await makeFamily(app), id)).problem.code).toBe('sign_up_closed')
    expect((await stepTo(app, 'cancelProgramme', staff, id, { body: { reason: '再次' } })).problem.code).toBe(
      'action_not_open',
    )
  })

  test('of a draft leaves nothing for others to see', async () => {
    const { id } = await draft(app, staff)
    await ok(stepTo(app, 'cancelProgramme', staff, id, { body: { reason: '写错了' } }))
    expect((await get(id, resident)).problem.code).toBe('not_found')
  })
})

describe('giving a place back', () => {
  test('offers it to the next in line in the same moment', async () => {
    const { id } = await makeProgramme(app, staff, { capacity: 1 })
    await goTo(app, opening, staff)
    const [first, next] = [await makeFamily(app), await makeFamily(app)]
    const place = await signUp(app, first, id)
    const wait = await signUp(app, next, id)
    const answer = await ok(act(app, 'cancelEnrolment', first, place.entries[0]?.caseId ?? ''))
    expect(answer.state).toBe('cancelled')
    const offered = await caseOf(app, next, wait.entries[0]?.caseId ?? '')
    expect(offered).toMatchObject({ state: 'held', can: ['decline', 'accept'] })
    expect(await counted(app, id)).toMatchObject({ taken: 1 })
    const accepted = await ok(act(app, 'acceptOffer', next, offered.id))
    expect(accepted.state).toBe('confirmed')
    const { rows } = await app.database.pool.query('SELECT class_no FROM enrolments WHERE case_id = $1', [
      offered.id,
    ])
    expect(rows).toEqual([{ class_no: 1 }])
  })

  test('staff say why, and the guardians are told', async () => {
    const { id } = await makeProgramme(app, staff)
    await goTo(app, opening, staff)
    const family = await makeFamily(app)
    const { entries } = await signUp(app, family, id)
    const caseId = entries[0]?.caseId ?? ''
    expect((await act(app, 'cancelEnrolment', staff, caseId)).problem.code).toBe('invalid_request')
    await ok(act(app, 'cancelEnrolment', staff, caseId, { body: { note: '户籍不在本社区' } }))
    const detail = await caseOf(app, family, caseId)
    expect(detail.timeline.at(-1)).toMatchObject({ side: 'staff', note: '户籍不在本社区' })
    const { rows } = await app.database.pool.query(
      'SELECT kind FROM notices WHERE case_id = $1 ORDER BY kind',
      [caseId],
    )
    expect(rows).toEqual([{ kind: 'enrolment_cancelled_by_staff' }, { kind: 'enrolment_confirmed' }])
    const stranger = await makePerson(app)
    expect((await act(app, 'cancelEnrolment', stranger, caseId)).problem.code).toBe('not_found')
  })

  test('a freed place goes to the line until the day that staff said, not after it', async () => {
    const { id } = await makeProgramme(app, staff, { capacity: 1, refillUntil: '2026-12-09' })
    await goTo(app, opening)
    const [first, second, third] = [await makeFamily(app), await makeFamily(app), await makeFamily(app)]
    const place = await signUp(app, first, id)
    const waits = await signUp(app, second, id)
    const later = await signUp(app, third, id)
    await goTo(app, '2026-12-08T02:00:00Z', first, second)
    await ok(act(app, 'cancelEnrolment', first, place.entries[0]?.caseId ?? ''))
    const offered = await caseOf(app, second, waits.entries[0]?.caseId ?? '')
    expect(offered.state).toBe('held')
    // The next session begins at 16:00 of the same day: two hours would be within it, so the offer is kept until then at most.
    expect(Date.parse(offered.lapsesAt ?? '')).toBeLessThanOrEqual(Date.parse('2026-12-08T08:00:00Z'))
    await ok(act(app, 'acceptOffer', second, offered.id))
    await goTo(app, '2026-12-09T16:00:00Z', second, third)
    await ok(act(app, 'cancelEnrolment', second, offered.id))
    expect((await caseOf(app, third, later.entries[0]?.caseId ?? '')).state).toBe('lapsed')
  })
})

test('before the opening a guardian knows whether one tap will be enough', async () => {
  const { id } = await makeProgramme(app, staff, {
    grades: { min: 4, max: 6 },
    priority: [{ circumstance: 'both_parents_work', points: 5 }],
  })
  const family = await makeFamily(app)
  const answer = await ok(app.call('checkEligibility', { params: { id }, token: family.token }))
  expect(answer.children).toMatchObject([
    {
      childId: family.children[0],
      obstacles: ['grade_too_low'],
      ageOnFirstDay: 9,
      score: 0,
      unverified: ['both_parents_work'],
      caseId: null,
      alsoAt: [],
    },
  ])
  expect(await programmeNow(app, id)).toMatchObject({ phase: 'announced' })
})

test('a child that is in another programme at one hour is asked about, before and after', async () => {
  const [first, second] = [await makeProgramme(app, staff), await makeProgramme(app, staff)]
  const family = await makeFamily(app)
  const alsoAt = async (id: string) => {
    const { children } = await ok(
      app.call<{ children: { alsoAt: string[] }[] }>('checkEligibility', {
        params: { id },
        token: family.token,
      }),
    )
    return children.map((one) => one.alsoAt.length)
  }
  expect(await alsoAt(second.id)).toEqual([0])
  await goTo(app, opening, family)
  const { entries } = await signUp(app, family, first.id)
  expect(await alsoAt(second.id)).toEqual([1])
  expect(await alsoAt(first.id)).toEqual([0])
  await ok(act(app, 'cancelEnrolment', family, entries[0]?.caseId ?? ''))
  expect(await alsoAt(second.id)).toEqual([0])
})
