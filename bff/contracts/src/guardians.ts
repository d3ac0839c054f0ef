import * as z from 'zod/mini'
import { barredPerson, childSummary, pickupPerson, relation } from './children'
import { askedDay, day, idParams, instant, text, personName } from './common'
import { digitCode } from './digits'
import { endpoint } from './endpoint'
import { callPhone } from './phone'

export const inviteGuardian = endpoint({
  method: 'POST',
  path: '/children/:id/guardian-invitations',
  summary: 'A code of eight digits, good for a day, with which the other guardian links the child',
  params: idParams,
  body: z.object({}),
  reply: z.object({ code: z.string(), expiresAt: instant }),
  status: 201,
  problems: ['not_found', 'consent_needed', 'guardian_not_verified', 'child_frozen', 'two_guardians_already'],
})

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/guardian-invitations/accept',
  summary: 'Link a child by the code of its first guardian; staff still have to see the papers',
  body: z.object({ code: digitCode(8), relation }),
  reply: childSummary,
  status: 201,
  problems: ['invitation_wrong', 'two_guardians_already', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const endGuardianship = endpoint({
  method: 'DELETE',
  path: '/guardians/:id',
  summary:
    'A guardian takes back a link that staff have not verified; staff refuse it, or end a verified one by two',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found', 'not_allowed', 'last_guardian'],
  repeatable: 'natural',
})

export const addPickupPerson = endpoint({
  method: 'POST',
  path: '/children/:id/pickup-people',
  summary: 'List an adult who may pick the child up',
  params: idParams,
  body: z
    .object({
      name: personName,
      phone: z.optional(callPhone),
      relation,
      validFrom: askedDay,
      validTo: z.optional(askedDay),
    })
    .check(
      z.refine((b) => !b.validTo || b.validFrom <= b.validTo, {
        error: 'ends_before_start',
        path: ['validTo'],
      }),
    ),
  reply: pickupPerson,
  status: 201,
  problems: [
    'not_found',
    'consent_needed',
    'guardian_not_verified',
    'child_frozen',
    'person_is_barred',
    'person_is_guardian',
    'person_listed_already',
    'person_at_counter',
    'too_many_people',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const removePickupPerson = endpoint({
  method: 'DELETE',
  path: '/pickup-people/:id',
  summary: 'This person may not pick the child up any more',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found', 'guardian_not_verified'],
  repeatable: 'natural',
})

export const barPerson = endpoint({
  method: 'POST',
  path: '/children/:id/barred-people',
  summary: 'Somebody who must never get the child; who comes all the same raises a silent alert',
  params: idParams,
  body: z.object({ name: personName, phone: z.optional(callPhone), note: z.optional(text(200)) }),
  reply: barredPerson,
  status: 201,
  problems: [
    'not_found',
    'consent_needed',
    'guardian_not_verified',
    'person_is_guardian',
    'person_is_barred',
    'too_many_people',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const unbarPerson = endpoint({
  method: 'DELETE',
  path: '/barred-people/:id',
  summary: 'Take a bar back: only who set it',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found', 'guardian_not_verified'],
  repeatable: 'natural',
})

export const makePickupCode = endpoint({
  method: 'POST',
  path: '/children/:id/pickup-codes',
  summary:
    'A code of six digits with which one named adult picks the child up on one day; a new one replaces the last',
  params: idParams,
  body: z.object({ day: askedDay, name: personName, relation }),
  reply: z.object({ code: z.string(), day }),
  status: 201,
  problems: [
    'not_found',
    'consent_needed',
    'guardian_not_verified',
    'child_frozen',
    'pickup_day_impossible',
    'person_is_barred',
    'person_is_guardian',
    'person_at_counter',
  ],
})
