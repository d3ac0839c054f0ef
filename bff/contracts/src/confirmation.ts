import * as z from 'zod/mini'
import { instant } from './common'
import { digitCode } from './digits'
import { endpoint } from './endpoint'

export const requestConfirmation = endpoint({
  // Taking one's data along needs it.
  beforeAgreement: true,
  method: 'POST',
  path: '/sessions/current/confirmation-code',
  summary: "Send a code to the account's own number, to confirm this session for ten minutes",
  body: z.object({}),
  reply: z.object({
    /** The last two digits of the number it went to. */
    phoneEnding: z.string(),
    expiresAt: instant,
    nextAt: instant,
    demoCode: z.optional(z.string()),
  }),
  status: 201,
  problems: ['confirm_needs_phone', 'confirm_later', 'phone_code_too_soon', 'sms_not_configured', 'sms_busy'],
})

export const confirmSession = endpoint({
  // Taking one's data along needs it.
  beforeAgreement: true,
  method: 'POST',
  path: '/sessions/current/confirmation',
  summary: "Confirm this session by the code: what opens many people's data at once asks for it",
  body: z.object({ code: digitCode(6) }),
  reply: z.object({ confirmedUntil: instant }),
  problems: ['confirm_needs_phone', 'confirm_later', 'phone_code_wrong', 'phone_code_expired'],
  repeatable: 'natural',
})
