/** What nobody needs any more is forgotten, by its own term, with a proof (docs/product.md › Rule 6). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetChildren } from '../../../bff/src/modules/children/jobs'
import { monday, testApp } from '../../support/app'
import { childOf, invite, makeCarePast, makeChild, ofChild, proofsOf } from '../../support/children'
import { ok, set } from '../../support/story'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const dayMs = 86_400_000
let mother: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query(
    `DELETE FROM division_settings;
     UPDATE children SET erased_at = now(), profile_enc = NULL, health_enc = NULL, contacts_enc = NULL, circumstances_enc = NULL, identity_hash = NULL`,
  )
  app.deps.cache.drop('divisions')
  mother = await makePerson(app, { name: '周敏' })
  id = (await makeChild(app, mother)).id
})

/** So many days later. @returns how often something was forgotten */
async function after(days: number): Promise<number> {
  app.clock.set(new Date(Date.parse(monday) + days * dayMs))
  let forgotten = 0
  for (let n = 1; n > 0; forgotten += n) n = await forgetChildren(app.deps)
  return forgotten
}
const now = () => signIn(app.deps, mother.accountId)

describe('health notes', () => {
  test('go a month after the last use, and nothing else', async () => {
    expect(await after(29.9)).toBe(0)
    expect((await childOf(app, await now(), id)).allergies).toBe('花生过敏')
    expect(await after(30.1)).toBe(1)
    expect(await childOf(app, await now(), id)).toMatchObject({
      allergies: null,
      name: expect.stringMatching(/^李小满/),
      consented: true,
    })
    expect(await proofsOf(app, id)).toEqual([{ tag: 'health', cause: 'retention', fields: 1 }])
    expect(await after(31)).toBe(0)
  })

  test('of a child in care are kept, and go a month after its last day', async () => {
    const endedAt = new Date(Date.parse(monday) + 60 * dayMs)
    await makeCarePast(app, id, mother, { state: 'confirmed', endedAt })
    expect(await after(89)).toBe(0)
    await pool.query(
      `UPDATE cases SET state = 'completed', closed_at = $2 WHERE id IN (SELECT case_id FROM enrolments WHERE child_id = $1)`,
      [id, endedAt],
    )
    expect(await after(89.9)).toBe(0)
    expect(await after(90.1)).toBe(1)
    expect(await proofsOf(app, id)).toEqual([{ tag: 'health', cause: 'retention', fields: 2 }])
    const { rows } = await pool.query(
      'SELECT r.kind FROM care_details d JOIN care_records r ON r.id = d.record_id WHERE r.child_id = $1',
      [id],
    )
    expect(rows).toEqual([{ kind: 'released' }])
  })

  test('are kept by what a division sets for itself', async () => {
    await set(app, here, 'keep_health_days', 5)
    expect(await after(4.9)).toBe(0)
    expect(await after(5.1)).toBe(1)
  })
})

describe('a child that nobody uses', () => {
  test('is forgotten after two years, with a proof by tag', async () => {
    expect(await after(40)).toBe(1)
    expect(await after(729.9)).toBe(0)
    expect(await after(730.1)).toBe(1)
    expect((await ofChild(app, 'getChild', await now(), id)).problem.code).toBe('not_found')
    expect(await proofsOf(app, id)).toEqual([
      { tag: 'child', cause: 'retention', fields: 2 },
      { tag: 'contact', cause: 'retention', fields: 1 },
      { tag: 'health', cause: 'retention', fields: 1 },
    ])
    expect(await after(800)).toBe(0)
  })

  test('is used again by whoever changes it', async () => {
    app.clock.set(new Date(Date.parse(monday) + 700 * dayMs))
    await ok(ofChild(app, 'changeChild', await now(), id, { body: { grade: 5 } }))
    await after(1_400)
    expect((await childOf(app, await now(), id)).grade).toBe(7)
    await after(1_431)
    expect((await ofChild(app, 'getChild', await now(), id)).problem.code).toBe('not_found')
  })
})

test('many go in batches', async () => {
  for (let n = 0; n < 5; n++) {
    const parent = await makePerson(app)
    for (let k = 0; k < 6; k++) await makeChild(app, parent)
  }
  await pool.query(
    `INSERT INTO children (id, community_code, nickname, profile_enc, health_enc, created_by, created_at, active_at)
     SELECT gen_random_uuid(), community_code, nickname, profile_enc, health_enc, created_by, created_at, active_at
     FROM children, generate_series(1, 2) WHERE erased_at IS NULL`,
  )
  app.clock.set(new Date(Date.parse(monday) + 40 * dayMs))
  expect([await forgetChildren(app.deps), await forgetChildren(app.deps)]).toEqual([50, 43])
  expect(await forgetChildren(app.deps)).toBe(0)
})

test('invitations go a day after they are over', async () => {
  await invite(app, mother, id)
  expect(await after(1.9)).toBe(0)
  expect(await after(2.1)).toBe(1)
  const { rows } = await pool.query('SELECT FROM guardian_invitations')
  expect(rows).toEqual([])
})
