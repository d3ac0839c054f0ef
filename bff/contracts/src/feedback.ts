import * as z from 'zod/mini'
import { communityCode, cursor, divisionCode, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'
import { callPhone } from './phone'

export const feedbackAbout = z.enum(['app', 'service'])
export type FeedbackAbout = z.infer<typeof feedbackAbout>

const answer = z.nullable(z.object({ text: z.string(), by: z.string(), at: instant }))

export const ownFeedback = z.object({
  id,
  about: feedbackAbout,
  text: z.string(),
  at: instant,
  answer,
})
export type OwnFeedback = z.infer<typeof ownFeedback>

/** How others read it: without names and numbers, and without its writer. */
export const deskFeedback = z.object({
  id,
  about: feedbackAbout,
  communityName: z.string(),
  text: z.string(),
  at: instant,
  /** A number was given for a call back, and the reader may see it. */
  canCall: z.boolean(),
  answer,
})
export type DeskFeedback = z.infer<typeof deskFeedback>

export const longestFeedback = 1_000

export const writeFeedback = endpoint({
  method: 'POST',
  path: '/feedback',
  summary: 'Say what is wrong here, or what is missing',
  body: z.object({
    community: communityCode,
    about: feedbackAbout,
    text: text(longestFeedback),
    /** For a call back; left out, nobody calls. */
    phone: z.optional(callPhone),
  }),
  reply: ownFeedback,
  status: 201,
  problems: ['not_found', 'feedback_enough', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const listOwnFeedback = endpoint({
  method: 'GET',
  path: '/me/feedback',
  summary: 'What I wrote, and what was answered; newest first',
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ feedback: z.array(ownFeedback), next: z.nullable(cursor) }),
})

export const listFeedback = endpoint({
  method: 'GET',
  path: '/feedback',
  summary: 'What people of a division wrote, for its staff and supervisors; what waits oldest first',
  query: z.object({
    division: divisionCode,
    show: z._default(z.enum(['open', 'answered']), 'open'),
    cursor: z.optional(cursor),
  }),
  reply: z.object({ feedback: z.array(deskFeedback), next: z.nullable(cursor) }),
  problems: ['not_found'],
})

export const answerFeedback = endpoint({
  method: 'POST',
  path: '/feedback/:id/answer',
  summary: 'Answer what somebody wrote; its writer reads it, and a number that was given goes',
  params: idParams,
  body: z.object({ text: text(longestFeedback) }),
  reply: deskFeedback,
  problems: ['not_found', 'not_allowed', 'feedback_answered', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const readFeedbackPhone = endpoint({
  method: 'GET',
  path: '/feedback/:id/phone',
  summary: 'The number that was given for a call back; the reading is recorded',
  params: idParams,
  reply: z.object({ phone: z.string() }),
  problems: ['not_found', 'contact_not_justified'],
})
