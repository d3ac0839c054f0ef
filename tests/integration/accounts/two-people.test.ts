/** Whom the books know as two people are two, by whatever name and number, also after one of their links has ended. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProposedNumber } from '../../../bff/contracts/src/accounts'
import { areTwo, type Records } from '../../../bff/src/modules/identity/join-rules'
import { codeTo, joinWith, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { linkOf, linkSecond, lookAt, makeChild, ofChild, verify } from '../../support/children'
import { ok } from '../../support/story'
import { wechatEnv, wechatServer } from '../../support/wechat'
import { confirmed, here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
const { pool } = app.database
type Adult = Person & { phone: string }
let [staff, second] = [] as unknown as Person[] as [Person, Person]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  second = await makePerson(app, { name: '赵明', grants: [['staff', here]] })
})

const rename = (who: Person, name: string) => ok(app.call('updateMe', { token: who.token, body: { name } }))
const joined = async (...people: Person[]): Promise<boolean> =>
  (
    await pool.query('SELECT FROM accounts WHERE id = ANY ($1) AND joined_into IS NOT NULL', [
      people.map((p) => p.accountId),
    ])
  ).rowCount !== 0
const openidOf = async (who: Person): Promise<string> => {
  const [id, openid] = [randomUUID(), `openid-${randomUUID()}`]
  await pool.query(
    `INSERT INTO login_identities (id, provider, subject_hash, subject_enc, account_id, created_at)
     VALUES ($1, 'wechat', $2, $3, $4, now())`,
    [
      id,
      app.deps.cipher.lookup('wechat', openid),
      app.deps.cipher.encrypt('login_identities.subject_enc', id, openid),
      who.accountId,
    ],
  )
  return openid
}
const fresh = async (who: Adult) => confirmed(app, await signIn(app.deps, who.accountId))
const ways: Record<
  string,
  (mine: Adult, other: Adult) => Promise<{ status: number; problem: { code: string } }>
> = {
  phone: async (mine, other) => joinWith(app, await fresh(mine), other.phone),
  wechat: async (mine, other) => {
    const code = randomUUID()
    wechat.script(code, { openid: await openidOf(other) })
    return app.call('joinByWechat', { token: (await fresh(mine)).token, body: { code } })
  },
}
const atCounter = async (person: Adult, name: string, number: Adult) => {
  const body = {
    ...{ community: here, name, known: person.phone, papers: 'identity_card', newPhone: number.phone },
    code: await codeTo(app, number.phone),
  }
  const { id } = await ok(app.call<ProposedNumber>('proposeNumber', { token: staff.token, body }))
  return app.call('decideNumber', { params: { id }, body: { approve: true, name }, token: second.token })
}

/** A mother and a father whom staff have verified under these names. */
const family = async (names = ['周敏', '李强']) => {
  const [mother, father] = [
    await withPhone(app, { name: names[0] ?? '' }),
    await withPhone(app, { name: names[1] ?? '' }),
  ]
  const { id } = await makeChild(app, mother)
  await linkSecond(app, mother, father, id)
  for (const one of [mother, father]) await verify(app, staff, one, id)
  app.clock.advance(2)
  return { mother, father, id }
}

const ends: Record<string, (of: { father: Adult; id: string }) => Promise<unknown>> = {
  'not at all': () => Promise.resolve(),
  'by two of staff': async ({ father, id }) => {
    const link = await linkOf(app, father, id)
    for (const one of [staff, second]) await lookAt(app, one, link)
    const body = { reason: 'court_order' }
    const ending = await ok(ofChild<{ id: string }>(app, 'proposeEnding', staff, link, { body }))
    await ok(ofChild(app, 'decideEnding', second, ending.id, { body: { approved: true } }))
  },
  'with the child': ({ id }) => pool.query('UPDATE guardians SET ended_at = now() WHERE child_id = $1', [id]),
}

describe.each(Object.keys(ends))('two guardians of one child, of whom one ended %s', (how) => {
  test.each(Object.keys(ways))(
    'are two by %s, whoever stays and whatever they call themselves',
    async (way) => {
      const stage = await family()
      await ends[how]?.(stage)
      const { mother, father } = stage
      await rename(father, '周敏')
      for (const [mine, other] of [
        [father, mother],
        [mother, father],
      ] as const) {
        expect((await ways[way]?.(mine, other))?.problem.code).toBe('join_needs_counter')
        app.clock.advance(2)
      }
      expect(await joined(mother, father)).toBe(false)
    },
  )

  test('are two at the counter, unless staff have read one name on the papers of both', async () => {
    const [two, one] = [await family(), await family(['周敏', '周敏'])]
    for (const stage of [two, one]) await ends[how]?.(stage)
    await rename(two.father, '周敏')
    expect((await atCounter(two.mother, '周敏', two.father)).problem.code).toBe('join_impossible')
    expect(await joined(two.mother, two.father)).toBe(false)
    app.clock.advance(2)
    await ok(atCounter(one.mother, '周敏', one.father))
    expect(await joined(one.father)).toBe(true)
  })
})

test('a guardian whom nobody knew, and who took the link back, is not the other one', async () => {
  const [mother, father] = [await withPhone(app, { name: '周敏' }), await withPhone(app, { name: '周敏' })]
  const { id } = await makeChild(app, mother)
  await linkSecond(app, mother, father, id)
  await verify(app, staff, mother, id)
  await ok(ofChild(app, 'endGuardianship', father, await linkOf(app, father, id), {}))
  app.clock.advance(2)
  for (const way of Object.values(ways)) {
    expect((await way(father, mother)).problem.code).toBe('join_needs_counter')
    app.clock.advance(2)
  }
  expect((await atCounter(mother, '周敏', father)).problem.code).toBe('join_impossible')
})

describe('whom staff know by papers', () => {
  test.each(Object.keys(ways))('is joined by %s only under that name, whoever stays', async (way) => {
    const { father } = await family()
    const [own, wanted] = [await withPhone(app, { name: '李 强' }), await withPhone(app, { name: '周敏' })]
    await rename(father, '周敏')
    for (const [mine, other] of [
      [father, wanted],
      [wanted, father],
    ] as const) {
      expect((await ways[way]?.(mine, other))?.problem.code).toBe('join_needs_counter')
      app.clock.advance(2)
    }
    await rename(father, '李强')
    expect((await ways[way]?.(father, own))?.status).toBe(200)
  })

  test('is not one with whoever verified them, nor with whoever ended them', async () => {
    const stage = await family()
    await ends['by two of staff']?.(stage)
    for (const [clerk, guardian] of [
      [staff, stage.mother],
      [second, stage.father],
    ] as const) {
      const name = guardian === stage.mother ? '周敏' : '李强'
      await rename(clerk, name)
      expect((await ways.phone?.({ ...clerk, phone: '' }, guardian))?.problem.code).toBe('join_needs_counter')
      app.clock.advance(2)
    }
  })
})

test('of papers that differ no telephone makes one person, and no counter either', () => {
  const form = fc.constantFrom('a', 'b', 'c')
  const records = fc.record<Records>({
    shareChild: fc.boolean(),
    actedOn: fc.boolean(),
    papersFrom: fc.uniqueArray(form),
    papersInto: fc.uniqueArray(form),
  })
  const names = fc.tuple(fc.option(form), fc.option(form))
  fc.assert(
    fc.property(records, names, (books, called) => {
      const read = new Set([...books.papersFrom, ...books.papersInto])
      const apart = books.papersFrom.every((name) => !books.papersInto.includes(name))
      const differ = apart && books.papersFrom.length > 0 && books.papersInto.length > 0
      for (const proof of ['phone', 'wechat'] as const) {
        const two = areTwo(books, called, proof)
        if (books.shareChild || books.actedOn || read.size > 1) expect(two).toBe(true)
        if (read.size === 1 && called.some((name) => name === null || !read.has(name))) expect(two).toBe(true)
      }
      if (differ || books.actedOn || (books.shareChild && apart))
        expect(areTwo(books, called, 'counter')).toBe(true)
    }),
  )
})
