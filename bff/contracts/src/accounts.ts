import * as z from 'zod/mini'
import { communityCode, divisionCode, empty, id, idParams, instant, personName, text } from './common'
import { digitCode } from './digits'
import { endpoint } from './endpoint'
import { me } from './identity'
import { mobilePhone } from './phone'

const proven = z.object({ phone: mobilePhone, code: digitCode(6) })

export const joinByPhone = endpoint({
  byDevice: true,
  method: 'POST',
  path: '/me/joins/phone',
  summary: 'Make one of two accounts of one person: this one, and that of a number proved by its code',
  body: proven,
  reply: me,
  problems: [
    'phone_code_wrong',
    'phone_code_expired',
    'join_nothing',
    'join_needs_counter',
    'confirm_needed',
  ],
  repeatable: 'natural',
})

export const joinByWechat = endpoint({
  method: 'POST',
  path: '/me/joins/wechat',
  summary: "The same with the account of wx.login's person; one that has none opens this account from now on",
  body: z.object({ code: z.string().check(z.regex(/^[\w-]{1,128}$/)) }),
  reply: me,
  problems: [
    'wechat_code_invalid',
    'wechat_busy',
    'wechat_blocked',
    'wechat_not_configured',
    'join_needs_counter',
    'confirm_needed',
  ],
})

export const changePhone = endpoint({
  byDevice: true,
  method: 'POST',
  path: '/me/phone/change',
  summary: 'Another number for this account, proved by a code to it; the old one is told',
  body: proven,
  reply: me,
  problems: ['phone_code_wrong', 'phone_code_expired', 'phone_taken'],
  repeatable: 'natural',
})

export const papers = z.enum(['identity_card', 'household_register', 'social_security_card'])
export type Papers = z.infer<typeof papers>

const numberChange = z.object({
  id,
  /** `join`: another account became part of this one. */
  way: z.enum(['code', 'counter', 'join']),
  at: instant,
  /** Badges; null where the person did it alone. */
  by: z.nullable(z.string()),
  confirmedBy: z.nullable(z.string()),
  approved: z.nullable(z.boolean()),
})

export const listNumberChanges = endpoint({
  // It stands on the page of the number, which leaving needs.
  beforeAgreement: true,
  method: 'GET',
  path: '/me/phone/changes',
  summary: 'When and by whom the number of this account was changed, and what was joined; newest first',
  reply: z.object({ changes: z.array(numberChange) }),
})

/** What waits at the counter for the second member of staff; numbers are masked, and whose it is stands on the papers. */
export const proposedNumber = z.object({
  id,
  proposedAt: instant,
  proposedBy: z.string(),
  papers,
  oldPhone: z.nullable(z.string()),
  newPhone: z.string(),
  /** The new number has an account, which becomes part of this one. */
  joins: z.boolean(),
  /** Another member of staff than the first, and not the person's own. */
  canDecide: z.boolean(),
  /** The reader is the first member of staff, who may take it back. */
  mine: z.boolean(),
})
export type ProposedNumber = z.infer<typeof proposedNumber>

export const proposeNumber = endpoint({
  byDevice: true,
  method: 'POST',
  path: '/desk/numbers',
  summary: 'A person with papers gets another number: the first member of staff has seen them',
  body: z.object({
    community: communityCode,
    name: personName,
    /** The number that was, or the number of a matter. */
    known: text(30),
    papers,
    newPhone: mobilePhone,
    code: digitCode(6),
  }),
  reply: proposedNumber,
  status: 201,
  problems: [
    'not_found',
    'not_allowed',
    'person_not_found',
    'person_unclear',
    'number_above',
    'phone_code_wrong',
    'phone_code_expired',
    'number_change_waits',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const listProposedNumbers = endpoint({
  method: 'GET',
  path: '/desk/numbers',
  summary: 'Changes of numbers that wait for a second member of staff',
  query: z.object({ division: divisionCode }),
  reply: z.object({ numbers: z.array(proposedNumber) }),
  problems: ['not_found'],
})

export const decideNumber = endpoint({
  method: 'POST',
  path: '/desk/numbers/:id/decide',
  summary: 'The second member of staff has seen the papers, too: the number changes, and old sessions end',
  params: idParams,
  body: z.object({
    approve: z.boolean(),
    /** To approve: as it stands on the papers. */
    name: z.optional(personName),
  }),
  reply: empty,
  problems: [
    'not_found',
    'not_allowed',
    'second_staff_needed',
    'action_not_open',
    'papers_differ',
    'number_above',
    'join_impossible',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})
