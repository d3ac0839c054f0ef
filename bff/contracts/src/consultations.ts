/** Asking, answering and asking on; all of it between two people (docs/product.md › Legal consultation). */
import * as z from 'zod/mini'
import { communityCode, empty, idParams } from './common'
import { consultationDetail } from './consultation-case'
import { intake, lineFiles, lineWords, thread } from './consultation-thread'
import { refusals, write } from './consultation-write'
import { endpoint } from './endpoint'

const asked = z.extend(intake, {
  community: communityCode,
  /** Stays unnamed to the community: nobody but the adviser learns who asks, and nobody comes to the door. */
  unnamed: z.boolean(),
  files: lineFiles,
})
export type AskedConsultation = z.infer<typeof asked>

export const requestConsultation = endpoint({
  method: 'POST',
  path: '/consultations',
  summary: 'A resident asks; the desk owes a first answer in two working days',
  body: asked,
  reply: consultationDetail,
  status: 201,
  problems: [
    'not_found',
    'file_gone',
    'consultations_open',
    'consultations_taken_back',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const readThread = endpoint({
  method: 'GET',
  path: '/consultations/:id/thread',
  summary:
    'The thread, for whoever asked and for whoever works on it now; an adviser’s reading leaves a record',
  params: idParams,
  reply: thread,
  problems: ['not_found'],
})

export const markThreadRead = endpoint({
  method: 'POST',
  path: '/consultations/:id/read',
  summary: 'Say up to which line one has read',
  params: idParams,
  body: z.object({ upTo: z.int().check(z.minimum(0), z.maximum(100_000)) }),
  reply: empty,
  problems: ['not_found'],
  repeatable: 'natural',
})

export const addToConsultation = endpoint({
  ...write,
  path: '/consultations/:id/lines',
  summary: 'The person adds something, answers a question, or asks on within 14 days of its end',
  body: z.object({ words: lineWords, files: lineFiles }),
  problems: [...refusals, 'file_gone'],
})
export const thankAdviser = endpoint({
  ...write,
  path: '/consultations/:id/thank',
  summary: 'The person says thank you, once',
  body: empty,
})
export const cancelConsultation = endpoint({
  ...write,
  path: '/consultations/:id/cancel',
  summary: 'The person withdraws it',
  body: empty,
})
export const answerConsultation = endpoint({
  ...write,
  path: '/consultations/:id/answer',
  summary: 'The adviser answers, or asks something back',
  body: z.object({ as: z.enum(['answer', 'ask']), words: lineWords, files: lineFiles }),
  problems: [...refusals, 'file_gone'],
})
export const correctLine = endpoint({
  ...write,
  path: '/consultations/:id/correct',
  summary: 'The adviser corrects a line of their own by a new one; nothing is ever edited',
  body: z.object({ n: z.int().check(z.minimum(1)), words: lineWords }),
})
export const closeConsultation = endpoint({
  ...write,
  path: '/consultations/:id/close',
  summary: 'The adviser closes what was answered; for 14 days the person can ask on',
  body: empty,
})
