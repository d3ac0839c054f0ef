/** Without consent, and without a child, there is no place and no wait: both go to the next family at once. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../support/api'
import { monday, testApp } from '../../support/app'
import { ofChild, proofsOf } from '../../support/children'
import {
  counted,
  type Family,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  press,
  signUp,
} from '../../support/programmes'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
await makeDivisions(app)
let staff: Person
let [first, second] = [] as unknown as [Family, Family]
let programmeId: string

beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  ;[first, second] = await Promise.all([makeFamily(app), makeFamily(app)])
  programmeId = (await makeProgramme(app, staff, { capacity: 1 })).id
  await goTo(app, opening, first, second)
})

const childOf = (family: Family): string => family.children[0] ?? ''
const refuse = (family: Family) =>
  ofChild(app, 'decideConsent', family, childOf(family), { body: { version: 1, decision: 'refused' } })
const erase = (family: Family) => ofChild(app, 'eraseChild', family, childOf(family), { body: {} })

describe.each([
  ['a refusal', refuse],
  ['an erasure', erase],
])('%s', (_, leave) => {
  test('gives the place back, and the next in line is offered it', async () => {
    await signUp(app, first, programmeId)
    await signUp(app, second, programmeId)
    await ok<unknown>(leave(first))
    expect(await counted(app, programmeId)).toEqual({ taken: 1, states: { cancelled: 1, held: 1 } })
  })

  test('leaves the line, and nobody else is moved', async () => {
    await signUp(app, first, programmeId)
    await signUp(app, second, programmeId)
    await ok<unknown>(leave(second))
    expect(await counted(app, programmeId)).toEqual({ taken: 1, states: { cancelled: 1, confirmed: 1 } })
  })

  test('in the same moment as the sign-up leaves no place behind', async () => {
    await goTo(app, monday, staff)
    const wide = await makeProgramme(app, staff, { capacity: 20 })
    const families = await Promise.all(Array.from({ length: 6 }, () => makeFamily(app)))
    await goTo(app, opening, ...families)
    const answers = values(
      await together<Answer<unknown>>(12, (n) => {
        const family = families[Math.floor(n / 2)] as Family
        return n % 2 ? leave(family) : press(app, family, wide.id)
      }),
    )
    // Whoever presses while the child goes is told so, or to look again.
    const codes = answers.map((a) => a.problem.code ?? 'done')
    expect(new Set(['done', 'consent_needed', 'not_found', 'busy', ...codes]).size).toBe(4)
    const { taken, states } = await counted(app, wide.id)
    expect([taken, states.confirmed ?? 0]).toEqual([0, 0])
  })
})

test('a refusal that cannot be carried out in the programmes is no refusal', async () => {
  await signUp(app, first, programmeId)
  await app.database.pool.query(
    `CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
     CREATE TRIGGER stay BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION stay()`,
  )
  try {
    expect((await refuse(first)).status).toBe(500)
  } finally {
    await app.database.pool.query('DROP TRIGGER stay ON cases; DROP FUNCTION stay()')
  }
  const child = await ok(ofChild(app, 'getChild', first, childOf(first)))
  expect(child).toMatchObject({ consented: true, allergies: '花生过敏' })
  expect(await proofsOf(app, childOf(first))).toEqual([])
})
