/** Handing a consultation over, with consent and a receipt. */
import * as z from 'zod/mini'
import { empty, idParams } from './common'
import { consultationDetail } from './consultation-case'
import { handedPart, referralKind } from './consultation-thread'
import { refusals, write } from './consultation-write'
import { endpoint } from './endpoint'

export const proposeReferral = endpoint({
  ...write,
  path: '/consultations/:id/referrals',
  summary: 'The adviser proposes to hand it over, and names what goes with it',
  body: z.object({
    kind: referralKind,
    parts: z.array(handedPart).check(
      z.minLength(1),
      z.refine((parts) => new Set(parts).size === parts.length, 'twice'),
    ),
  }),
  problems: [...refusals, 'nobody_to_refer_to'],
})
const ofReferral = {
  method: 'POST',
  params: idParams,
  body: empty,
  reply: consultationDetail,
  problems: refusals,
  repeatable: 'key',
} as const
export const consentReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/consent',
  summary: 'The person agrees to what is named',
  problems: [...refusals, 'nobody_to_refer_to'],
})
export const declineReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/decline',
  summary: 'The person does not; the adviser goes on',
})
export const acknowledgeReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/acknowledge',
  summary: 'The other side has it, and reads from now on what was named; the sender no longer does',
  problems: [...refusals, 'adviser_not_free'],
})
export const returnReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/return',
  summary: 'The other side does not take it: it is the sender’s again',
  reply: empty,
})
