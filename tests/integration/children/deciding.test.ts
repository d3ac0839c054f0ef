/** Who decides for a child is asked of the policy on loaded rows, and of the view `deciding_guardians`: one rule. */
import { beforeAll, expect, test } from 'vitest'
import { mayDecide } from '../../../bff/src/modules/children/policy'
import { findChild } from '../../../bff/src/modules/children/store'
import { testApp } from '../../support/app'
import { linkSecond, makeChild } from '../../support/children'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [mother, father] = [] as unknown as Person[] as [Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  mother = await makePerson(app)
  father = await makePerson(app)
  id = (await makeChild(app, mother)).id
  await linkSecond(app, mother, father, id)
})

const states = ['unknown', 'verified', 'known', 'ended', 'verified and ended']
const put = (who: Person, state: string) =>
  pool.query(
    `UPDATE guardians SET known_at = CASE WHEN $3 OR $5 THEN created_at END,
       verified_at = CASE WHEN $3 THEN created_at END,
       verified_by = CASE WHEN $3 THEN account_id END, ended_at = CASE WHEN $4 THEN created_at END
     WHERE child_id = $1 AND account_id = $2`,
    [id, who.accountId, state.includes('verified'), state.includes('ended'), state === 'known'],
  )

test.each(states.flatMap((first) => states.map((second) => [first, second] as const)))(
  'the first is %s, the second is %s: the view says what the policy says, in the order of place',
  async (first, second) => {
    await put(mother, first)
    await put(father, second)
    const child = await findChild(app.deps.db, id, app.clock.now())
    if (!child) throw new Error('no child')
    const { rows } = await pool.query<{ account_id: string }>(
      'SELECT account_id FROM deciding_guardians WHERE child_id = $1 ORDER BY place',
      [id],
    )
    expect(rows.map((row) => row.account_id)).toEqual(
      child.links.filter((link) => mayDecide(link, child)).map((link) => link.accountId),
    )
    const all = [first, second]
    const known = all.some((state) => state !== 'unknown' && state !== 'ended')
    const expected = [mother, father].filter((who, n) => {
      const state = all[n] ?? ''
      if (state.includes('ended')) return false
      if (all.includes('verified')) return state === 'verified'
      return state === 'known' || (who === mother && !known)
    })
    expect(rows.map((row) => row.account_id)).toEqual(expected.map((who) => who.accountId))
  },
)
