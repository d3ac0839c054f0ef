/** A child's case is the child's, whichever service it is of. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { leavePorts } from '../../../bff/src/lines'
import { idleChildren } from '../../../bff/src/modules/children/erasure-store'
import { finishLeaving } from '../../../bff/src/modules/leaving/leave'
import { eraseWordsAbout } from '../../../bff/src/modules/ratings/service'
import { withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { makeLineChild } from '../../support/line'
import { rate } from '../../support/ratings'
import { visitKind, visitTable } from '../../support/sample-service/kind'
import { askForVisit, decideVisit } from '../../support/sample-service/visits'
import { caseOf, ok } from '../../support/story'
import { confirmed, here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp({}, 'bare', [visitKind])
const { pool } = app.database
let party: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await pool.query(visitTable)
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('UPDATE cases SET closed_at = created_at, lapses_at = NULL WHERE closed_at IS NULL')
  party = await confirmed(app, await withPhone(app, { name: '李阿芳' }))
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

const fresh = (who: Person): Promise<Person> => signIn(app.deps, who.accountId)

async function twoGuardians(): Promise<{ other: Person; childId: string }> {
  const other = await makePerson(app, { name: '王强' })
  const childId = await makeLineChild(app, party.accountId)
  await pool.query(
    `INSERT INTO guardians (id, child_id, account_id, place, relation, created_at) VALUES ($1, $2, $3, 2, 'father', $4)`,
    [randomUUID(), childId, other.accountId, app.clock.now()],
  )
  await pool.query('UPDATE guardians SET verified_at = $2, verified_by = $3 WHERE child_id = $1', [
    childId,
    app.clock.now(),
    staff.accountId,
  ])
  return { other, childId }
}

test('what a guardian said of it goes with the child', async () => {
  const { childId } = await twoGuardians()
  const id = await askForVisit(app, party, { childId })
  await decideVisit(app, staff, id, 'visit')
  app.clock.advance(1)
  await ok(rate(app, party, id, { text: '孩子很喜欢' }))
  await app.deps.db.transaction((tx) => eraseWordsAbout(tx, childId))
  const { rows } = await pool.query('SELECT text_enc FROM ratings WHERE case_id = $1', [id])
  expect(rows).toEqual([{ text_enc: null }])
})

test('when one guardian leaves, the words of the other and of staff stay', async () => {
  const { other, childId } = await twoGuardians()
  const id = await askForVisit(app, party, { childId })
  await decideVisit(app, staff, id, 'visit', { note: '已经看过了' })
  await decideVisit(app, other, id, 'thank', { note: '谢谢你们' })
  await decideVisit(app, party, id, 'thank', { note: '辛苦了' })
  await ok(app.call('leave', { body: {}, token: (await confirmed(app, party)).token }))
  app.clock.advance(4 * 24 * 60)
  expect(await finishLeaving(app.deps, leavePorts)).toBe(1)
  const { rows } = await pool.query<{ note: string }>(
    'SELECT note FROM case_events WHERE case_id = $1 AND note IS NOT NULL ORDER BY id',
    [id],
  )
  expect(rows.map(({ note }) => note)).toEqual(['已经看过了', '谢谢你们'])
})

test('either guardian rates it, and a child with an open matter is in use', async () => {
  const { other, childId } = await twoGuardians()
  const id = await askForVisit(app, party, { childId })
  const terms = [{ community: here, before: new Date(Date.parse(monday) + 1_000) }]
  const idle = async () => (await idleChildren(app.deps.db, terms, false, 100)).map((child) => child.id)
  expect(await idle()).not.toContain(childId)
  await decideVisit(app, staff, id, 'visit')
  app.clock.advance(1)
  const who = await fresh(other)
  expect((await caseOf(app, who, id)).rating).toMatchObject({ open: true })
  await ok(rate(app, who, id))
})
