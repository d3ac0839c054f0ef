/** Somebody of the family who agreed is told that a visit took place, and nothing more (docs/visits.md › The family). */
import * as z from 'zod/mini'
import { empty, id, idParams, instant } from './common'
import { endpoint } from './endpoint'
import { mobilePhone } from './phone'

export const familyRelation = z.enum(['child', 'spouse', 'grandchild', 'sibling', 'other'])
export type FamilyRelation = z.infer<typeof familyRelation>

/** As staff see it: the number is not shown again in full. */
export const familyLink = z.object({
  id,
  relation: familyRelation,
  /** `138****0001` */
  phone: z.string(),
  agreed: z.boolean(),
})
export type FamilyLink = z.infer<typeof familyLink>

export const askFamily = endpoint({
  method: 'POST',
  path: '/visits/elders/:id/family',
  summary: 'Staff ask the owner of a number whether they want to be told of visits',
  params: idParams,
  body: z.object({ phone: mobilePhone, relation: familyRelation }),
  reply: z.object({ family: z.array(familyLink) }),
  status: 201,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})

/** As the family sees it: who it is in short, e.g. 李某某. */
export const ownFamily = z.object({
  id,
  elder: z.string(),
  relation: familyRelation,
  communityName: z.string(),
  agreed: z.boolean(),
  askedAt: instant,
})
export type OwnFamily = z.infer<typeof ownFamily>

export const listOwnFamily = endpoint({
  method: 'GET',
  path: '/visits/family',
  summary: 'Of which elders the reader is asked, or has agreed, to be told of visits',
  reply: z.object({ family: z.array(ownFamily) }),
})

export const answerFamily = endpoint({
  method: 'POST',
  path: '/visits/family/:id/answer',
  summary: 'The owner of the number agrees or declines',
  params: idParams,
  body: z.object({ agree: z.boolean() }),
  reply: z.object({ family: z.array(ownFamily) }),
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const endFamily = endpoint({
  method: 'POST',
  path: '/visits/family/:id/end',
  summary: 'Whoever agreed, or staff, end it',
  params: idParams,
  body: empty,
  reply: empty,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})
