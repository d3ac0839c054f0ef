import { resultOf } from '../../../bff/src/modules/surveys/shares'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Survey } from '../../../bff/contracts/src/surveys'
import { monday, testApp } from '../../support/app'
import { ok } from '../../support/story'
import {
  answeredBy,
  draft,
  finish,
  makePlanner,
  makeSurvey,
  printForms,
  resultsIn,
} from '../../support/surveys'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const [township, county] = [here.slice(0, 9), here.slice(0, 6)]
const [farTownship, farCounty] = [elsewhere.slice(0, 9), elsewhere.slice(0, 6)]
let planner: Person
let worker: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  planner = await makePlanner(app)
  worker = await makePerson(app, { grants: [['staff', here]] })
})

const paper = (id: string, sheet: number) =>
  ok(
    app.call('enterPaperAnswer', {
      params: { id },
      body: { community: here, sheet, answers: [sheet % 5, 0] },
      token: worker.token,
    }),
  )

/** The plain count of some communities, option by option. */
async function plainCount(id: string, communities: string[]) {
  const { rows } = await app.database.pool.query<{
    grades: number[]
    choices: number[]
  }>(
    `SELECT ARRAY(SELECT (SELECT count(*)::int FROM survey_answers x WHERE x.survey_id = $1
         AND x.community_code = ANY ($2) AND (x.sheet IS NOT NULL) = p.paper AND x.answers[1] = o)
         FROM generate_series(0, 4) o) AS grades,
       ARRAY(SELECT (SELECT count(*)::int FROM survey_answers x WHERE x.survey_id = $1
         AND x.community_code = ANY ($2) AND (x.sheet IS NOT NULL) = p.paper AND x.answers[2] = o)
         FROM generate_series(0, 2) o) AS choices
     FROM (VALUES (false), (true)) AS p (paper)`,
    [id, communities],
  )
  return {
    questions: [resultOf(rows.map((row) => row.grades)), resultOf(rows.map((row) => row.choices))],
  }
}

const hidden = {
  questions: Array(2).fill({ of: null, shares: null }) as object[],
  byPhone: null,
  onPaper: null,
}

describe('the results', () => {
  const shows = async (survey: Survey, expected: Record<string, string[] | null>) => {
    for (const [division, block] of Object.entries(expected)) {
      const result = await ok(resultsIn(app, survey.id, division))
      expect([division, result]).toMatchObject([
        division,
        block ? await plainCount(survey.id, block) : hidden,
      ])
    }
  }

  test('are a plain count where every block is of one community', async () => {
    const survey = await makeSurvey(app, planner)
    await answeredBy(app, survey.id, here, 7)
    await ok(printForms(app, worker, survey.id, here))
    for (const sheet of [1, 2, 3, 4, 5, 6]) await paper(survey.id, sheet)
    await answeredBy(app, survey.id, elsewhere, 5)
    await finish(app, survey.id)
    await shows(survey, {
      [here]: [here],
      [nextDoor]: null,
      [township]: [here],
      [county]: [here],
      [elsewhere]: [elsewhere],
      [farCounty]: [elsewhere],
      '5323': [here, elsewhere],
    })
  })

  test('do not show a community whose number would give its neighbour’s away', async () => {
    const survey = await makeSurvey(app, planner)
    await answeredBy(app, survey.id, here, 6)
    await answeredBy(app, survey.id, nextDoor, 2)
    await answeredBy(app, survey.id, elsewhere, 5)
    await finish(app, survey.id)
    await shows(survey, {
      [here]: null,
      [nextDoor]: null,
      [township]: [here, nextDoor],
      [farTownship]: [elsewhere],
      '5323': [here, nextDoor, elsewhere],
    })
  })

  test('show a rest with what is far, and then neither alone', async () => {
    const survey = await makeSurvey(app, planner)
    await answeredBy(app, survey.id, here, 5)
    await answeredBy(app, survey.id, elsewhere, 4)
    await finish(app, survey.id)
    await shows(survey, {
      [here]: null,
      [county]: null,
      [elsewhere]: null,
      [farCounty]: null,
      '5323': [here, elsewhere],
    })
  })

  test('of fewer than five are not shown at all, and not to be told from nobody', async () => {
    const [few, none] = [await makeSurvey(app, planner), await makeSurvey(app, planner)]
    await answeredBy(app, few.id, here, 4)
    for (const { id } of [few, none]) await finish(app, id)
    await shows(few, { [here]: null, '5323': null, [nextDoor]: null })
    await shows(none, { [here]: null, '5323': null })
  })

  test('are of divisions that the survey reaches, and not there for a draft', async () => {
    const near = await makeSurvey(app, planner, { division: township })
    const drafted = await draft(app, planner)
    for (const division of [elsewhere, county, '5323', '532301101999'])
      expect((await resultsIn(app, near.id, division, planner)).problem.code).toBe('not_found')
    expect((await resultsIn(app, drafted.id, here)).problem.code).toBe('not_found')
    expect((await ok(resultsIn(app, drafted.id, here, planner))).published).toBe(false)
  })
})
