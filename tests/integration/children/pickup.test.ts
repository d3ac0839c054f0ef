import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PickupPerson } from '../../../bff/contracts/src/children'
import { pickupCodeHash } from '../../../bff/src/modules/children/service'
import { monday, testApp } from '../../support/app'
import { childOf, linkSecond, makeChild, ofChild, verify } from '../../support/children'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [mother, father, staff, stranger] = [] as unknown as Person[] as [Person, Person, Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  stranger = await makePerson(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL')
  mother = await makePerson(app, { name: '周敏', phone: '13800001111' })
  father = await makePerson(app, { name: '李强' })
  id = (await makeChild(app, mother)).id
})

const grandma = { name: '李桂花', phone: '13711112222', relation: 'grandparent', validFrom: '2026-11-23' }
const add = (over: object = {}, who = mother, key = randomUUID()) =>
  ofChild<PickupPerson>(app, 'addPickupPerson', who, id, { body: { ...grandma, ...over }, key })
const bar = (body: object, who = mother) =>
  ofChild<{ id: string; name: string; note: string | null; since: string }>(app, 'barPerson', who, id, {
    body,
  })
const code = (over: object = {}, who = mother) =>
  ofChild<{ code: string; day: string }>(app, 'makePickupCode', who, id, {
    body: { day: '2026-11-23', name: '王阿姨', relation: 'other', ...over },
  })
const known = () => verify(app, staff, mother, id)
const codeOf = (answer: { problem: { code?: string } }) => answer.problem.code
const openCodes = async (): Promise<Buffer[]> => {
  const { rows } = await pool.query<{ code_hash: Buffer }>(
    'SELECT code_hash FROM pickup_codes WHERE child_id = $1 AND replaced_at IS NULL ORDER BY day',
    [id],
  )
  return rows.map((row) => row.code_hash)
}

describe('somebody listed', () => {
  test('is shown until removed, or until their time is over', async () => {
    const person = await ok(add({ validTo: '2026-11-24' }))
    expect(person).toMatchObject({ ...grandma, validTo: '2026-11-24' })
    expect((await childOf(app, mother, id)).pickupPeople).toEqual([person])
    app.clock.set('2026-11-24T16:00:00Z')
    const later = await signIn(app.deps, mother.accountId)
    expect((await childOf(app, later, id)).pickupPeople).toEqual([])
    app.clock.set(monday)
    for (let n = 0; n < 2; n++) await ok(ofChild(app, 'removePickupPerson', mother, person.id))
    expect((await childOf(app, mother, id)).pickupPeople).toEqual([])
  })

  test('is added once by a key', async () => {
    const key = randomUUID()
    expect(await ok(add({}, mother, key))).toEqual(await ok(add({}, mother, key)))
    expect(codeOf(await add({ relation: 'other' }, mother, key))).toBe('idempotency_key_reused')
    expect((await childOf(app, mother, id)).pickupPeople).toHaveLength(1)
  })

  test('is one of ten at most, also of those added at once', async () => {
    const answers = values(await together(13, (n) => add({ name: `亲戚${n}`, phone: undefined })))
    expect(answers.filter((a) => a.status === 201)).toHaveLength(10)
    expect(answers.filter((a) => codeOf(a) === 'too_many_people')).toHaveLength(3)
  })

  test('needs a name, a real telephone and days in order', async () => {
    const { status, problem } = await add({ name: '', phone: '12345', validTo: '2026-11-01' })
    expect([status, problem.errors?.map((e) => e.path).sort()]).toEqual([
      422,
      ['body.name', 'body.phone', 'body.validTo'],
    ])
  })
})

describe('somebody barred', () => {
  test.each([
    ['by name, however it is written', { name: ' 张 · 三 ', phone: undefined }],
    ['by telephone under another name', { name: '张先生', phone: '13966667777' }],
  ])('is on no list: %s', async (_, somebody) => {
    await known()
    expect(await ok(bar({ name: '张三', phone: '13966667777', note: '法院判决' }))).toMatchObject({
      name: '张三',
      note: '法院判决',
      since: '2026-11-23',
    })
    expect(codeOf(await add(somebody))).toBe('person_is_barred')
  })

  test('gets no code, and the codes and the place on the list that they had end', async () => {
    await known()
    await ok(add({ name: '张三', phone: undefined }))
    await ok(add())
    await ok(code({ name: '张三' }))
    await ok(code({ name: '王阿姨', day: '2026-11-24' }))
    await ok(bar({ name: '张三' }))
    expect(codeOf(await code({ name: '张三' }))).toBe('person_is_barred')
    const child = await childOf(app, mother, id)
    expect(child.pickupPeople.map((p) => p.name)).toEqual(['李桂花'])
    expect(child.barredPeople.map((p) => p.name)).toEqual(['张三'])
    expect(await openCodes()).toHaveLength(1)
  })

  test('may come again when the bar is taken back', async () => {
    await known()
    const { id: barId } = await ok(bar({ name: '张三' }))
    expect(codeOf(await ofChild(app, 'removePickupPerson', mother, barId))).toBe('not_found')
    for (let n = 0; n < 2; n++) await ok(ofChild(app, 'unbarPerson', mother, barId))
    expect((await add({ name: '张三' })).status).toBe(201)
  })

  test('is so by a guardian whom staff know, and is no guardian', async () => {
    expect(codeOf(await bar({ name: '张三' }))).toBe('guardian_not_verified')
    await known()
    await linkSecond(app, mother, father, id)
    for (const body of [{ name: '周 敏' }, { name: '某人', phone: '13800001111' }])
      expect(codeOf(await bar(body))).toBe('person_is_guardian')
    // Of whom staff have not seen papers, an account's name is nobody's.
    expect((await bar({ name: '李 强' })).status).toBe(201)
    const { id: barId } = await ok(bar({ name: '张三' }))
    expect(codeOf(await bar({ name: '赵六' }, father))).toBe('guardian_not_verified')
    expect(codeOf(await ofChild(app, 'unbarPerson', father, barId))).toBe('guardian_not_verified')
    for (const body of [{}, { name: '' }, { name: '张三', phone: '1' }])
      expect((await bar(body)).status).toBe(422)
  })
})

describe('a code of one day', () => {
  test('is six digits, kept as a keyed hash with child and day, shown once', async () => {
    const made = await ok(code())
    expect(made).toEqual({ code: expect.stringMatching(/^\d{6}$/), day: '2026-11-23' })
    const hash = pickupCodeHash(app.deps.cipher, id, '2026-11-23', made.code)
    expect((await openCodes())[0]?.equals(hash)).toBe(true)
    expect(JSON.stringify(await childOf(app, mother, id))).not.toContain(made.code)
  })

  test('replaces the last one of its day and no other', async () => {
    await ok(code())
    await ok(code({ day: '2026-11-24' }))
    const last = await ok(code({ name: '赵叔叔' }))
    const [today, tomorrow] = await openCodes()
    expect(today?.equals(pickupCodeHash(app.deps.cipher, id, '2026-11-23', last.code))).toBe(true)
    expect(tomorrow).toBeDefined()
    values(await together(4, () => code()))
    expect(await openCodes()).toHaveLength(2)
  })

  test.each([
    ['yesterday is refused', '2026-11-22', 422],
    ['today is made', '2026-11-23', 201],
    ['the thirtieth day is made', '2026-12-23', 201],
    ['a later day is refused', '2026-12-24', 422],
  ])('for %s', async (_, day, status) => {
    const answer = await code({ day })
    expect(answer.status).toBe(status)
    if (status === 422) expect(codeOf(answer)).toBe('pickup_day_impossible')
  })

  test('needs a day, a name and a relation', async () => {
    for (const over of [{ day: 'morgen' }, { name: ' ' }, { relation: 'neighbour' }, { day: undefined }])
      expect((await code(over)).status).toBe(422)
  })
})

test('a second guardian whom staff do not know sees no list and changes nothing', async () => {
  await linkSecond(app, mother, father, id)
  expect(codeOf(await add({}, father))).toBe('guardian_not_verified')
  const { id: personId } = await ok(add())
  await known()
  for (const answer of [await add({ name: '某人' }, father), await code({}, father)])
    expect(codeOf(answer)).toBe('guardian_not_verified')
  expect(codeOf(await ofChild(app, 'removePickupPerson', father, personId))).toBe('guardian_not_verified')
  expect(codeOf(await ofChild(app, 'getChild', father, id))).toBe('guardian_not_verified')
  expect((await childOf(app, mother, id)).pickupPeople).toHaveLength(1)
})

test('for others nothing of it exists', async () => {
  await known()
  const [{ id: personId }, { id: barId }] = [await ok(add()), await ok(bar({ name: '张三' }))]
  for (const who of [stranger, staff]) {
    const answers = [
      await add({}, who),
      await bar({ name: '某人' }, who),
      await code({}, who),
      await ofChild(app, 'removePickupPerson', who, personId),
      await ofChild(app, 'unbarPerson', who, barId),
    ]
    expect(answers.map(codeOf)).toEqual(Array(5).fill('not_found'))
  }
  expect(codeOf(await ofChild(app, 'unbarPerson', mother, personId))).toBe('not_found')
  expect((await ofChild(app, 'unbarPerson', mother, 'x')).status).toBe(422)
})
