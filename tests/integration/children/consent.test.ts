import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import {
  childOf,
  linkSecond,
  makeCarePast,
  makeChild,
  ofChild,
  proofsOf,
  summaryOf,
  verify,
} from '../../support/children'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [mother, father, staff, stranger] = [] as unknown as Person[] as [Person, Person, Person, Person]
let id: string
let made = 0

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  stranger = await makePerson(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  mother = await makePerson(app, { name: '周敏' })
  father = await makePerson(app, { name: '李强' })
  id = (await makeChild(app, mother, { name: `李小满${++made}`, medication: '早晚各一片' })).id
})

const decide = (decision: string, { who = mother, version = 2, key = randomUUID() as string } = {}) =>
  ofChild(app, 'decideConsent', who, id, { body: { version, decision }, key })
const decisions = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ decision: string }>(
    'SELECT decision FROM consents WHERE child_id = $1 ORDER BY id',
    [id],
  )
  return rows.map((row) => row.decision)
}

describe('a refusal', () => {
  test('erases the health notes with a proof, and leaves the rest to its guardians', async () => {
    await makeCarePast(app, id, mother, { endedAt: app.clock.now() })
    expect(await ok(decide('refused'))).toMatchObject({ consented: false, refused: true })
    expect(await childOf(app, mother, id)).toMatchObject({
      allergies: null,
      medication: null,
      name: expect.stringMatching(/^李小满/),
      consented: false,
      refused: true,
      consents: [
        { what: 'granted', mine: true },
        { what: 'withdrawn', mine: true },
      ],
    })
    expect(await proofsOf(app, id)).toEqual([{ tag: 'health', cause: 'consent', fields: 2 }])
    const { rows } = await pool.query(
      'SELECT r.kind FROM care_details d JOIN care_records r ON r.id = d.record_id WHERE r.child_id = $1',
      [id],
    )
    expect(rows).toEqual([{ kind: 'released' }])
  })

  test('stops every write that adds to what is kept, until consent is given again', async () => {
    await verify(app, staff, mother, id)
    await ok(decide('refused'))
    const person = { name: '外婆', relation: 'grandparent', validFrom: '2026-11-23' }
    const writes = [
      ['changeChild', { grade: 4 }],
      ['inviteGuardian', {}],
      ['addPickupPerson', person],
      ['barPerson', { name: '某人' }],
      ['makePickupCode', { day: '2026-11-23', name: '外婆', relation: 'grandparent' }],
    ] as const
    for (const [name, body] of writes)
      expect([name, (await ofChild(app, name, mother, id, { body })).problem.code]).toEqual([
        name,
        'consent_needed',
      ])
    await ok(decide('granted'))
    expect(await ok(ofChild(app, 'changeChild', mother, id, { body: { grade: 4 } }))).toMatchObject({
      consented: true,
      grade: 4,
      allergies: null,
    })
  })

  test('does not stop reading, exporting, removing and erasing', async () => {
    const body = { name: '外婆', relation: 'grandparent', validFrom: '2026-11-23' }
    const { id: personId } = await ok(ofChild<{ id: string }>(app, 'addPickupPerson', mother, id, { body }))
    await ok(decide('refused'))
    for (const name of ['getChild', 'exportChild', 'listChildAccess'] as const)
      expect((await ofChild(app, name, mother, id)).status).toBe(200)
    expect((await ofChild(app, 'removePickupPerson', mother, personId)).status).toBe(200)
    expect((await ofChild(app, 'eraseChild', mother, id, { body: {} })).status).toBe(200)
  })

  test('with nothing to erase proves nothing', async () => {
    await ok(decide('refused'))
    await ok(decide('refused'))
    expect(await proofsOf(app, id)).toHaveLength(1)
  })
})

describe('every decision', () => {
  test('is added and never changed', async () => {
    await ok(decide('refused'))
    await ok(decide('granted'))
    expect(await decisions()).toEqual(['granted', 'refused', 'granted'])
    for (const sql of ['UPDATE consents SET version = 2', 'DELETE FROM consents', 'TRUNCATE consents'])
      await expect(pool.query(sql)).rejects.toThrow()
  })

  test('is written once by a key, which answers the same again', async () => {
    const key = randomUUID()
    const first = await ok(decide('refused', { key }))
    expect(await ok(decide('refused', { key }))).toEqual(first)
    expect(await decisions()).toEqual(['granted', 'refused'])
    expect((await decide('granted', { key })).problem.code).toBe('idempotency_key_reused')
  })

  test('is about the words of today', async () => {
    for (const version of [0, 1, 3])
      expect((await decide('granted', { version })).problem.code, `${version}`).toBe('consent_outdated')
    for (const version of [0, 3])
      expect((await decide('refused', { version })).problem.code).toBe('consent_outdated')
    expect(await decisions()).toEqual(['granted'])
    // What was given under earlier words holds, and is taken back without reading new ones.
    await app.database.pool.query(
      `INSERT INTO consents (child_id, guardian_id, version, decision, at) VALUES ($1, $2, 1, 'granted', $3)`,
      [id, mother.accountId, app.clock.now()],
    )
    expect((await childOf(app, mother, id)).consented).toBe(true)
    expect((await decide('refused', { version: 1 })).status).toBe(200)
  })

  test('needs a version and a decision', async () => {
    for (const body of [
      {},
      { version: 1 },
      { version: 1.5, decision: 'granted' },
      { version: 1, decision: 'maybe' },
    ])
      expect((await ofChild(app, 'decideConsent', mother, id, { body })).status).toBe(422)
    expect((await decide('granted', { key: '' })).status).toBe(422)
  })

  test('is for its guardians, and beside one whom staff know for that one', async () => {
    for (const who of [stranger, staff])
      expect((await decide('refused', { who })).problem.code).toBe('not_found')
    await linkSecond(app, mother, father, id)
    await verify(app, staff, mother, id)
    expect((await decide('refused', { who: father })).problem.code).toBe('guardian_not_verified')
    await verify(app, staff, father, id)
    expect((await decide('refused', { who: father })).status).toBe(200)
    expect(await summaryOf(app, mother, id)).toMatchObject({ refused: false, frozen: { what: 'consent' } })
  })
})

test('a consent to earlier words is no consent to those of today', async () => {
  await pool.query(
    `INSERT INTO consents (child_id, guardian_id, version, decision, at) VALUES ($1, $2, 0, 'granted', $3)`,
    [id, mother.accountId, app.clock.now()],
  )
  expect(await childOf(app, mother, id)).toMatchObject({ consented: false, refused: false })
  expect((await ofChild(app, 'changeChild', mother, id, { body: { grade: 1 } })).problem.code).toBe(
    'consent_needed',
  )
})
