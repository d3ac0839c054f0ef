import * as z from 'zod/mini'
import { askedDay, cursor, day, divisionCode, id, idParams, instant, text } from './common'
import { placedDivision } from './divisions'
import { endpoint } from './endpoint'

/** `grade` is answered by the five grades of 好差评, `choice` by one of its own options. */
export const question = z.object({
  kind: z.enum(['grade', 'choice']),
  title: text(60),
  /** Of a choice: two to six. Of a grade: none. */
  options: z.array(text(20)).check(z.maxLength(6)),
})
export type Question = z.infer<typeof question>

export const mostQuestions = 5

export const surveyState = z.enum(['draft', 'published', 'closed'])
export type SurveyState = z.infer<typeof surveyState>

export const surveyPlan = z.object({
  division: divisionCode,
  title: text(40),
  about: z.optional(text(200)),
  questions: z.array(question).check(z.minLength(1), z.maxLength(mostQuestions)),
  /** First and last day, both included. */
  startsOn: askedDay,
  endsOn: askedDay,
})
export type SurveyPlan = z.infer<typeof surveyPlan>

export const survey = z.object({
  id,
  division: divisionCode,
  divisionName: z.string(),
  title: z.string(),
  about: z.nullable(z.string()),
  questions: z.array(question),
  startsOn: day,
  /** The last day; of one that was ended early, the day it ends after all. */
  endsOn: day,
  /** A level above has ended it before its time. */
  endedEarly: z.boolean(),
  state: surveyState,
  /** It takes answers now: published, and between its days. */
  open: z.boolean(),
  /** The reader has answered. */
  answered: z.boolean(),
  can: z.array(
    z.enum(['change', 'delete', 'publish', 'close', 'print_forms', 'enter_paper', 'see_coverage']),
  ),
  /** Who runs it may not end it early; a level above may. */
  endsAbove: z.boolean(),
})
export type Survey = z.infer<typeof survey>

/** One answer to every question, in order: the number of the option, from 0. */
export const answers = z
  .array(z.number().check(z.multipleOf(1), z.minimum(0), z.maximum(5)))
  .check(z.maxLength(5))

export const listSurveys = endpoint({
  method: 'GET',
  path: '/surveys',
  summary: 'The surveys that reach a division: open ones for everybody, all of them for who works there',
  query: z.object({ division: divisionCode, cursor: z.optional(cursor) }),
  reply: z.object({ surveys: z.array(survey), next: z.nullable(cursor) }),
  problems: ['not_found'],
})

export const getSurvey = endpoint({
  method: 'GET',
  path: '/surveys/:id',
  summary: 'One survey; a draft only for who works there',
  params: idParams,
  reply: survey,
  problems: ['not_found'],
})

const planProblems = ['not_found', 'survey_plan_wrong', 'idempotency_key_reused'] as const

export const createSurvey = endpoint({
  method: 'POST',
  path: '/surveys',
  summary: 'Draft a survey for a division and everything below it',
  body: surveyPlan,
  reply: survey,
  status: 201,
  problems: planProblems,
  repeatable: 'key',
})

export const changeSurvey = endpoint({
  method: 'POST',
  path: '/surveys/:id',
  summary: 'Change a draft',
  params: idParams,
  body: surveyPlan,
  reply: survey,
  problems: [...planProblems, 'not_allowed', 'action_not_open'],
  repeatable: 'key',
})

const onSurvey = {
  method: 'POST',
  params: idParams,
  body: z.object({}),
  reply: survey,
  problems: ['not_found', 'not_allowed', 'action_not_open', 'survey_plan_wrong', 'idempotency_key_reused'],
  repeatable: 'key',
} as const

export const publishSurvey = endpoint({
  ...onSurvey,
  path: '/surveys/:id/publish',
  summary: 'Publish: from now on the questions do not change',
})
export const closeSurvey = endpoint({
  ...onSurvey,
  path: '/surveys/:id/close',
  summary: 'End it before its last day, after today: for a level above; it is counted the next morning',
  problems: [...onSurvey.problems, 'survey_ends_above'],
})

export const deleteSurvey = endpoint({
  method: 'DELETE',
  path: '/surveys/:id',
  summary: 'Delete a draft: nobody has seen it',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found', 'not_allowed', 'action_not_open'],
  repeatable: 'natural',
})

export const answerSurvey = endpoint({
  method: 'POST',
  path: '/surveys/:id/answers',
  summary: "Answer once, for one's own community; nobody learns who answered what",
  params: idParams,
  body: z.object({ answers }),
  reply: survey,
  status: 201,
  problems: [
    'not_found',
    'survey_not_open',
    'survey_answered',
    'survey_community_needed',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

/**
 * Of a question: how many answered, and between which shares (0…1, in hundredths) those lie who chose each option. People
 * with a telephone and sheets of paper are counted apart, each in fives, and each by up to four more; the range holds
 * both. `of` is null where fewer than five answered in either way, the shares also where they would tell of a few who
 * chose the same.
 */
export const questionResult = z.object({
  of: z.nullable(z.number()),
  shares: z.nullable(z.array(z.object({ low: z.number(), high: z.number() }))),
})

export const getSurveyResults = endpoint({
  method: 'GET',
  path: '/surveys/:id/results',
  summary: 'What was answered in a division, once the survey is over',
  params: idParams,
  query: z.object({ division: divisionCode }),
  reply: z.object({
    survey,
    division: placedDivision,
    /** False until the survey is over. */
    published: z.boolean(),
    publishedAt: z.nullable(instant),
    questions: z.array(questionResult),
    /** By telephone and on paper: that many, or up to four more; null for fewer than five, none included. */
    byPhone: z.nullable(z.number()),
    onPaper: z.nullable(z.number()),
  }),
  problems: ['not_found'],
})

export const getSurveyCoverage = endpoint({
  method: 'GET',
  path: '/surveys/:id/coverage',
  summary:
    'How many communities below had answered at all this morning, by division; never what, and few never as a number',
  params: idParams,
  query: z.object({ division: divisionCode, cursor: z.optional(cursor) }),
  reply: z.object({
    /** The morning that this is of; null before the first. */
    asOf: z.nullable(day),
    communities: z.number(),
    reached: z.number(),
    below: z.array(
      z.object({
        division: placedDivision,
        communities: z.number(),
        reached: z.number(),
        /** In fives, by telephone and on paper apart; null for fewer than five in either way, none included. */
        answers: z.nullable(z.number()),
      }),
    ),
    next: z.nullable(cursor),
  }),
  problems: ['not_found'],
})
