import * as z from 'zod/mini'
import { agreedVersions } from './agreed'
import { communityCode, cursor, divisionCode, empty, id, instant, text, personName } from './common'
import { digitCode } from './digits'
import { placedDivision } from './divisions'
import { endpoint } from './endpoint'
import { mobilePhone } from './phone'
import { role } from './roles'

const phoneCode = digitCode(6)

/** What the list of devices shows, e.g. `Android 浏览器`. */
const device = text(60)

/**
 * Which versions of the texts were ticked. May be missing where the account has agreed to those in effect; otherwise
 * `agreement_needed` names them, and nothing was opened or spent.
 */
const agreed = z.optional(agreedVersions)

/** A role at a division; it reaches that division and everything below (docs/product.md › Rule 7). */
export const grant = z.object({ role, division: divisionCode, divisionName: z.string() })
export type Grant = z.infer<typeof grant>

export const tokens = z.object({
  accessToken: z.string(),
  accessExpiresAt: instant,
  refreshToken: z.string(),
  refreshExpiresAt: instant,
})
export type Tokens = z.infer<typeof tokens>

export const me = z.object({
  id,
  /** Null until the person gives one; asked for only where someone has to call back. */
  name: z.nullable(z.string()),
  /** Masked, e.g. `138****0001`. */
  phone: z.nullable(z.string()),
  /** Whole, so that the app knows name and telephone of the place from the moment of signing in. */
  community: z.nullable(placedDivision),
  elderMode: z.boolean(),
  grants: z.array(grant),
})
export type Me = z.infer<typeof me>

/** `stayed`: they had asked to leave, and have taken it back by signing in. */
const signedIn = z.extend(tokens, { me, stayed: z.optional(z.literal(true)) })
export type SignedIn = z.infer<typeof signedIn>

export const requestPhoneCode = endpoint({
  byDevice: true,
  method: 'POST',
  path: '/phone-codes',
  summary: 'Send a one-time code to a phone',
  body: z.object({ phone: mobilePhone }),
  reply: z.object({
    expiresAt: instant,
    /** When another one may be asked for. */
    nextAt: instant,
    /** Only on a demonstration server: the code itself, to be shown on screen. */
    demoCode: z.optional(z.string()),
  }),
  status: 201,
  problems: ['phone_code_too_soon', 'sms_not_configured', 'sms_busy'],
})

export const signInByPhone = endpoint({
  byDevice: true,
  method: 'POST',
  path: '/sessions/phone',
  summary: 'Sign in with a phone and its one-time code',
  body: z.object({
    phone: mobilePhone,
    code: phoneCode,
    device,
    /** Asked for when the number was silent for long: whose account it was. */
    name: z.optional(personName),
    /** That account is somebody else's, or its name is forgotten: a new one. */
    anew: z.optional(z.boolean()),
    agreed,
  }),
  /** `begun`: a new account, while the earlier one of this number waits for its owner at the counter. */
  reply: z.extend(signedIn, { begun: z.optional(z.literal('anew')) }),
  status: 201,
  problems: ['phone_code_wrong', 'phone_code_expired', 'name_needed', 'name_wrong', 'anew_needed'],
  // A code is spent by its first use: if that answer is lost, the same key gets the same session.
  repeatable: 'key',
})

export const signInByWechat = endpoint({
  method: 'POST',
  path: '/sessions/wechat',
  summary: 'Sign in with the code of wx.login',
  body: z.object({ code: z.string().check(z.regex(/^[\w-]{1,128}$/)), device, agreed }),
  reply: signedIn,
  status: 201,
  problems: ['wechat_code_invalid', 'wechat_busy', 'wechat_blocked', 'wechat_not_configured'],
})

export const demoPerson = z.object({
  key: z.string(),
  title: z.string(),
  says: z.string(),
  community: z.string(),
})
export type DemoPerson = z.infer<typeof demoPerson>

export const listDemoPeople = endpoint({
  method: 'GET',
  path: '/demo-people',
  summary: 'Who can be tried on a demonstration server (404 elsewhere)',
  reply: z.object({ people: z.array(demoPerson) }),
  problems: ['not_found'],
})

export const signInAsDemo = endpoint({
  method: 'POST',
  path: '/sessions/demo',
  summary: 'Sign in as a demonstration person (404 elsewhere)',
  body: z.object({ person: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)), device, agreed }),
  reply: signedIn,
  status: 201,
  problems: ['not_found'],
})

export const refreshSession = endpoint({
  method: 'POST',
  path: '/sessions/refresh',
  summary:
    'Exchange a refresh token for new tokens; the old one is spent, and its second use ends the session',
  body: z.object({ refreshToken: z.string().check(z.maxLength(200)) }),
  reply: tokens,
  problems: ['session_expired', 'session_revoked'],
  repeatable: 'key',
})

export const deviceSession = z.object({
  id,
  device: z.string(),
  signedInAt: instant,
  lastUsedAt: instant,
  current: z.boolean(),
})
export type DeviceSession = z.infer<typeof deviceSession>

export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  summary: 'The devices signed in to this account',
  reply: z.object({ sessions: z.array(deviceSession) }),
})

export const endSession = endpoint({
  method: 'DELETE',
  path: '/sessions/:id',
  summary: 'Log one device out, at once (`current` is this one)',
  params: z.object({ id: z.union([id, z.literal('current')]) }),
  reply: empty,
  problems: ['not_found'],
  repeatable: 'natural',
  beforeAgreement: true,
})

export const endAllSessions = endpoint({
  method: 'DELETE',
  path: '/sessions',
  summary: 'Log out everywhere, at once, this device too',
  reply: empty,
  repeatable: 'natural',
  beforeAgreement: true,
})

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, and what they may do where',
  reply: me,
})

export const updateMe = endpoint({
  // Not PATCH: wx.request and my.request cannot send it.
  method: 'POST',
  path: '/me',
  summary: 'Change name, community or large-text mode',
  body: z
    .object({
      name: z.optional(personName),
      community: z.optional(communityCode),
      elderMode: z.optional(z.boolean()),
    })
    .check(z.refine((b) => Object.keys(b).length > 0, 'nothing_to_change')),
  reply: me,
  problems: ['names_today', 'name_verified', 'not_found'],
  repeatable: 'natural',
})

export const bindPhone = endpoint({
  // The second proof goes to it, and leaving needs that.
  beforeAgreement: true,
  byDevice: true,
  method: 'POST',
  path: '/me/phone',
  summary:
    'Give the account a telephone number, proved by a one-time code, for call-backs and for signing in',
  body: z.object({ phone: mobilePhone, code: phoneCode }),
  reply: me,
  problems: ['phone_code_wrong', 'phone_code_expired', 'phone_taken', 'phone_bound'],
  repeatable: 'natural',
})

/** One reading of somebody's protected data (docs/product.md › Rule 6). */
export const accessRecord = z.object({
  id,
  at: instant,
  reader: z.string(),
  tag: z.enum(['contact', 'child', 'health', 'legal']),
  /** Null where it was no case: a number that was left for a call back, or the person took all of it along. */
  caseId: z.nullable(id),
  /** The room or the programme that the case is about. */
  about: z.nullable(z.string()),
  /** It was for the reader's own rating of that. */
  rated: z.boolean(),
})
export type AccessRecord = z.infer<typeof accessRecord>

export const listAccessRecords = endpoint({
  method: 'GET',
  path: '/me/access-records',
  summary: 'Who read my protected data, when, and for which case; newest first',
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ records: z.array(accessRecord), next: z.nullable(cursor) }),
})
