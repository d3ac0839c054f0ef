/** An unknown second guardian reads and decides nothing of a child's case; of what happens those are told who may read it. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { monday, testApp } from '../../support/app'
import { linkSecond, verify } from '../../support/children'
import {
  type Family,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  press,
  signUp,
} from '../../support/programmes'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [staff, father] = [] as unknown as [Person, Person]
let [mother, other] = [] as unknown as [Family, Family]
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL')
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  father = await makePerson(app, { name: '李强', phone: '13812345678' })
  ;[mother, other] = [await makeFamily(app), await makeFamily(app)]
  await linkSecond(app, mother, father, child())
  id = (await makeProgramme(app, staff, { capacity: 1 })).id
  await goTo(app, opening, staff, father, mother, other)
})

const child = (): string => mother.children[0] ?? ''
const enter = async (family: Family): Promise<string> =>
  (await signUp(app, family, id)).entries[0]?.caseId ?? ''
const known = (who: Person) => verify(app, staff, who, child())

describe('beside a known guardian an unknown one', () => {
  const refused = async (action: EndpointName, caseId: string, state: string): Promise<void> => {
    await known(mother)
    const { status, problem } = await act(app, action, father, caseId)
    expect([status, problem.code]).toEqual([404, 'not_found'])
    expect((await act(app, 'getCase', father, caseId, { body: undefined })).status).toBe(404)
    expect(await caseOf(app, mother, caseId)).toMatchObject({ state, readAs: 'party' })
    expect((await caseOf(app, mother, caseId)).can).not.toEqual([])
    await known(father)
    await ok(act(app, action, father, caseId))
  }

  test('does not give the place away', async () => {
    await refused('cancelEnrolment', await enter(mother), 'confirmed')
  })

  test('does not leave the line', async () => {
    await enter(other)
    await refused('leaveLine', await enter(mother), 'waiting')
  })

  test.each(['acceptOffer', 'declineOffer'] as const)('does not answer an offer: %s', async (action) => {
    const place = await enter(other)
    const wait = await enter(mother)
    await ok(act(app, 'cancelEnrolment', other, place))
    await refused(action, wait, 'held')
  })

  test('does not sign up', async () => {
    await known(mother)
    const { status, problem } = await press(app, { ...father, children: mother.children }, id)
    expect(status).toBe(403)
    expect(problem).toMatchObject({
      code: 'guardian_not_verified',
      errors: [{ path: 'body.children.0', code: 'guardian_not_verified' }],
    })
    await known(father)
    await signUp(app, { ...father, children: mother.children }, id)
  })

  test('decides nothing while staff know neither', async () => {
    expect((await act(app, 'cancelEnrolment', father, await enter(mother))).status).toBe(404)
  })
})

test('of a place every guardian whom staff know is told, each once', async () => {
  await known(mother)
  await known(father)
  const caseId = await enter(mother)
  const { rows } = await pool.query<{ account_id: string }>(
    `SELECT account_id FROM notices WHERE case_id = $1 AND kind = 'enrolment_confirmed'`,
    [caseId],
  )
  expect(rows.map((row) => row.account_id).sort()).toEqual([mother.accountId, father.accountId].sort())
})

test('a guardian’s words about a child are not kept', async () => {
  const caseId = await enter(mother)
  await ok(act(app, 'cancelEnrolment', mother, caseId, { body: { note: '李小满哮喘住院' } }))
  const { rows } = await pool.query('SELECT note FROM case_events WHERE case_id = $1 AND note IS NOT NULL', [
    caseId,
  ])
  expect(rows).toEqual([])
})

describe('the contact that staff read', () => {
  const read = (caseId: string) => act(app, 'readContact', staff, caseId, { body: undefined })
  const records = (who: Person) =>
    ok(app.call<{ records: unknown[] }>('listChildAccess', { params: { id: child() }, token: who.token }))

  test('is a guardian of today, and every guardian of today sees that it was read', async () => {
    const caseId = await enter(mother)
    await known(father)
    await pool.query('UPDATE guardians SET ended_at = now() WHERE account_id = $1', [mother.accountId])
    expect((await read(caseId)).body).toEqual({ name: '李强', phone: '13812345678', proxy: null })
    // The papers were looked at in the same moment of this test, for no case.
    expect((await records(father)).records).toContainEqual(
      expect.objectContaining({ reader: '杨会琼', tags: ['contact'], about: expect.any(String) }),
    )
  })

  test('is one whom staff know before one whom they do not', async () => {
    const caseId = await enter(mother)
    expect((await read(caseId)).body).not.toMatchObject({ name: '李强' })
    await known(father)
    expect((await read(caseId)).body).toMatchObject({ name: '李强' })
  })
})
