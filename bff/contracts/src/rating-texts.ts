import * as z from 'zod/mini'
import { communityCode, cursor, day, divisionCode, id, idParams, text } from './common'
import { endpoint } from './endpoint'
import { service } from './ratings'

/** A text of a rating as others may see it: checked, without names and numbers, never whose. */
export const ratingText = z.object({
  id,
  service,
  text: z.string(),
  supplement: z.nullable(z.string()),
  reply: z.nullable(z.object({ text: z.string(), by: z.string(), on: day })),
})
export type RatingText = z.infer<typeof ratingText>

export const listRatingTexts = endpoint({
  method: 'GET',
  path: '/communities/:code/rating-texts',
  summary: 'What people wrote and wanted shown, with the answers; without grade, day or name',
  params: z.object({ code: communityCode }),
  query: z.object({ service: z.optional(service), cursor: z.optional(cursor) }),
  reply: z.object({ texts: z.array(ratingText), next: z.nullable(cursor) }),
  problems: ['not_found'],
})

export const listTextsToAnswer = endpoint({
  method: 'GET',
  path: '/rating-texts',
  summary: 'Checked texts of a division that staff may answer, unanswered first',
  query: z.object({
    division: divisionCode,
    show: z.optional(z.enum(['open', 'answered'])),
    cursor: z.optional(cursor),
  }),
  reply: z.object({
    texts: z.array(z.extend(ratingText, { communityName: z.string(), public: z.boolean() })),
    next: z.nullable(cursor),
  }),
  problems: ['not_found'],
})

export const replyToText = endpoint({
  method: 'POST',
  path: '/rating-texts/:id/reply',
  summary: 'Answer a text, once; it stands wherever the text stands',
  params: idParams,
  body: z.object({ text: text(300) }),
  reply: ratingText,
  status: 201,
  problems: ['not_found', 'not_allowed', 'reply_given', 'idempotency_key_reused'],
  repeatable: 'key',
})
