/** What has no reason to be open is ended by the clock: numbers never drawn, and places without a consent. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetChildren } from '../../../bff/src/modules/children/jobs'
import { completeEnrolments } from '../../../bff/src/modules/programmes/jobs'
import { monday, testApp } from '../../support/app'
import { ofChild } from '../../support/children'
import {
  counted,
  type Family,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  signUp,
} from '../../support/programmes'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let staff: Person
let family: Family

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  family = await makeFamily(app)
})

const published = async (over: object): Promise<string> => {
  const { id } = await makeProgramme(app, staff, over)
  await goTo(app, opening, staff, family)
  return id
}
const child = (): string => family.children[0] ?? ''

describe('a number in a draw that was never drawn', () => {
  const end = '2026-12-18T10:00:00Z'
  let caseId: string
  beforeEach(async () => {
    const id = await published({ mode: 'draw' })
    caseId = (await signUp(app, family, id)).entries[0]?.caseId ?? ''
  })

  test('is over with the last session, before anybody writes it down', async () => {
    await goTo(app, new Date(Date.parse(end) - 1), staff, family)
    expect((await caseOf(app, family, caseId)).state).toBe('entered')
    expect(await completeEnrolments(app.deps)).toBe(0)
    await goTo(app, end, staff, family)
    expect(await caseOf(app, family, caseId)).toMatchObject({ state: 'lapsed', can: [] })
    expect((await caseOf(app, staff, caseId)).canReadContact).toBe(false)
    expect((await act(app, 'readContact', staff, caseId, { body: undefined })).problem.code).toBe(
      'contact_not_justified',
    )
  })

  test('is closed by the clock, told once, and the child is forgotten in its time', async () => {
    await goTo(app, end, family)
    expect(await completeEnrolments(app.deps)).toBeGreaterThan(0)
    expect(await completeEnrolments(app.deps)).toBe(0)
    expect((await caseOf(app, family, caseId)).timeline.at(-1)).toMatchObject({
      action: 'lapse',
      from: 'entered',
      to: 'lapsed',
      side: 'system',
    })
    const { rows } = await pool.query('SELECT kind, account_id FROM notices WHERE case_id = $1', [caseId])
    expect(rows).toEqual([{ kind: 'line_ended', account_id: family.accountId }])
    await goTo(app, '2036-02-01T01:00:00Z')
    for (let n = 1; n > 0;) n = await forgetChildren(app.deps)
    const kept = await pool.query('SELECT erased_at IS NOT NULL AS erased FROM children WHERE id = $1', [
      child(),
    ])
    expect(kept.rows).toEqual([{ erased: true }])
  })
})

describe('a consent taken back while the sign-up was under way', () => {
  const refuse = (decision: 'refused' | 'granted') =>
    pool.query(
      'INSERT INTO consents (child_id, guardian_id, version, decision, at) VALUES ($1, $2, 1, $3, $4)',
      [child(), family.accountId, decision, app.clock.now()],
    )

  test('by a process that ended: the clock takes the child out, the place goes on', async () => {
    const id = await published({ capacity: 1 })
    const other = await makeFamily(app)
    await signUp(app, family, id)
    await signUp(app, other, id)
    await refuse('refused')
    expect(await completeEnrolments(app.deps)).toBe(1)
    expect(await completeEnrolments(app.deps)).toBe(0)
    expect(await counted(app, id)).toEqual({ taken: 1, states: { cancelled: 1, held: 1 } })
  })

  test('and given again is a consent', async () => {
    const id = await published({ capacity: 1 })
    await signUp(app, family, id)
    await refuse('refused')
    await refuse('granted')
    expect(await completeEnrolments(app.deps)).toBe(0)
    expect(await counted(app, id)).toEqual({ taken: 1, states: { confirmed: 1 } })
  })

  test('a key that is sent again after a later refusal gets its first answer', async () => {
    const id = await published({ capacity: 1 })
    const key = 'tap-refused-0001'
    const [first] = (await signUp(app, family, id, { key })).entries
    await ok(ofChild(app, 'decideConsent', family, child(), { body: { version: 1, decision: 'refused' } }))
    const [again] = (await signUp(app, family, id, { key })).entries
    expect(again).toMatchObject({ caseId: first?.caseId, number: first?.number, state: 'cancelled' })
  })
})
