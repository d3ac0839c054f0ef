import * as z from 'zod/mini'
import { caseAction, caseEvent } from './case-base'
import { cursor, divisionCode, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'
import { verdictWish } from './rating-slips'
import { followUpState } from './follow-up-case'
import { anyService, grade, reason } from './ratings'

/**
 * Who stands where in a follow-up. The rater is whom it is for; the unit was rated; the handler is the unit above it,
 * higher after every escalation; the reviewer is a unit above the handler; an observer supervises and reads no word.
 */
export const followUpRole = z.enum(['rater', 'unit', 'handler', 'reviewer', 'observer'])
export type FollowUpRole = z.infer<typeof followUpRole>

/** What a list shows of a follow-up: no name, no number of the rated case, no telephone. */
export const followUpSummary = z.object({
  id,
  /** Of the follow-up itself, e.g. `PJ-261125-000007`. */
  number: z.string(),
  readAs: followUpRole,
  state: followUpState,
  service: anyService,
  /** The room or the programme; null for a unit of which fewer than five people could have rated that one so. */
  about: z.nullable(z.string()),
  community: divisionCode,
  communityName: z.string(),
  /** Which division handles it now. */
  handledBy: z.string(),
  grade,
  reasons: z.array(reason),
  openedAt: instant,
  dueAt: z.nullable(instant),
  /** The reader is told days only: of these instants the day counts, not the hour. */
  byDay: z.boolean(),
  overdue: z.boolean(),
  /** How often it went up a level. */
  escalations: z.number(),
  /** Working days end here, whatever was extended. */
  stopAt: instant,
  appealed: z.boolean(),
  /** What was rated is read by two people alone: nobody is called unless the rater agrees, and there are no words. */
  confidential: z.boolean(),
})
export type FollowUpSummary = z.infer<typeof followUpSummary>

export const followUpDetail = z.extend(followUpSummary, {
  /** Without names and numbers; null when nothing was written, and for an observer. */
  text: z.nullable(z.string()),
  supplement: z.nullable(z.string()),
  timeline: z.array(caseEvent),
  can: z.array(caseAction),
  /** The handler may read the rater's name and telephone now (it leaves a record). */
  canReadContact: z.boolean(),
  /** The rated case: for the rater, and for the unit once the rater agreed to be named. */
  rated: z.nullable(z.object({ id, number: z.string(), title: z.string() })),
  named: z.boolean(),
  verdict: z.nullable(z.object({ satisfied: z.boolean(), at: instant })),
})
export type FollowUpDetail = z.infer<typeof followUpDetail>

export const followUpShow = z.enum(['mine', 'overdue', 'open', 'ended'])
export type FollowUpShow = z.infer<typeof followUpShow>

export const listFollowUps = endpoint({
  method: 'GET',
  path: '/follow-ups',
  summary: 'Follow-ups of a division by due time; `mine` is what the reader can act on now',
  query: z.object({
    division: divisionCode,
    show: z.optional(followUpShow),
    cursor: z.optional(cursor),
  }),
  reply: z.object({
    followUps: z.array(followUpSummary),
    counts: z.object({ mine: z.number(), overdue: z.number(), open: z.number() }),
    next: z.nullable(cursor),
  }),
  problems: ['not_found'],
})

export const getFollowUp = endpoint({
  method: 'GET',
  path: '/follow-ups/:id',
  summary: 'One follow-up as its reader may see it',
  params: idParams,
  reply: followUpDetail,
  problems: ['not_found'],
})

export const readRaterContact = endpoint({
  method: 'GET',
  path: '/follow-ups/:id/contact',
  summary: "The rater's name and telephone, for the handler of an open follow-up; leaves an access record",
  params: idParams,
  reply: z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  problems: ['not_found', 'contact_not_justified'],
})

const onFollowUp = {
  method: 'POST',
  params: idParams,
  reply: followUpDetail,
  repeatable: 'key',
} as const
const stepProblems = ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'] as const
const worded = { body: z.object({ note: text(300) }), problems: stepProblems } as const

export const attemptContact = endpoint({
  ...onFollowUp,
  ...worded,
  path: '/follow-ups/:id/attempt',
  summary: 'A call that did not reach the rater, with what was tried',
})
export const contactRater = endpoint({
  ...onFollowUp,
  ...worded,
  path: '/follow-ups/:id/contact',
  summary: 'The first call reached the rater: what they said',
})
export const extendFollowUp = endpoint({
  ...onFollowUp,
  ...worded,
  path: '/follow-ups/:id/extend',
  summary: 'More time to put it right, once, up to the hard stop, with a reason the rater reads',
})
export const rectify = endpoint({
  ...onFollowUp,
  ...worded,
  path: '/follow-ups/:id/rectify',
  summary: 'The rated unit says what it has put right',
})
export const returnToUnit = endpoint({
  ...onFollowUp,
  ...worded,
  path: '/follow-ups/:id/return',
  summary: 'The handler is not convinced: back to the unit',
})
export const tellRater = endpoint({
  ...onFollowUp,
  ...worded,
  path: '/follow-ups/:id/tell',
  summary: 'The call-back: the result was told, and what the rater answered',
})
export const appeal = endpoint({
  ...onFollowUp,
  ...worded,
  path: '/follow-ups/:id/appeal',
  summary: '申诉: the unit holds the rating to be wrong; another unit reviews, once',
})
export const review = endpoint({
  ...onFollowUp,
  path: '/follow-ups/:id/review',
  summary:
    '复核 by another unit. Of an appeal: `stands` lets the rating stand, else it is overturned. Of a bad verdict: `stands` ends it as it is, else it is put right again',
  body: z.object({ stands: z.boolean(), note: text(300) }),
  problems: [...stepProblems, 'second_unit_needed'],
})
export const giveVerdict = endpoint({
  ...onFollowUp,
  path: '/follow-ups/:id/verdict',
  summary: 'The second verdict, by the rater alone',
  body: verdictWish,
  problems: [...stepProblems, 'supplement_given'],
})
export const disclose = endpoint({
  ...onFollowUp,
  path: '/follow-ups/:id/disclose',
  summary: 'The rater agrees that the unit learns who it was',
  body: z.object({}),
  problems: stepProblems,
})
