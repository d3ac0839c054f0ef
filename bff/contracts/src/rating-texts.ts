import * as z from 'zod/mini'
import { communityCode, cursor, day, divisionCode, id, idParams, text } from './common'
import { endpoint } from './endpoint'
import { anyService, service, textRefusal } from './ratings'

/** A text of a rating as others may see it: checked, without names and numbers, never whose. */
export const ratingText = z.object({
  id,
  service: anyService,
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

/** The words of a rating, or those of its 追评. */
export const textPart = z.enum(['text', 'supplement'])
export type TextPart = z.infer<typeof textPart>

/** Words that no checker could decide, as a person looks at them: masked, and without grade, case or hour. */
export const doubtfulText = z.object({
  id,
  part: textPart,
  communityName: z.string(),
  service: anyService,
  text: z.string(),
  public: z.boolean(),
  since: day,
})
export type DoubtfulText = z.infer<typeof doubtfulText>

export const listDoubtfulTexts = endpoint({
  method: 'GET',
  path: '/rating-texts/doubtful',
  summary:
    'Doubtful words below a division, the oldest first, for staff of the units above who had no hand in it',
  query: z.object({ division: divisionCode, cursor: z.optional(cursor) }),
  reply: z.object({
    texts: z.array(doubtfulText),
    /** How many there are in all; a hundred stands for any number above. */
    waiting: z.number(),
    next: z.nullable(cursor),
  }),
  problems: ['not_found'],
})

const judgement = { part: textPart, verdict: z.enum(['pass', 'refuse']) }

/** How many pieces of a text can be hidden where it passes, and how long each may be. */
export const mostHidden = 5
export const longestHidden = 10

/** A refusal says why. What passes needs no reason, and leaves out what names somebody, as it stands in the words shown. */
export const textJudgement = z
  .object({
    ...judgement,
    reason: z.optional(textRefusal),
    hide: z.optional(z.array(text(longestHidden)).check(z.maxLength(mostHidden))),
  })
  .check(
    z.refine((b) => (b.verdict === 'refuse') === (b.reason !== undefined), {
      error: 'reason_of_refusal',
      path: ['reason'],
    }),
    z.refine((b) => b.verdict === 'pass' || b.hide === undefined, { error: 'hide_of_pass', path: ['hide'] }),
  )
export type TextJudgement = z.infer<typeof textJudgement>

const asPattern = (pieces: readonly string[]): string =>
  [...pieces]
    .sort((a, b) => b.length - a.length)
    .map((piece) => piece.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&'))
    .join('|')

/** Does the piece stand in the words? */
export const isIn = (words: string, piece: string): boolean => new RegExp(asPattern([piece]), 'u').test(words)

/** What is read of words whose pieces are hidden: all at once, so that nothing is looked for in a mask. */
export const withHidden = (words: string, pieces: readonly string[]): string =>
  pieces.length === 0 ? words : words.replace(new RegExp(asPattern(pieces), 'gu'), '某某')

export const judgeText = endpoint({
  method: 'POST',
  path: '/rating-texts/:id/judgement',
  summary:
    'Decide once whether doubtful words may be shown; a unit above the rated one does, and the writer is told',
  params: idParams,
  body: textJudgement,
  reply: z.object({ id, ...judgement, reason: z.nullable(textRefusal) }),
  status: 201,
  problems: ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
})
