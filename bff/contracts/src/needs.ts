/** Asking for a hand, arranging who comes, and saying whether it was met (docs/needs.md). */
import * as z from 'zod/mini'
import { noteText } from './case-base'
import { askedDay, askedInstant, communityCode, idParams, text } from './common'
import { endpoint } from './endpoint'
import { dayPart, help, needDetail, relation } from './need-case'
import { personServed } from './people'

/** How far ahead a day can be wished for, and somebody be arranged. */
export const needDaysAhead = 60
/** The longest that somebody comes for, in hours. */
export const needHours = 12

const wished = z.object({
  community: communityCode,
  help,
  wish: text(300),
  place: z.nullable(text(60)),
  day: z.nullable(askedDay),
  part: dayPart,
})
export type WishedNeed = z.infer<typeof wished>

export const askedNeed = z.extend(wished, {
  /** Somebody of the family; null or left out: whoever asks. */
  forWhom: z.optional(z.nullable(z.extend(personServed, { relation }))),
})
export type AskedNeed = z.infer<typeof askedNeed>

export const filedNeed = z.extend(wished, { person: personServed, way: z.enum(['counter', 'phone']) })
export type FiledNeed = z.infer<typeof filedNeed>

/** Chosen, not written: what somebody would write of it is for no timeline that staff read without a record. */
export const unmetReason = z.enum(['nobody_came', 'not_finished', 'once_more'])
export type UnmetReason = z.infer<typeof unmetReason>

export const requestNeed = endpoint({
  method: 'POST',
  path: '/needs',
  summary: 'A resident asks for a hand; staff owe an answer',
  body: askedNeed,
  reply: needDetail,
  status: 201,
  problems: ['not_found', 'needs_open', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const fileNeed = endpoint({
  method: 'POST',
  path: '/needs/filed',
  summary: 'Staff write down what somebody at the counter, or on the telephone, needs a hand with',
  body: filedNeed,
  reply: needDetail,
  status: 201,
  problems: ['not_found', 'needs_open', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const readNeed = endpoint({
  method: 'GET',
  path: '/needs/:id/words',
  summary:
    'What it is about, for whom, where, and who comes, for staff with an open case; leaves an access record',
  params: idParams,
  reply: z.object({
    wish: z.nullable(z.string()),
    place: z.nullable(z.string()),
    helper: z.nullable(z.string()),
    /** Whom it is for and their number, as whoever asked for them wrote it. */
    person: z.nullable(z.string()),
    phone: z.nullable(z.string()),
  }),
  problems: ['not_found', 'contact_not_justified'],
})

const decision = {
  method: 'POST',
  params: idParams,
  reply: needDetail,
  problems: ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
} as const
const noted = z.object({ note: noteText })

export const arrangedNeed = z.object({
  startsAt: askedInstant,
  endsAt: askedInstant,
  /** Who comes, as the person reads it, e.g. 志愿者小赵. */
  helper: text(30),
})

export const arrangeNeed = endpoint({
  ...decision,
  path: '/needs/:id/arrange',
  summary: 'Staff say who comes and when; of two at once, one does',
  body: arrangedNeed,
})
export const rearrangeNeed = endpoint({
  ...decision,
  path: '/needs/:id/rearrange',
  summary: 'Another time, or somebody else, of what was arranged',
  body: arrangedNeed,
})
export const reopenNeed = endpoint({
  ...decision,
  path: '/needs/:id/reopen',
  summary: 'Whoever was to come cannot: staff look for somebody else, and say so',
  body: noted,
})
export const refuseNeed = endpoint({
  ...decision,
  path: '/needs/:id/refuse',
  summary: 'Staff refuse, with the reason that the person reads',
  body: noted,
})
export const cancelNeed = endpoint({
  ...decision,
  path: '/needs/:id/cancel',
  summary: 'The person no longer needs it',
  body: z.object({}),
})
export const needMet = endpoint({
  ...decision,
  path: '/needs/:id/met',
  summary: 'The person says that it was met',
  body: z.object({}),
})
export const needUnmet = endpoint({
  ...decision,
  path: '/needs/:id/unmet',
  summary: 'The person says that it was not met: it is open again, under the same number',
  body: z.object({ why: z.optional(unmetReason) }),
})
export const toldMet = endpoint({
  ...decision,
  path: '/needs/:id/told-met',
  summary: 'Staff write down what the person said by telephone: it was met',
  body: noted,
})
export const toldUnmet = endpoint({
  ...decision,
  path: '/needs/:id/told-unmet',
  summary: 'Staff write down what the person said by telephone: it was not met, and is open again',
  body: noted,
})
export const needUnreached = endpoint({
  ...decision,
  path: '/needs/:id/unreached',
  summary: 'A week after the visit nobody could be reached: staff write down what they tried',
  body: noted,
})
