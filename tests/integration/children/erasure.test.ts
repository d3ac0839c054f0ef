/** Everything that is kept about a child can be taken along, and goes when its guardian says so. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import {
  invite,
  linkSecond,
  makeCarePast,
  makeChild,
  ofChild,
  proofsOf,
  verify,
} from '../../support/children'
import { everythingOpened } from '../../support/sealed'
import { dump } from '../../support/snapshot'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [mother, father, staff, stranger] = [] as unknown as Person[] as [Person, Person, Person, Person]
let id = ''

/** What a family told, by what it is. */
const marks = {
  nickname: '标记小名',
  name: '标记大名',
  birthDate: '2017-04-03',
  allergy: '标记花生',
  medication: '标记药片',
  emergency: '标记外公',
  emergencyPhone: '13700007777',
  listed: '标记姑姑',
  listedPhone: '13700008888',
  barred: '标记恶人',
  barredNote: '标记判决',
  delegate: '标记邻居',
  health: '标记发烧',
  came: '标记来人',
}
const found = (text: string): string[] =>
  Object.entries(marks).flatMap(([mark, value]) => (text.includes(value) ? [mark] : []))

/** What can be read by whoever has both the database and the keys. */
async function readable(): Promise<string> {
  return [await dump(pool), ...(await everythingOpened(pool, app.deps.cipher))].join('\n')
}

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  stranger = await makePerson(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  // The marks of one test must not be found by the next.
  if (id) await erase(mother)
  mother = await makePerson(app, { name: '周敏' })
  father = await makePerson(app, { name: '李强' })
  id = await wholeLife()
})

/** A child of which everything is known that can be. */
async function wholeLife(): Promise<string> {
  const child = await makeChild(app, mother, {
    nickname: marks.nickname,
    name: marks.name,
    birthDate: marks.birthDate,
    allergies: marks.allergy,
    medication: marks.medication,
    emergencyContacts: [{ name: marks.emergency, phone: marks.emergencyPhone, relation: 'grandparent' }],
  })
  await verify(app, staff, mother, child.id)
  const link = child.guardians[0]?.id ?? ''
  await ok(ofChild(app, 'readPendingLink', staff, link))
  const send = (name: 'addPickupPerson' | 'barPerson' | 'makePickupCode', body: object) =>
    ok(ofChild(app, name, mother, child.id, { body }))
  const listed = { name: marks.listed, phone: marks.listedPhone, relation: 'relative' }
  await send('addPickupPerson', { ...listed, validFrom: '2026-11-23' })
  await send('barPerson', { name: marks.barred, note: marks.barredNote })
  await send('makePickupCode', { day: '2026-11-23', name: marks.delegate, relation: 'other' })
  await makeCarePast(app, child.id, mother, {
    endedAt: new Date(Date.parse(monday) - 86_400_000),
    health: marks.health,
    came: marks.came,
  })
  return child.id
}

const erase = (who: Person, key: string = randomUUID()) =>
  ofChild<{ erasedAt: string }>(app, 'eraseChild', who, id, { body: {}, key })
const take = (who: Person) =>
  ofChild<{ fileName: string; document: Record<string, unknown> }>(app, 'exportChild', who, id)

describe('the export', () => {
  test('holds everything that was told, decided, written and read', async () => {
    const { fileName, document } = await ok(take(mother))
    expect(fileName).toBe('孩子信息-2026-11-23.json')
    expect(found(JSON.stringify(document))).toEqual(Object.keys(marks))
    expect(document).toMatchObject({
      child: {
        guardians: [{ name: '周敏', relation: 'mother' }],
        circumstances: { claimed: ['both_parents_work'] },
      },
      consents: [{ version: 2, decision: 'granted' }],
      enrolments: [{ programme: '放学后托管', state: 'completed' }],
      careRecords: [{ kind: 'health' }, { kind: 'released' }],
      accessRecords: [{ reader: '杨会琼' }, { reader: '杨会琼' }],
    })
  })

  test('keeps who was taken off a list, and leaves no mark in the log', async () => {
    const { body } = await ofChild(app, 'getChild', mother, id)
    await ok(ofChild(app, 'removePickupPerson', mother, body.pickupPeople[0]?.id ?? ''))
    const { document } = await ok(take(mother))
    const people = document.pickupPeople as { name: string; endedAt: string | null }[]
    const names = (ended: boolean) => people.filter((p) => (p.endedAt !== null) === ended).map((p) => p.name)
    expect([names(true), names(false)]).toEqual([[marks.listed], [marks.barred]])
    expect(found(app.logged())).toEqual([])
  })

  test('is for guardians only', async () => {
    for (const who of [stranger, staff]) expect((await take(who)).problem.code).toBe('not_found')
    expect((await ofChild(app, 'exportChild', mother, 'x')).status).toBe(422)
    await linkSecond(app, mother, father, id)
    expect((await take(father)).problem.code).toBe('guardian_not_verified')
  })
})

describe('an erasure', () => {
  test('leaves nothing that was told, sealed or not, and proves it by tag', async () => {
    const code = await invite(app, mother, id)
    expect(found(await readable())).toEqual(Object.keys(marks))
    const { erasedAt } = await ok(erase(mother))
    expect(erasedAt).toBe('2026-11-23T02:12:00.000Z')
    expect(found(await readable())).toEqual([])
    expect(found(app.logged())).toEqual([])
    expect(await proofsOf(app, id)).toEqual([
      { tag: 'child', cause: 'asked', fields: 2 },
      // With what the verified guardian was called when staff saw the papers.
      { tag: 'contact', cause: 'asked', fields: 8 },
      { tag: 'health', cause: 'asked', fields: 2 },
    ])
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pickup_people WHERE child_id = $1
         AND (name_hash IS NOT NULL OR phone_hash IS NOT NULL OR ended_at IS NULL)`,
      [id],
    )
    expect(rows[0]?.n).toBe(0)
    const late = await app.call('acceptInvitation', {
      body: { code, relation: 'father' },
      token: father.token,
    })
    expect(late.problem.code).toBe('invitation_wrong')
  })

  test('makes the child unknown to everybody', async () => {
    await linkSecond(app, mother, father, id)
    await ok(erase(mother))
    for (const name of ['getChild', 'exportChild', 'listChildAccess'] as const)
      for (const who of [mother, father, staff])
        expect((await ofChild(app, name, who, id)).problem.code).toBe('not_found')
    expect((await ok(app.call('listChildren', { token: mother.token }))).children).toEqual([])
    expect((await erase(father)).problem.code).toBe('not_found')
    const { rows } = await pool.query('SELECT decision FROM consents WHERE child_id = $1', [id])
    expect(rows).toEqual([{ decision: 'granted' }])
  })

  test('by its key is one: the same answer, although the child is gone', async () => {
    const key = randomUUID()
    const answers = values(await together(4, () => erase(mother, key)))
    expect(answers.map((a) => a.body)).toEqual(
      Array(4).fill({ erasedAt: '2026-11-23T02:12:00.000Z', finalAt: null }),
    )
    app.clock.advance(5)
    expect(await ok(erase(mother, key))).toEqual({ erasedAt: '2026-11-23T02:12:00.000Z', finalAt: null })
    expect(await proofsOf(app, id)).toHaveLength(3)
    expect((await erase(mother)).problem.code).toBe('not_found')
  })

  test('is for a guardian who may decide', async () => {
    for (const who of [stranger, staff]) expect((await erase(who)).problem.code).toBe('not_found')
    await linkSecond(app, mother, father, id)
    expect((await erase(father)).problem.code).toBe('guardian_not_verified')
    expect((await erase(mother, '')).status).toBe(422)
    expect(await proofsOf(app, id)).toEqual([])
  })

  test('is proved for ever', async () => {
    await ok(erase(mother))
    for (const sql of [
      'UPDATE erasure_proofs SET fields = 0',
      'DELETE FROM erasure_proofs',
      'TRUNCATE erasure_proofs',
    ])
      await expect(pool.query(sql)).rejects.toThrow()
  })
})
