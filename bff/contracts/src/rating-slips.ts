import * as z from 'zod/mini'
import { day, idParams, instant, text } from './common'
import { digitCode } from './digits'
import { endpoint } from './endpoint'
import { ratingPage, ratingProblems, ratingWish } from './ratings'

/** The secret of a printed slip: 22 characters of base64url. */
const slipToken = z.object({ token: z.string().check(z.regex(/^[\w-]{22}$/)) })

export const printSlip = endpoint({
  method: 'POST',
  path: '/cases/:id/rating-slip',
  summary: 'A slip with a QR for whoever has no app; staff learn nothing of what is rated',
  params: idParams,
  reply: z.object({
    /** Path of the page in the browser app, with the slip's secret. */
    path: z.string(),
    /** The QR of the whole address, as an SVG picture. */
    qr: z.string(),
    number: z.string(),
    title: z.string(),
    on: day,
    communityName: z.string(),
    /** The end of the right to rate: what is printed. */
    rateUntil: instant,
  }),
  status: 201,
  problems: [
    'not_found',
    'not_allowed',
    'rating_early',
    'rating_over',
    'slip_needs_phone',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const getSlip = endpoint({
  method: 'GET',
  path: '/rating-slips/:token',
  summary: 'Where the one-time code of a slip would go; nothing about the case before it is entered',
  params: slipToken,
  reply: z.object({
    phoneEnding: z.string(),
    communityName: z.string(),
    /** After it only what was rated can be opened, and the verdict of its follow-up given. */
    rateUntil: instant,
  }),
  problems: ['slip_over'],
})

export const sendSlipCode = endpoint({
  byDevice: true,
  method: 'POST',
  path: '/rating-slips/:token/code',
  summary: "Send the one-time code to the subject's own telephone",
  params: slipToken,
  body: z.object({}),
  reply: z.object({ expiresAt: instant, nextAt: instant, demoCode: z.optional(z.string()) }),
  status: 201,
  problems: ['slip_over', 'phone_code_too_soon', 'sms_busy', 'sms_not_configured'],
})

export const enterSlip = endpoint({
  byDevice: true,
  method: 'POST',
  path: '/rating-slips/:token/enter',
  summary: 'Enter the code: the same page, for half an hour, and nothing else',
  params: slipToken,
  body: z.object({ code: digitCode(6) }),
  reply: z.object({ pass: z.string(), expiresAt: instant, page: ratingPage }),
  status: 201,
  problems: [
    'slip_over',
    'phone_code_wrong',
    'phone_code_expired',
    'not_found',
    'rating_not_yours',
    'guardian_not_verified',
  ],
})

const pass = z.string().check(z.regex(/^[\w-]{43}$/))

export const rateBySlip = endpoint({
  method: 'POST',
  path: '/rating-slips/:token/rating',
  summary: 'Rate by a slip, under the same rules',
  params: slipToken,
  body: z.extend(ratingWish, { pass }),
  reply: ratingPage,
  status: 201,
  problems: ['slip_over', 'slip_pass_over', ...ratingProblems],
  repeatable: 'key',
})

/** What a person says of how a bad grade was followed up; the words are the 追评. */
export const verdictWish = z.object({ satisfied: z.boolean(), text: z.optional(text(500)) })

export const verdictBySlip = endpoint({
  method: 'POST',
  path: '/rating-slips/:token/verdict',
  summary: 'The second verdict by a slip, under the same rules',
  params: slipToken,
  body: z.extend(verdictWish, { pass }),
  reply: ratingPage,
  problems: [
    'slip_over',
    'slip_pass_over',
    'not_found',
    'action_not_open',
    'supplement_given',
    'rating_not_yours',
    'guardian_not_verified',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})
