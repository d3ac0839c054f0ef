import * as z from 'zod/mini'
import { communityCode, cursor, day, divisionCode, empty, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'
import { me } from './identity'

/** Texts of the deployment: what is agreed to, who processes what, help, and what this is. */
export const textKey = z.enum(['agreement', 'privacy', 'processors', 'help', 'about'])
export type TextKey = z.infer<typeof textKey>

const block = z.object({ kind: z.enum(['heading', 'text', 'item']), text: z.string() })

export const getText = endpoint({
  method: 'GET',
  path: '/texts/:key',
  summary: 'One text of the deployment, with its version and date',
  params: z.object({ key: textKey }),
  reply: z.object({
    key: textKey,
    title: z.string(),
    version: z.string(),
    date: day,
    blocks: z.array(block),
  }),
})

/** Which versions are asked for together: agreement, privacy policy, processors, e.g. `1-1-1`. */
export const agreedVersion = z.string().check(z.regex(/^[\w.]{1,20}(-[\w.]{1,20}){2}$/))

export const getAgreement = endpoint({
  method: 'GET',
  path: '/agreement',
  summary: 'What is accepted at the first sign-in, and again when it changes',
  reply: z.object({
    version: agreedVersion,
    texts: z.array(z.object({ key: textKey, title: z.string(), date: day })),
  }),
})

export const acceptAgreement = endpoint({
  method: 'POST',
  path: '/me/agreement',
  summary: 'Accept a newer version while signed in',
  body: z.object({ version: agreedVersion }),
  reply: me,
  problems: ['agreement_needed'],
  repeatable: 'natural',
})

export const sendFeedback = endpoint({
  method: 'POST',
  path: '/feedback',
  summary: 'Say something about the app; staff of the community read it',
  body: z.object({ community: communityCode, text: text(500) }),
  reply: empty,
  status: 201,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})

const said = z.object({
  id,
  at: instant,
  communityName: z.string(),
  text: z.string(),
  readBy: z.nullable(z.string()),
})
export type Said = z.infer<typeof said>

export const listFeedback = endpoint({
  method: 'GET',
  path: '/desk/feedback',
  summary: 'What people said about the app, newest first; without who it was',
  query: z.object({ division: divisionCode, cursor: z.optional(cursor) }),
  reply: z.object({ feedback: z.array(said), next: z.nullable(cursor) }),
  problems: ['not_found'],
})

export const readFeedback = endpoint({
  method: 'POST',
  path: '/desk/feedback/:id/read',
  summary: 'Somebody has read it and looks after it',
  params: idParams,
  body: z.object({}),
  reply: empty,
  problems: ['not_found'],
  repeatable: 'natural',
})
