import { beforeAll, expect, test } from 'vitest'
import { mixSurvey } from '../../../bff/src/modules/surveys/jobs'
import { monday, testApp } from '../../support/app'
import { answeredBy, finish, held, makePlanner, makeSurvey } from '../../support/surveys'
import { here, makeDivisions, type Person } from '../../support/world'

const app = await testApp()
let planner: Person

beforeAll(async () => {
  await makeDivisions(app)
  app.clock.set(monday)
  planner = await makePlanner(app)
})

test('nothing in the database joins who answered with what was answered, once it is counted', async () => {
  const { id } = await makeSurvey(app, planner)
  await answeredBy(app, id, here, 6)
  const traces = async () => {
    const { rows } = await app.database.pool.query<{ joined: number; keys: number; inOrder: boolean }>(
      `SELECT (SELECT count(*)::int FROM survey_participants p JOIN survey_answers a USING (survey_id)
           WHERE survey_id = $1 AND p.xmin::text = a.xmin::text) AS joined,
         (SELECT count(*)::int FROM idempotency_keys k JOIN survey_answers a ON a.id = k.result_id) AS keys,
         (SELECT array_agg(id ORDER BY ctid) = array_agg(id ORDER BY id) FROM survey_answers
           WHERE survey_id = $1) AS "inOrder"`,
      [id],
    )
    return rows[0]
  }
  expect(await traces()).toMatchObject({ joined: 6, keys: 0 })
  await finish(app, id)
  const { rowCount } = await app.database.pool.query(
    `SELECT FROM graphile_worker._private_jobs WHERE payload->>'surveyId' = $1`,
    [id],
  )
  expect(rowCount).toBe(1)
  await mixSurvey(app.deps, id)
  expect(await traces()).toEqual({ joined: 0, keys: 0, inOrder: true })
  expect(await held(app, id)).toMatchObject({ participants: 6, answers: 6 })
  const { rows: columns } = await app.database.pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'survey_answers' ORDER BY 1`,
  )
  expect(columns.map(({ name }) => name)).toEqual([
    'answers',
    'community_code',
    'corrections',
    'entered_by',
    'id',
    'sheet',
    'survey_id',
  ])
})
