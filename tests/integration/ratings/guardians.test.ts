/** A child's care is rated once, by one of its guardians; what they wrote is theirs and nobody else's. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { completeEnrolments } from '../../../bff/src/modules/programmes/jobs'
import { eraseWhole } from '../../../bff/src/modules/children/erase-whole'
import { inviteToRate } from '../../../bff/src/modules/ratings/jobs'
import { testApp } from '../../support/app'
import { linkSecond, ofChild, verify } from '../../support/children'
import { type Family, goTo, makeFamily, makeProgramme, opening, signUp } from '../../support/programmes'
import { pageFor, rate } from '../../support/ratings'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let mother: Family
let father: Person
let id: string
const childId = (): string => mother.children[0] ?? ''

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})
/** Care that was taken to the last day, and completed by the clock. */
beforeEach(async () => {
  await goTo(app, '2026-11-23T02:12:00Z', staff)
  mother = await makeFamily(app)
  father = await makePerson(app)
  await linkSecond(app, mother, father, childId())
  for (const one of [mother, father]) await verify(app, staff, one, childId())
  const programme = await makeProgramme(app, staff)
  await goTo(app, opening, mother)
  id = (await signUp(app, mother, programme.id)).entries[0]?.caseId ?? ''
  await goTo(app, '2026-12-18T10:00:00Z', mother, father, staff)
  while ((await completeEnrolments(app.deps)) > 0);
})

test('either guardian may, the first one does, and the other does not read it', async () => {
  expect(await ok(pageFor(app, father, id))).toMatchObject({ service: 'enrolment', state: 'open' })
  await ok(rate(app, mother, id, { text: '老师很细心，爸爸总是来晚', reasons: ['careful'] }))
  expect((await rate(app, father, id)).problem?.code).toBe('rating_given')
  expect(await ok(pageFor(app, father, id))).toMatchObject({ state: 'rated', rating: null })
  const erased = await app.call('eraseRatingText', { params: { id }, token: father.token })
  expect(erased.problem?.code).toBe('rating_not_yours')
  expect((await ok(pageFor(app, mother, id))).rating?.text).toBe('老师很细心，爸爸总是来晚')
})

test('whoever exports the child takes along what they said, and not what the other one did', async () => {
  await ok(rate(app, mother, id, { text: '老师很细心，爸爸总是来晚', reasons: ['careful'] }))
  const given = await app.database.pool.query<{ id: string }>('SELECT id FROM ratings WHERE case_id = $1', [
    id,
  ])
  const ratingId = given.rows[0]?.id ?? ''
  await app.database.pool.query(
    `UPDATE ratings SET supplement_enc = $2, supplement_shown = '', supplement_state = 'passed',
       supplement_at = '2026-12-20T10:00Z' WHERE id = $1`,
    [ratingId, app.deps.cipher.encrypt('ratings.supplement_enc', ratingId, '现在接得快了')],
  )
  const exportFor = async (who: Pick<Person, 'token'>) =>
    (await ok(ofChild<{ document: Record<string, unknown> }>(app, 'exportChild', who, childId()))).document
  expect((await exportFor(mother)).ratings).toEqual([
    {
      number: expect.stringMatching(/^TG-/) as string,
      programme: '四点半课堂',
      grade: 'satisfied',
      reasons: ['careful'],
      ratedAt: '2026-12-18T10:00:00.000Z',
      text: '老师很细心，爸爸总是来晚',
      supplement: '现在接得快了',
      supplementAt: '2026-12-20T10:00:00.000Z',
    },
  ])
  const forFather = await exportFor(father)
  expect(forFather.ratings).toEqual([])
  expect(JSON.stringify(forFather)).not.toMatch(/来晚|接得快/)
})

test('both are invited; once staff have ended one of them, only the other decides', async () => {
  app.clock.set('2026-12-22T02:00:00Z')
  await inviteToRate(app.deps)
  const { rows } = await app.database.pool.query<{ account_id: string }>(
    `SELECT account_id FROM notices WHERE case_id = $1 AND kind = 'rating_invited'`,
    [id],
  )
  expect(rows.map((row) => row.account_id).sort()).toEqual([mother.accountId, father.accountId].sort())
  await goTo(app, app.clock.now(), mother, father, staff)
  await app.database.pool.query('UPDATE guardians SET ended_at = now() WHERE account_id = $1', [
    father.accountId,
  ])
  expect((await rate(app, father, id)).problem?.code).toBe('not_found')
})

test('whoever is no guardian any more keeps their own words, to read and to take back', async () => {
  await ok(rate(app, mother, id, { text: '接孩子的时候等了很久' }))
  await app.database.pool.query(
    'UPDATE guardians SET ended_at = now() WHERE child_id = $1 AND account_id = $2',
    [childId(), mother.accountId],
  )
  expect((await ok(pageFor(app, mother, id))).rating?.text).toBe('接孩子的时候等了很久')
  const erased = await ok(app.call('eraseRatingText', { params: { id }, token: mother.token }))
  expect(erased).toMatchObject({ rating: { text: null, textState: 'none' } })
})

test('with the child go the words about it, and the grade stays', async () => {
  await ok(rate(app, mother, id, { text: '老师很细心' }))
  await app.deps.db.transaction((tx) => eraseWhole(tx, childId(), app.clock.now()))
  const { rows } = await app.database.pool.query(
    'SELECT grade, text_enc, text_shown, text_state FROM ratings WHERE case_id = $1',
    [id],
  )
  expect(rows).toEqual([{ grade: 'satisfied', text_enc: null, text_shown: null, text_state: 'none' }])
})
