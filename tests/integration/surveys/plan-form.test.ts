/** A plan that is filled in wrongly is told everything at once: faults of shape and faults between fields, of both forms. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { monday, testApp } from '../../support/app'
import { plan as programme } from '../../support/programmes'
import { ok } from '../../support/story'
import { makePlanner, plan as survey } from '../../support/surveys'
import { here, makeDivisions, type Person } from '../../support/world'

const app = await testApp()
let planner: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  planner = await makePlanner(app)
})

async function faults(name: EndpointName, body: object, id?: string): Promise<string[]> {
  const answer = await app.call(name, { body, token: planner.token, ...(id && { params: { id } }) })
  expect(answer.status).toBe(422)
  return (answer.problem.errors ?? []).map(({ path, code }) => `${path} ${code}`)
}

test('of a survey', async () => {
  const wrong = survey({
    title: '',
    questions: [
      { kind: 'grade', title: '', options: [] },
      { kind: 'choice', title: '哪项', options: ['一样'] },
    ],
    endsOn: '2026-11-22',
  })
  const all = [
    'body.endsOn ends_before_start',
    'body.questions.0.title too_small',
    'body.questions.1.options too_few_options',
    'body.title too_small',
  ]
  expect((await faults('createSurvey', wrong)).sort()).toEqual(all)
  const { id } = await ok(app.call<{ id: string }>('createSurvey', { body: survey(), token: planner.token }))
  expect((await faults('changeSurvey', wrong, id)).sort()).toEqual(all)
  const past = survey({ startsOn: '2026-11-01', endsOn: '2026-11-22' })
  expect(await faults('createSurvey', past)).toEqual(['body.endsOn ends_in_past'])
})

test('of a programme', async () => {
  const wrong = programme({
    name: '',
    opensAt: '2026-11-22T01:00:00.000Z',
    closesAt: '2026-11-21T01:00:00.000Z',
    capacity: 100,
    classes: 1,
    ages: { min: 9, max: 6 },
    grades: null,
  })
  const all = [
    'body.ages.max min_above_max',
    'body.capacity over_class_cap',
    'body.closesAt closes_before_opens',
    'body.name too_small',
    'body.opensAt opens_in_past',
  ]
  expect((await faults('createProgramme', { community: here, ...wrong })).sort()).toEqual(all)
  const { id } = await ok(
    app.call<{ id: string }>('createProgramme', {
      body: { community: here, ...programme() },
      token: planner.token,
    }),
  )
  expect((await faults('changeProgramme', wrong, id)).sort()).toEqual(all)
})

test('a draft that nobody has seen is called off without a reason; what families have seen is not', async () => {
  const make = () =>
    ok(
      app.call<{ id: string }>('createProgramme', {
        body: { community: here, ...programme() },
        token: planner.token,
      }),
    )
  const cancel = (id: string, body: object) =>
    app.call('cancelProgramme', { params: { id }, body, token: planner.token })
  const [draft, shown] = [await make(), await make()]
  expect((await cancel(draft.id, {})).status).toBe(200)
  await ok(app.call('publishProgramme', { params: { id: shown.id }, body: {}, token: planner.token }))
  expect((await cancel(shown.id, {})).problem.errors?.map(({ path }) => path)).toEqual(['body.reason'])
  expect((await cancel(shown.id, { reason: '教室漏水' })).status).toBe(200)
})
