/** A bar is its setter's: nobody else lifts it or gets past it, and whoever is barred reads nothing of it anywhere. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { monday, testApp } from '../../support/app'
import {
  acceptWith,
  childOf,
  invite,
  linkOf,
  linkSecond,
  lookAt,
  makeChild,
  ofChild,
  verify,
} from '../../support/children'
import { deliverAll, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [mother, father, staff] = [] as unknown as Person[] as [Person, Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL')
  mother = await makePerson(app, { name: '周敏', phone: '13800001111' })
  father = await makePerson(app, { name: '李强', phone: '13800002222' })
  id = (await makeChild(app, mother)).id
  await verify(app, staff, mother, id)
})
const both = async (): Promise<void> => {
  await linkSecond(app, mother, father, id)
  await verify(app, staff, father, id)
}

const note = '标记判决书'
const bar = (who: Person, name: string, phone?: string) =>
  ofChild<{ id: string }>(app, 'barPerson', who, id, { body: { name, note, ...(phone && { phone }) } })
const list = (who: Person, name: string, phone?: string) =>
  ofChild<{ id: string }>(app, 'addPickupPerson', who, id, {
    body: { name, relation: 'relative', validFrom: '2026-11-23', ...(phone && { phone }) },
  })
const code = (who: Person, name: string) =>
  ofChild(app, 'makePickupCode', who, id, { body: { day: '2026-11-23', name, relation: 'other' } })
const codeOf = (answer: { problem: { code?: string } }) => answer.problem.code
const told = async (who: Person): Promise<string[]> => {
  await deliverAll(app)
  const { notices } = await ok(app.call<{ notices: { kind: string }[] }>('listNotices', { token: who.token }))
  return notices.map((one) => one.kind)
}

describe('the other guardian', () => {
  beforeEach(both)

  test('does not lift it, and it is not there for them', async () => {
    const { id: barId } = await ok(bar(mother, '张三'))
    expect(codeOf(await ofChild(app, 'unbarPerson', father, barId))).toBe('not_found')
    expect((await childOf(app, father, id)).barredPeople).toEqual([])
    expect((await childOf(app, mother, id)).barredPeople).toMatchObject([{ name: '张三', note }])
    await ok(ofChild(app, 'unbarPerson', mother, barId))
  })

  test('neither lists the person nor names them for a code, by name or number', async () => {
    await ok(bar(mother, '张三', '13966667777'))
    for (const answer of [
      await list(father, '张 三'),
      await list(father, '张先生', '13966667777'),
      await code(father, '张·三'),
    ])
      expect([answer.status, codeOf(answer)]).toEqual([409, 'person_at_counter'])
    expect(codeOf(await list(mother, '张三'))).toBe('person_is_barred')
  })

  test('hears the same where there is no bar: taken off by the other, or another person’s number', async () => {
    const { id: personId } = await ok(list(father, '赵六', '13955556666'))
    expect(codeOf(await list(father, '钱七', '13955556666'))).toBe('person_at_counter')
    await ok(ofChild(app, 'removePickupPerson', mother, personId))
    const [removed, barred] = [
      await list(father, '赵六'),
      (await bar(mother, '张三'), await list(father, '张三')),
    ]
    const { requestId: _a, ...first } = removed.problem
    const { requestId: _b, ...second } = barred.problem
    expect(first).toEqual(second)
  })

  test('is told that a bar was set and lifted, and of whom nothing', async () => {
    const { id: barId } = await ok(bar(mother, '张三'))
    await ok(ofChild(app, 'unbarPerson', mother, barId))
    expect(await told(father)).toEqual(expect.arrayContaining(['guardian_bar_lifted', 'guardian_bar_set']))
  })

  test('bars the same person too; each lifts their own', async () => {
    const [hers, his] = [await ok(bar(mother, '张三')), await ok(bar(father, '张三'))]
    await ok(ofChild(app, 'unbarPerson', mother, hers.id))
    expect(codeOf(await list(mother, '张三'))).toBe('person_at_counter')
    await ok(ofChild(app, 'unbarPerson', father, his.id))
    expect((await list(mother, '张三')).status).toBe(201)
  })

  test('does not learn by a full list how many were barred', async () => {
    for (let n = 0; n < 10; n++) await ok(bar(mother, `某${'甲乙丙丁戊己庚辛壬癸'[n]}`))
    expect((await bar(father, '张三')).status).toBe(201)
  })

  test('in the same moment: whoever comes first, the person is on no list while barred', async () => {
    for (let n = 0; n < 6; n++) {
      const name = `张${'甲乙丙丁戊己'[n]}`
      values(await together<unknown>(2, (k) => (k ? bar(mother, name) : list(father, name))))
      expect((await childOf(app, father, id)).pickupPeople.map((p) => p.name)).not.toContain(name)
    }
  })
})

describe('whoever is barred', () => {
  const readings: EndpointName[] = [
    'getChild',
    'exportChild',
    'listChildAccess',
    'getChildDays',
    'listChildren',
  ]
  const seenBy = async (who: Person): Promise<string> => {
    const answers = await Promise.all(
      readings.map((name) =>
        name === 'listChildren' ? app.call(name, { token: who.token }) : ofChild(app, name, who, id),
      ),
    )
    return JSON.stringify(answers.map((a) => a.body))
  }

  test.each([
    ['by name', '李 强', undefined],
    ['by number', '某人', '13800002222'],
    ['by a name that is almost it', '李蔷', undefined],
    ['by almost a name that they had', '李蔷', '李强'],
  ])('%s is linked as anybody, and staff are warned before they verify', async (_, name, also) => {
    await ok(bar(mother, name, also === '李强' ? undefined : also))
    const accepted = await acceptWith(app, father, await invite(app, mother, id))
    expect(accepted.status).toBe(201)
    if (also === '李强') await ok(app.call('updateMe', { token: father.token, body: { name: '王大力' } }))
    const link = await linkOf(app, father, id)
    const sent = (looked?: string[]) =>
      ofChild(app, 'verifyLink', staff, link, { body: { guardian: true, circumstances: [], looked } })
    expect((await lookAt(app, staff, link)).warnings).toEqual(['like_barred'])
    expect(codeOf(await sent())).toBe('look_closer')
    await ok(sent(['like_barred']))
  })

  test('and is a guardian all the same reads of it nowhere: not listed, exported, told, counted or refused', async () => {
    await ok(bar(mother, '李强'))
    await linkSecond(app, mother, father, id)
    expect(await seenBy(father)).not.toMatch(/判决|barred|禁止/)
    const link = await linkOf(app, father, id)
    await lookAt(app, staff, link)
    const body = { guardian: true, circumstances: [], looked: ['like_barred'] }
    await ok(ofChild(app, 'verifyLink', staff, link, { body }))
    await ok(bar(mother, '王五'))
    const all = (await seenBy(father)).replace('"barredPeople":[]', '')
    expect(all).not.toMatch(/判决|barred|禁止/)
    expect(await told(father)).not.toContain('guardian_bar_set')
    expect(codeOf(await list(father, '李强'))).toBe('person_is_guardian')
    expect((await childOf(app, mother, id)).barredPeople.map((p) => p.name).sort()).toEqual(['李强', '王五'])
  })

  test.each([
    ['by a name that they took', '老李哥', true],
    ['by their number, before they were a guardian', '某人', false],
  ])(
    '%s is told neither that the bar was set, what it took off a list, nor that it was lifted',
    async (_, name, before) => {
      if (before) await both()
      if (before) await ok(app.call('updateMe', { token: father.token, body: { name } }))
      await ok(list(mother, name))
      const { id: barId } = await ok(bar(mother, name, before ? undefined : '13800002222'))
      if (!before) await linkSecond(app, mother, father, id)
      const link = await linkOf(app, father, id)
      await lookAt(app, staff, link)
      const body = { guardian: true, circumstances: [], looked: ['like_barred'] }
      if (!before) await ok(ofChild(app, 'verifyLink', staff, link, { body }))
      await ok(ofChild(app, 'unbarPerson', mother, barId))
      const hidden = /^guardian_(?:bar|pickup_removed)/
      expect((await told(father)).filter((kind) => hidden.test(kind))).toEqual([])
      // Nor is there anything against telling them of the next one.
      await ok(bar(mother, '张三'))
      expect(await told(father)).toContain('guardian_bar_set')
    },
  )

  test('reads of a person whom they bar themselves, and of no other', async () => {
    await both()
    await ok(bar(mother, '张三'))
    await ok(bar(father, '赵六'))
    const { document } = await ok(
      ofChild<{ document: { pickupPeople: { name: string }[] } }>(app, 'exportChild', father, id),
    )
    expect(document.pickupPeople.map((p) => p.name)).toEqual(['赵六'])
    expect((await childOf(app, father, id)).barredPeople.map((p) => p.name)).toEqual(['赵六'])
  })
})

test('somebody is listed once: by compared name, also of two taps at once', async () => {
  await both()
  const answers = values(
    await together(4, (n) => list(n % 2 ? mother : father, n % 2 ? '李桂花' : '李 桂花')),
  )
  expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
  expect(answers.filter((a) => codeOf(a) === 'person_listed_already')).toHaveLength(3)
})
