import * as z from 'zod/mini'
import { cursor, askedDay, communityCode, day, id, idParams, instant, text, personName } from './common'
import { endpoint } from './endpoint'
import { callPhone } from './phone'

/** What the published rules of a programme may give points for (PRODUCT.md › After-school care). */
export const circumstance = z.enum([
  'left_behind',
  'hardship',
  'disability',
  'both_parents_work',
  'relocated',
])
export type Circumstance = z.infer<typeof circumstance>

export const relation = z.enum(['mother', 'father', 'grandparent', 'relative', 'other'])
export type Relation = z.infer<typeof relation>

/** School grade: 0 kindergarten, 1–6 primary, 7–9 middle school, 10–12 high school. */
export const grade = z.int().check(z.minimum(0), z.maximum(12))

const emergencyContact = z.object({ name: personName, phone: callPhone, relation })

/**
 * The consent that a guardian gives for a child under 14: a version of its own, apart from every other agreement. The
 * words of each version are in the app (`features/children/consent.ts`); a new version is asked for anew.
 */
export const consentVersion = 1
export const consentDecision = z.enum(['granted', 'refused'])

const profile = {
  /** What lists show: not the real name. */
  nickname: text(8),
  name: personName,
  birthDate: askedDay,
  grade,
  allergies: z.optional(text(200)),
  medication: z.optional(text(200)),
  emergencyContacts: z.array(emergencyContact).check(z.minLength(1), z.maxLength(3)),
  /** Claimed by the guardian; they count once staff have seen the proof. */
  circumstances: z.array(circumstance).check(z.maxLength(5)),
}

/** A child in a list: nothing tagged. */
export const childSummary = z.object({
  id,
  nickname: z.string(),
  community: communityCode,
  /** Of the reader's link: staff have seen the papers. */
  verified: z.boolean(),
  /** The consent in force is the current version. */
  consented: z.boolean(),
  /** The current version was refused or withdrawn. */
  refused: z.boolean(),
})
export type ChildSummary = z.infer<typeof childSummary>

export const guardianLink = z.object({
  id,
  /** The reader's own link. */
  mine: z.boolean(),
  name: z.nullable(z.string()),
  relation,
  verifiedAt: z.nullable(instant),
})

export const pickupPerson = z.object({
  id,
  name: z.string(),
  phone: z.nullable(z.string()),
  relation,
  validFrom: day,
  validTo: z.nullable(day),
})
export type PickupPerson = z.infer<typeof pickupPerson>

export const barredPerson = z.object({ id, name: z.string(), note: z.nullable(z.string()), since: day })

/** Everything a guardian keeps about a child. */
export const child = z.extend(childSummary, {
  name: z.string(),
  birthDate: day,
  grade,
  allergies: z.nullable(z.string()),
  medication: z.nullable(z.string()),
  emergencyContacts: z.array(emergencyContact),
  circumstances: z.array(z.object({ circumstance, verified: z.boolean() })),
  consent: z.nullable(z.object({ version: z.number(), decision: consentDecision, at: instant })),
  guardians: z.array(guardianLink),
  pickupPeople: z.array(pickupPerson),
  barredPeople: z.array(barredPerson),
})
export type Child = z.infer<typeof child>

export const listChildren = endpoint({
  method: 'GET',
  path: '/children',
  summary: "The reader's children, by nickname",
  reply: z.object({ children: z.array(childSummary) }),
})

export const addChild = endpoint({
  method: 'POST',
  path: '/children',
  summary: 'Add a child with the consent that its data needs; without consent nothing is stored',
  body: z.object({ ...profile, relation, consent: z.object({ version: z.int(), granted: z.literal(true) }) }),
  reply: child,
  status: 201,
  problems: [
    'consent_outdated',
    'birth_date_impossible',
    'community_needed',
    'too_many_children',
    // A repeated tap whose child was erased since.
    'not_found',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const getChild = endpoint({
  method: 'GET',
  path: '/children/:id',
  summary: 'All that is kept about a child, for its guardians',
  params: idParams,
  reply: child,
  problems: ['not_found'],
})

export const changeChild = endpoint({
  // Not PATCH: wx.request and my.request cannot send it.
  method: 'POST',
  path: '/children/:id',
  summary: 'Change what is given; a changed circumstance has to be verified anew',
  params: idParams,
  body: z.partial(
    z.object({
      ...profile,
      /** Empty text removes it. */
      allergies: z.string().check(z.trim(), z.maxLength(200)),
      medication: z.string().check(z.trim(), z.maxLength(200)),
    }),
  ),
  reply: child,
  problems: ['not_found', 'consent_needed', 'guardian_not_verified', 'birth_date_impossible'],
  repeatable: 'natural',
})

export const decideConsent = endpoint({
  method: 'POST',
  path: '/children/:id/consent',
  summary:
    'Give the current consent, refuse it, or take it back: then health notes are erased and the child leaves its programmes and lines',
  params: idParams,
  body: z.object({ version: z.int(), decision: consentDecision }),
  reply: child,
  problems: ['not_found', 'consent_outdated', 'guardian_not_verified', 'idempotency_key_reused'],
  repeatable: 'key',
})

/** Who read what of a child: written with the reading. */
export const childAccess = z.object({
  at: instant,
  /** The badge of the reader. */
  reader: z.string(),
  tag: z.enum(['contact', 'child', 'health', 'legal']),
  caseNumber: z.nullable(z.string()),
})

export const listChildAccess = endpoint({
  method: 'GET',
  path: '/children/:id/access-records',
  summary: 'Who read what of the child, newest first',
  params: idParams,
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ records: z.array(childAccess), next: z.nullable(cursor) }),
  problems: ['not_found'],
})

export const exportChild = endpoint({
  method: 'GET',
  path: '/children/:id/export',
  summary:
    'Everything that is kept about the child, with what the reader said of its care, as one document to keep',
  params: idParams,
  reply: z.object({ fileName: z.string(), document: z.record(z.string(), z.unknown()) }),
  problems: ['not_found'],
})

export const eraseChild = endpoint({
  method: 'POST',
  path: '/children/:id/erase',
  summary:
    'Erase the child: it leaves every line and programme, its data goes, a proof row without data stays',
  params: idParams,
  body: z.object({}),
  reply: z.object({ erasedAt: instant }),
  problems: ['not_found', 'guardian_not_verified', 'idempotency_key_reused'],
  repeatable: 'key',
})
