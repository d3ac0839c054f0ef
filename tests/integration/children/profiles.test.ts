import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Child, ChildSummary } from '../../../bff/contracts/src/children'
import { monday, testApp } from '../../support/app'
import { childOf, linkSecond, makeChild, ofChild, profile, verify } from '../../support/children'
import { ok } from '../../support/story'
import { snapshot } from '../../support/snapshot'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let [mother, father, staff, stranger] = [] as unknown as Person[] as [Person, Person, Person, Person]

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  stranger = await makePerson(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  mother = await makePerson(app, { name: '周敏' })
  father = await makePerson(app, { name: '李强' })
})

const add = (body: object, who = mother, key?: string) =>
  app.call<Child>('addChild', { body, token: who.token, ...(key && { key }) })
const change = (id: string, body: object, who = mother) => ofChild(app, 'changeChild', who, id, { body })
const list = async (who: Person): Promise<ChildSummary[]> =>
  (await ok(app.call<{ children: ChildSummary[] }>('listChildren', { token: who.token }))).children

describe('adding a child', () => {
  test('keeps what was given, with the consent, for its guardian', async () => {
    const child = await makeChild(app, mother, { name: '李小满' })
    expect(child).toMatchObject({
      nickname: '小满',
      name: '李小满',
      birthDate: '2017-05-21',
      grade: 3,
      community: here,
      allergies: '花生过敏',
      medication: null,
      emergencyContacts: [{ name: '李桂花', phone: '13711112222', relation: 'grandparent' }],
      circumstances: [{ circumstance: 'both_parents_work', verified: false }],
      consents: [{ version: 2, what: 'granted', at: '2026-11-23T02:12:00.000Z', mine: true }],
      guardians: [{ mine: true, name: '周敏', relation: 'mother', verifiedAt: null }],
      pickupPeople: [],
      barredPeople: [],
    })
    expect(await childOf(app, mother, child.id)).toEqual(child)
    const line = {
      id: child.id,
      nickname: '小满',
      community: here,
      verified: false,
      consented: true,
      refused: false,
      linkId: child.guardians[0]?.id,
      knows: true,
      frozen: null,
      doubled: false,
    }
    expect(await list(mother)).toEqual([line])
    expect(await list(stranger)).toEqual([])
  })

  test('the same key adds once, and for something else it is refused', async () => {
    const [key, body] = [randomUUID(), profile()]
    const answers = values(await together(4, () => add(body, mother, key)))
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1)
    expect(await list(mother)).toHaveLength(1)
    expect((await add(profile({ grade: 4 }), mother, key)).problem.code).toBe('idempotency_key_reused')
  })

  test.each([
    ['not born yet', '2026-11-24'],
    ['grown up', '2007-11-23'],
  ])('who is %s is no child', async (_, birthDate) => {
    const before = await snapshot(app.database.pool)
    const { status, problem } = await add(profile({ birthDate }))
    expect([status, problem.code]).toEqual([422, 'birth_date_impossible'])
    expect(problem.errors).toMatchObject([{ path: 'body.birthDate', code: 'birth_date_impossible' }])
    expect(await snapshot(app.database.pool)).toEqual(before)
  })

  test.each(['2026-11-23', '2007-11-24'])('born on %s is one', async (birthDate) => {
    expect((await add(profile({ birthDate }))).status).toBe(201)
  })

  test('other words of the consent, or none, store nothing', async () => {
    const before = await snapshot(app.database.pool)
    for (const version of [1, 3]) {
      const outdated = await add(profile({ consent: { version, granted: true } }))
      expect([outdated.status, outdated.problem.code]).toEqual([409, 'consent_outdated'])
    }
    expect((await add(profile({ consent: { version: 2, granted: false } }))).status).toBe(422)
    expect((await add(profile({ consent: undefined }))).status).toBe(422)
    expect(await snapshot(app.database.pool)).toEqual(before)
  })

  test('every fault is named at once', async () => {
    const { status, problem } = await add(
      profile({
        nickname: ' ',
        birthDate: '2017-02-30',
        grade: 13,
        emergencyContacts: [],
        circumstances: ['rich'],
      }),
    )
    expect(status).toBe(422)
    expect(problem.errors?.map((e) => e.path).sort()).toEqual([
      'body.birthDate',
      'body.circumstances.0',
      'body.emergencyContacts',
      'body.grade',
      'body.nickname',
    ])
  })

  test('without a community there is no place to be cared for', async () => {
    await app.database.pool.query('UPDATE accounts SET community_code = NULL WHERE id = $1', [
      mother.accountId,
    ])
    expect((await add(profile())).problem.code).toBe('community_needed')
  })

  test('six children an account, also of those added in one moment', async () => {
    const answers = values(await together(9, (n) => add(profile({ nickname: `孩${n}` }))))
    expect(answers.filter((a) => a.status === 201)).toHaveLength(6)
    expect(answers.filter((a) => a.problem.code === 'too_many_children')).toHaveLength(3)
    expect(await list(mother)).toHaveLength(6)
  })
})

describe('changing a child', () => {
  test('changes what is sent, keeps the rest, and empty text removes', async () => {
    const { id } = await makeChild(app, mother, { name: '李小满二', medication: '早晚各一片' })
    const changed = await ok(change(id, { grade: 4, allergies: '' }))
    expect(changed).toMatchObject({ grade: 4, allergies: null, medication: '早晚各一片', name: '李小满二' })
    expect(await ok(change(id, { grade: 4, allergies: '' }))).toEqual(changed)
  })

  test('a circumstance keeps its proof while it is claimed, and no longer', async () => {
    const { id } = await makeChild(app, mother, { circumstances: ['both_parents_work', 'hardship'] })
    await verify(app, staff, mother, id, ['both_parents_work', 'hardship'])
    const shown = async () => (await childOf(app, mother, id)).circumstances
    expect((await shown()).every((c) => c.verified)).toBe(true)
    await ok(change(id, { circumstances: ['hardship', 'relocated', 'hardship'] }))
    expect(await shown()).toEqual([
      { circumstance: 'hardship', verified: true },
      { circumstance: 'relocated', verified: false },
    ])
    await ok(change(id, { circumstances: ['both_parents_work'] }))
    expect(await shown()).toEqual([{ circumstance: 'both_parents_work', verified: false }])
  })

  test('an impossible birth date and a malformed one are refused', async () => {
    const { id } = await makeChild(app, mother)
    expect((await change(id, { birthDate: '2027-01-01' })).problem.code).toBe('birth_date_impossible')
    expect((await change(id, { birthDate: 'gestern', emergencyContacts: [{}] })).status).toBe(422)
    expect((await childOf(app, mother, id)).birthDate).toBe('2017-05-21')
  })

  test('is not for a second guardian whom staff do not know beside one they know', async () => {
    const { id } = await makeChild(app, mother)
    await linkSecond(app, mother, father, id)
    expect((await change(id, { grade: 5 }, father)).problem.code).toBe('guardian_not_verified')
    await verify(app, staff, mother, id)
    expect((await change(id, { grade: 6 }, father)).problem.code).toBe('guardian_not_verified')
    expect((await childOf(app, mother, id)).grade).toBe(3)
  })
})

describe('for everybody else', () => {
  test.each(['getChild', 'changeChild'] as const)('%s finds nothing', async (name) => {
    const { id } = await makeChild(app, mother)
    const body = name === 'changeChild' ? { body: { grade: 1 } } : {}
    for (const who of [stranger, staff])
      expect((await ofChild(app, name, who, id, body)).problem.code).toBe('not_found')
    expect((await ofChild(app, name, mother, randomUUID(), body)).problem.code).toBe('not_found')
    expect((await ofChild(app, name, mother, 'x', body)).status).toBe(422)
  })
})
