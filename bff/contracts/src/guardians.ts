import * as z from 'zod/mini'
import { barredPerson, childSummary, circumstance, pickupPerson, relation } from './children'
import { askedDay, day, divisionCode, id, idParams, instant, text, personName } from './common'
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
  problems: ['not_found', 'consent_needed', 'guardian_not_verified', 'two_guardians_already'],
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
  summary: 'Take back a link that staff have not verified; a verified one is ended by staff',
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
    'person_is_barred',
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
    'too_many_people',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const unbarPerson = endpoint({
  method: 'DELETE',
  path: '/barred-people/:id',
  summary: 'Take a bar back',
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
    'pickup_day_impossible',
    'person_is_barred',
  ],
})

/** A link that staff have to verify against the household register; the reading of names leaves a record. */
export const pendingLink = z.object({
  id,
  childId: id,
  relation,
  askedAt: instant,
  /** Circumstances that were claimed and not yet verified wait here too. */
  circumstances: z.number(),
})

export const listPendingLinks = endpoint({
  method: 'GET',
  path: '/desk/guardians',
  summary: 'Guardians and circumstances of a division that wait to be verified: nothing tagged',
  query: z.object({ division: divisionCode }),
  reply: z.object({ links: z.array(pendingLink) }),
  problems: ['not_found'],
})

export const readPendingLink = endpoint({
  method: 'GET',
  path: '/desk/guardians/:id',
  summary: 'Names to compare with the papers; leaves an access record that the guardians see',
  params: idParams,
  reply: z.object({
    id,
    childName: z.string(),
    birthDate: day,
    guardianName: z.nullable(z.string()),
    relation,
    verified: z.boolean(),
    circumstances: z.array(z.object({ circumstance, verified: z.boolean() })),
  }),
  problems: ['not_found'],
})

export const verifyLink = endpoint({
  method: 'POST',
  path: '/desk/guardians/:id/verify',
  summary: 'Staff have seen the papers: the guardian, and which circumstances they prove',
  params: idParams,
  body: z.object({ guardian: z.boolean(), circumstances: z.array(circumstance).check(z.maxLength(5)) }),
  reply: z.object({ verified: z.boolean() }),
  problems: ['not_found', 'not_allowed', 'idempotency_key_reused'],
  repeatable: 'key',
})
