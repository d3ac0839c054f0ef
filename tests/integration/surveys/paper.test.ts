import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { ok } from '../../support/story'
import { goTo } from '../../support/programmes'
import { draft, finish, held, makePlanner, makeSurvey, printForms } from '../../support/surveys'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const township = here.slice(0, 9)
let planner: Person
let resident: Person
let worker: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  planner = await makePlanner(app)
  resident = await makePerson(app)
  worker = await makePerson(app, { grants: [['staff', here]] })
})

const enter = (who: Person, id: string, over: object = {}, key?: string) =>
  app.call<{ entered: number }>('enterPaperAnswer', {
    params: { id },
    body: { community: here, sheet: 1, answers: [0, 0], ...over },
    token: who.token,
    ...(key && { key }),
  })

test('a sheet is entered once for each number of a community, and marked', async () => {
  const { id } = await makeSurvey(app, planner)
  await ok(printForms(app, planner, id, here))
  await ok(printForms(app, planner, id, nextDoor))
  const grid = await makePerson(app, { grants: [['grid_worker', township]] })
  const key = randomUUID()
  const first = await enter(worker, id, {}, key)
  expect(first).toMatchObject({ status: 201, body: { entered: 1 } })
  expect(await enter(worker, id, {}, key)).toMatchObject({ status: 201, body: first.body })
  expect((await enter(worker, id, { answers: [1, 1] }, key)).problem.code).toBe('idempotency_key_reused')
  expect((await enter(worker, id, { answers: [1, 1] })).problem.code).toBe('paper_entered')
  expect((await enter(grid, id)).problem.code).toBe('paper_entered')
  expect((await enter(worker, id, { sheet: 2 })).body).toEqual({ entered: 2 })
  expect((await enter(grid, id, { community: nextDoor })).body).toEqual({ entered: 1 })
  expect(await held(app, id)).toEqual({ participants: 0, answers: 3, results: 0 })
  const { rows } = await app.database.pool.query<{ by: string }>(
    'SELECT entered_by AS by FROM survey_answers WHERE survey_id = $1 AND sheet = 2',
    [id],
  )
  expect(rows).toEqual([{ by: worker.accountId }])
})

test('a sheet is entered by staff and grid workers of the community only, as long as it is not counted', async () => {
  const { id } = await makeSurvey(app, planner)
  await ok(printForms(app, worker, id, here))
  const supervisor = await makePerson(app, { grants: [['supervisor', township]] })
  const away = await makePerson(app, { grants: [['staff', elsewhere]] })
  for (const who of [resident, supervisor, away])
    expect((await enter(who, id)).problem.code).toBe('not_allowed')
  expect((await enter(worker, id, { community: nextDoor })).problem.code).toBe('not_allowed')
  const near = await makeSurvey(app, planner, { division: township })
  expect((await enter(away, near.id, { community: elsewhere })).problem.code).toBe('not_found')
  const { problem } = await enter(worker, id, { answers: [9 % 6, 3] })
  expect(problem.errors?.map((e) => e.path)).toEqual(['body.answers.1'])
  await finish(app, id)
  await goTo(app, app.clock.now(), worker, planner)
  expect((await enter(worker, id)).problem.code).toBe('survey_not_open')
  const drafted = await draft(app, planner)
  expect((await enter(worker, drafted.id)).problem.code).toBe('not_found')
  expect((await enter(planner, drafted.id)).problem.code).toBe('survey_not_open')
})
