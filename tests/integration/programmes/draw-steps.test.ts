import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import {
  closing,
  type Family,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  press,
  signUp,
  stepTo,
} from '../../support/programmes'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let id: string
let families: Family[]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  id = (await makeProgramme(app, staff, { mode: 'draw', capacity: 4, closesAt: closesSoon })).id
  await goTo(app, opening, staff)
  families = []
  for (const size of [1, 2, 1, 1, 3, 1, 2]) families.push(await makeFamily(app, size))
  for (const [n, family] of families.entries())
    await signUp(app, family, id, { group: family.children.length === 1 ? 'one' : n === 1 ? 'all' : 'any' })
})

/** While the sessions of the opening still hold. */
const closesSoon = '2026-11-24T01:05:00.000Z'

describe('a step', () => {
  test('is taken once, in its order, by staff of the community', async () => {
    const resident = await makePerson(app)
    expect((await stepTo(app, 'closeProgramme', resident, id)).problem.code).toBe('not_allowed')
    expect((await stepTo(app, 'drawProgramme', staff, id)).problem.code).toBe('action_not_open')
    // Families have a draw's whole sign-up.
    expect((await stepTo(app, 'closeProgramme', staff, id)).problem.code).toBe('action_not_open')
    app.clock.set(closesSoon)
    const key = 'close-once-0001'
    const [first, second] = [
      await ok(stepTo(app, 'closeProgramme', staff, id, { key })),
      await ok(stepTo(app, 'closeProgramme', staff, id, { key })),
    ]
    expect(second).toEqual(first)
    expect((await stepTo(app, 'closeProgramme', staff, id)).problem.code).toBe('action_not_open')
    expect((await press(app, await makeFamily(app), id)).problem.code).toBe('sign_up_closed')
    await ok(stepTo(app, 'drawProgramme', staff, id))
    expect((await stepTo(app, 'drawProgramme', staff, id)).problem.code).toBe('action_not_open')
  })

  test('of a draw is none of first come', async () => {
    await goTo(app, monday, staff)
    const first = await makeProgramme(app, staff)
    await goTo(app, closing, staff)
    await ok(stepTo(app, 'closeProgramme', staff, first.id))
    expect((await stepTo(app, 'drawProgramme', staff, first.id)).problem.code).toBe('action_not_open')
    expect((await app.call('getDraw', { params: { id: first.id } })).problem.code).toBe('not_found')
  })
})
