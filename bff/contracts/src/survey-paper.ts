import * as z from 'zod/mini'
import { communityCode, cursor, divisionCode, id, idParams, instant } from './common'
import { placedDivision } from './divisions'
import { endpoint } from './endpoint'
import { answers } from './surveys'

const sheetNumber = z.number().check(z.multipleOf(1), z.minimum(1), z.maximum(99_999))

/** As many forms as are printed at once. */
export const mostForms = 200

export const formRun = z.object({
  id,
  community: placedDivision,
  first: z.number(),
  last: z.number(),
  printedAt: instant,
  /** Sheets of the run that are keyed in, and how many of them were corrected. */
  entered: z.number(),
  corrected: z.number(),
})
export type FormRun = z.infer<typeof formRun>

export const printSurveyForms = endpoint({
  method: 'POST',
  path: '/surveys/:id/forms',
  summary: 'Number a run of paper forms for a community; only these numbers can be entered',
  params: idParams,
  body: z.object({
    community: communityCode,
    copies: z.number().check(z.multipleOf(1), z.minimum(1), z.maximum(mostForms)),
  }),
  reply: formRun,
  status: 201,
  problems: ['not_found', 'not_allowed', 'survey_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const listSurveyForms = endpoint({
  method: 'GET',
  path: '/surveys/:id/forms',
  summary: 'The runs of forms of a division, the newest first, for who works there or above',
  params: idParams,
  query: z.object({ division: divisionCode, cursor: z.optional(cursor) }),
  reply: z.object({ runs: z.array(formRun), next: z.nullable(cursor) }),
  problems: ['not_found'],
})

export const enterPaperAnswer = endpoint({
  method: 'POST',
  path: '/surveys/:id/paper-answers',
  summary: 'Enter a sheet of paper, marked as such; its number counts once in a community',
  params: idParams,
  body: z.object({
    community: communityCode,
    /** The number printed on the sheet. */
    sheet: sheetNumber,
    answers,
    /** In place of what was entered of this sheet before. */
    correct: z.optional(z.boolean()),
  }),
  reply: z.object({ entered: z.number() }),
  status: 201,
  problems: [
    'not_found',
    'not_allowed',
    'survey_not_open',
    'paper_entered',
    'paper_not_printed',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})
