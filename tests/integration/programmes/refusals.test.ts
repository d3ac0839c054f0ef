import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { makeChild, ofChild } from '../../support/children'
import { closing, goTo, makeFamily, makeProgramme, opening, press } from '../../support/programmes'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  id = (await makeProgramme(app, staff)).id
  await goTo(app, opening, staff)
})

describe('is refused', () => {
  test('before the opening, to the second, and after the closing', async () => {
    const family = await makeFamily(app)
    await goTo(app, new Date(Date.parse(opening) - 1), family)
    expect((await press(app, family, id)).problem.code).toBe('sign_up_not_open')
    await goTo(app, closing, family)
    expect((await press(app, family, id)).problem.code).toBe('sign_up_closed')
    await goTo(app, new Date(Date.parse(closing) - 1), family)
    expect((await press(app, family, id)).status).toBe(201)
  })

  test('with every fault of every child', async () => {
    await goTo(app, monday, staff)
    const young = await makeProgramme(app, staff, { grades: { min: 4, max: 6 } })
    const aged = await makeProgramme(app, staff, { grades: null, ages: { min: 6, max: 8 } })
    await goTo(app, opening)
    const family = await makeFamily(app)
    const big = await makeChild(app, family, { nickname: '大宝', birthDate: '2012-01-05', grade: 8 })
    await ok(ofChild(app, 'decideConsent', family, big.id, { body: { version: 1, decision: 'refused' } }))
    const children = [...family.children, big.id]
    const byGrade = await press(app, family, young.id, { children, group: 'any' })
    expect(byGrade.status).toBe(422)
    expect(byGrade.problem).toMatchObject({
      code: 'grade_too_low',
      errors: [
        { path: 'body.children.0', code: 'grade_too_low' },
        { path: 'body.children.1', code: 'grade_too_high' },
        { path: 'body.children.1', code: 'consent_needed' },
      ],
    })
    const byAge = await press(app, family, aged.id, { children, group: 'any' })
    expect(byAge.problem.errors?.map((e) => e.code)).toEqual([
      'child_too_old',
      'child_too_old',
      'consent_needed',
    ])
  })

  test('for a child of somebody else, and for a programme that is not there', async () => {
    const [family, other] = [await makeFamily(app), await makeFamily(app)]
    expect((await press(app, family, id, { children: other.children })).problem.code).toBe('not_found')
    expect((await press(app, family, other.children[0] ?? '')).problem.code).toBe('not_found')
  })
})
