/** With two verified guardians nobody ends alone what cannot be brought back: it freezes at once and is final after three days. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { finishFreezes } from '../../../bff/src/modules/children/freezes'
import { careFactsOf } from '../../../bff/src/modules/children/service'
import { childPorts } from '../../../bff/src/lines'
import { testApp } from '../../support/app'
import { linkOf, ofChild, proofsOf, summaryOf } from '../../support/children'
import { deliverAll, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { twoGuardians } from '../../support/two-guardians'
import { makeDivisions, type Person, signIn } from '../../support/world'

const app = await testApp()
let [mother, father, staff] = [] as unknown as Person[] as [Person, Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
})
beforeEach(async () => {
  ;({ mother, father, staff, id } = await twoGuardians(app))
})

const refuse = (who: Person) =>
  ofChild(app, 'decideConsent', who, id, { body: { version: 1, decision: 'refused' } })
const erase = (who: Person) =>
  ofChild<{ erasedAt: string | null; finalAt: string | null }>(app, 'eraseChild', who, id, { body: {} })
const takeBack = (who: Person) => ofChild(app, 'takeBackFreeze', who, id, { body: {} })
const stop = async (who: Person, by = staff) =>
  ofChild(app, 'stopFreeze', by, await linkOf(app, who, id), { body: {} })
const codeOf = (answer: { problem: { code?: string } }) => answer.problem.code
const finalAt = '2026-11-26T02:12:00.000Z'
async function at(when: string): Promise<void> {
  app.clock.set(when)
  for (const one of [mother, father, staff]) Object.assign(one, await signIn(app.deps, one.accountId))
}
const readers = ['getChild', 'exportChild', 'listChildAccess', 'getChildDays'] as const
const readable = async (who: Person): Promise<(string | number)[]> =>
  Promise.all(
    readers.map(async (name) => {
      const answer = await ofChild(app, name, who, id)
      return codeOf(answer) ?? answer.status
    }),
  )
const facts = (inside?: ReadonlySet<string>) =>
  careFactsOf(app.deps.db, app.deps.cipher, [id], '2026-11-23', inside)

describe.each([
  ['a withdrawal', refuse, 'consent', 'guardian_frozen'],
  ['an erasure', erase, 'erase', 'guardian_erasing'],
] as const)('%s', (_, ask, what, kind) => {
  test('freezes at once: neither guardian reads, nor do carers, but of a child that is in the building', async () => {
    await ok<unknown>(ask(mother))
    for (const who of [mother, father]) expect(await readable(who)).toEqual(readers.map(() => 'child_frozen'))
    expect((await facts()).size).toBe(0)
    expect((await facts(new Set([id]))).get(id)?.allergies).toBe('花生过敏')
    expect(await summaryOf(app, mother, id)).toMatchObject({ frozen: { what, finalAt, mine: true } })
    expect(await summaryOf(app, father, id)).toMatchObject({ frozen: { what, finalAt, mine: false } })
  })

  test('is told to the other in the moment, and changes nothing that could be lost', async () => {
    await ok<unknown>(ask(mother))
    await deliverAll(app)
    const { notices } = await ok(
      app.call<{ notices: { kind: string }[] }>('listNotices', { token: father.token }),
    )
    expect(notices.map((one) => one.kind)).toContain(kind)
    expect(await proofsOf(app, id)).toEqual([])
  })

  test('is taken back by whoever asked, and by nobody else', async () => {
    await ok<unknown>(ask(mother))
    expect(codeOf(await takeBack(father))).toBe('not_allowed')
    await ok<unknown>(takeBack(mother))
    expect(await readable(father)).toEqual(readers.map(() => 200))
  })

  test('is stopped at the counter for the other, on the record, and not asked again by phone', async () => {
    await ok<unknown>(ask(mother))
    expect(codeOf(await stop(mother))).toBe('not_allowed')
    await ok<unknown>(stop(father))
    expect(await readable(mother)).toEqual(readers.map(() => 200))
    const { rows } = await app.database.pool.query(
      'SELECT outcome, ended_by, for_guardian FROM child_freezes WHERE child_id = $1',
      [id],
    )
    expect(rows).toEqual([
      { outcome: 'stopped', ended_by: staff.accountId, for_guardian: await linkOf(app, father, id) },
    ])
    for (const again of [refuse, erase]) expect(codeOf(await again(mother))).toBe('freeze_was_stopped')
  })

  test('is final after three days by the clock, whenever the job comes, and once', async () => {
    await ok<unknown>(ask(mother))
    await at('2026-11-26T02:11:59Z')
    expect(await finishFreezes(app.deps, childPorts)).toBe(0)
    expect(await readable(father)).toContain('child_frozen')
    await at(finalAt)
    const before = await readable(father)
    expect(before[0]).toBe(what === 'erase' ? 'not_found' : 200)
    if (what === 'consent')
      expect((await ofChild(app, 'getChild', father, id)).body).toMatchObject({
        refused: true,
        allergies: null,
      })
    expect((await stop(father)).status).toBeGreaterThan(400)
    values(await together(2, () => finishFreezes(app.deps, childPorts)))
    const { rows } = await app.database.pool.query('SELECT outcome FROM child_freezes WHERE child_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ outcome: 'final' }])
    expect(await readable(father)).toEqual(before)
    expect((await proofsOf(app, id)).map((p) => p.tag)).toContain('health')
  })
})

test('what is final by the clock and not by the job keeps nobody from asking for erasure', async () => {
  await ok<unknown>(refuse(father))
  await at(finalAt)
  expect(await ok(erase(mother))).toEqual({ erasedAt: null, finalAt: '2026-11-29T02:12:00.000Z' })
  const { rows } = await app.database.pool.query(
    'SELECT what, outcome FROM child_freezes WHERE child_id = $1 ORDER BY asked_at',
    [id],
  )
  expect(rows).toEqual([
    { what: 'consent', outcome: 'final' },
    { what: 'erase', outcome: null },
  ])
})

test('both ask at once: one freeze', async () => {
  const answers = values(
    await together<{ status: number; problem: { code?: string } }>(2, (n) =>
      n ? refuse(mother) : erase(father),
    ),
  )
  expect(answers.map((a) => a.problem.code ?? 'frozen').sort()).toEqual(['child_frozen', 'frozen'])
})

test('another name does not make one of two the only one who decides', async () => {
  await ok(ofChild(app, 'changeChild', mother, id, { body: { name: '李大满' } }))
  expect((await summaryOf(app, mother, id))?.verified).toBe(false)
  expect(await readable(father)).toEqual(readers.map(() => 200))
  expect((await ok(erase(mother))).finalAt).toBe(finalAt)
})

test('to keep somebody away does not wait', async () => {
  await ok<unknown>(erase(father))
  expect((await ofChild(app, 'barPerson', mother, id, { body: { name: '张三' } })).status).toBe(201)
  expect(
    codeOf(
      await ofChild(app, 'makePickupCode', mother, id, {
        body: { day: '2026-11-23', name: '王阿姨', relation: 'other' },
      }),
    ),
  ).toBe('child_frozen')
})
