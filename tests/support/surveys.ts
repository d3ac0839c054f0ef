/** Surveys of these tests, made over HTTP by who may plan them. */
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { expect } from 'vitest'
import type { FormRun } from '../../bff/contracts/src/survey-paper'
import type { Survey } from '../../bff/contracts/src/surveys'
import { closeSurveys } from '../../bff/src/modules/surveys/jobs'
import type { Answer, Sent } from './api'
import type { TestApp } from './app'
import { ok } from './story'
import { makePerson, type Person } from './world'

/** Monday 23 to Friday 27 November 2026 in the whole prefecture: five grades, then three choices. */
export const plan = (over: object = {}) => ({
  division: '5323',
  title: '2026 年社区服务满意度',
  questions: [
    { kind: 'grade', title: '您对社区服务满意吗', options: [] as string[] },
    { kind: 'choice', title: '您最常用哪项服务', options: ['场地', '托管', '法律咨询'] },
  ],
  startsOn: '2026-11-23',
  endsOn: '2026-11-27',
  ...over,
})

type Who = Pick<Person, 'token'>

export const makePlanner = (app: TestApp, division = '5323'): Promise<Person> =>
  makePerson(app, { grants: [['staff', division]] })

export const draft = (app: TestApp, planner: Who, over: object = {}): Promise<Survey> =>
  ok(app.call<Survey>('createSurvey', { body: plan(over), token: planner.token }))

/** One step of a survey; `body` is empty unless it is given. */
export const stepTo = (
  app: TestApp,
  name: EndpointName,
  who: Who,
  id: string,
  sent: Omit<Sent, 'params' | 'token'> = {},
): Promise<Answer<Survey>> => app.call<Survey>(name, { params: { id }, token: who.token, body: {}, ...sent })

/** A published survey. */
export async function makeSurvey(app: TestApp, planner: Who, over: object = {}): Promise<Survey> {
  const { id } = await draft(app, planner, over)
  return ok(stepTo(app, 'publishSurvey', planner, id))
}

export const give = (
  app: TestApp,
  who: Who,
  id: string,
  answers: number[],
  key?: string,
): Promise<Answer<Survey>> => stepTo(app, 'answerSurvey', who, id, { body: { answers }, ...(key && { key }) })

/** Numbers forms for a community, so that sheets can be entered. */
export const printForms = (
  app: TestApp,
  who: Who,
  id: string,
  community: string,
  copies = 20,
): Promise<Answer<FormRun>> =>
  app.call<FormRun>('printSurveyForms', {
    params: { id },
    body: { community, copies },
    token: who.token,
  })

/** A level above ends it, and the next morning has come: it is counted. */
export async function finish(app: TestApp, id: string): Promise<void> {
  await ok(stepTo(app, 'closeSurvey', await makePlanner(app), id))
  app.clock.set(new Date(app.clock.now().getTime() + 86_400_000))
  expect(await closeSurveys(app.deps)).toBeGreaterThan(0)
}

/** So many new people of a community answer. @param answersOf what the n-th of them says */
export async function answeredBy(
  app: TestApp,
  id: string,
  community: string,
  people: number,
  answersOf: (n: number) => number[] = (n) => [n % 5, n % 3],
): Promise<void> {
  for (let n = 0; n < people; n++) await ok(give(app, await makePerson(app, { community }), id, answersOf(n)))
}

export const readSurvey = (app: TestApp, id: string, who?: Who): Promise<Answer<Survey>> =>
  app.call<Survey>('getSurvey', { params: { id }, ...(who && { token: who.token }) })

export interface Results {
  published: boolean
  publishedAt: string | null
  questions: { of: number | null; counts: number[] | null }[]
  byPhone: number | null
  onPaper: number | null
}

export interface Coverage {
  asOf: string | null
  communities: number
  reached: number
  below: { division: { code: string }; communities: number; reached: number; answers: number | null }[]
  next: string | null
}

export const resultsIn = (app: TestApp, id: string, division: string, who?: Who): Promise<Answer<Results>> =>
  app.call<Results>('getSurveyResults', {
    params: { id },
    query: { division },
    ...(who && { token: who.token }),
  })

/** What the database holds of a survey. */
export async function held(
  app: TestApp,
  id: string,
): Promise<{ participants: number; answers: number; results: number }> {
  const { rows } = await app.database.pool.query<{ participants: number; answers: number; results: number }>(
    `SELECT (SELECT count(*)::int FROM survey_participants WHERE survey_id = $1) AS participants,
       (SELECT count(*)::int FROM survey_answers WHERE survey_id = $1) AS answers,
       (SELECT count(*)::int FROM survey_results WHERE survey_id = $1) AS results`,
    [id],
  )
  return rows[0] ?? { participants: -1, answers: -1, results: -1 }
}
