import * as z from 'zod/mini'
import { askedDay, communityCode, day, id, idParams, instant, text, personName } from './common'
import { endpoint } from './endpoint'
import { keptFiles } from './leaving'
import { callPhone } from './phone'

/** What the published rules of a programme may give points for (docs/product.md › After-school care). */
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
 * words of each version are in the app (`features/children/consent.ts`); who gives it now decides about the latest.
 */
export const consentVersion = 2
/** What was granted from this version on holds: version 2 promises less, and asks for nothing more. */
export const oldestConsent = 1
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

/** What one of two guardians asked for: the end of the consent, or the erasure. */
export const frozenWhat = z.enum(['consent', 'erase'])

/** Three days in which the other guardian can have it stopped at the counter. */
export const freeze = z.object({
  what: frozenWhat,
  askedAt: instant,
  finalAt: instant,
  /** The reader asked for it, and can take it back. */
  mine: z.boolean(),
})
export type Freeze = z.infer<typeof freeze>

/** A child in a list: nothing tagged. */
export const childSummary = z.object({
  id,
  nickname: z.string(),
  community: communityCode,
  /** Of the reader's link: staff have seen the papers. */
  verified: z.boolean(),
  /** The consent in force is of a version that holds. */
  consented: z.boolean(),
  /** The current version was refused or withdrawn. */
  refused: z.boolean(),
  /** Of the reader's own guardianship: to take it back. */
  linkId: id,
  /** The reader reads and decides: verified, or, before staff know anybody, whoever added the child. */
  knows: z.boolean(),
  /** Until when nobody reads, because one of two guardians took the consent back or asked to erase. */
  frozen: z.nullable(freeze),
  /** Another record of this child stands before this one: staff look at the papers before it signs up. */
  doubled: z.boolean(),
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

/** `withdrawn` is a refusal of what was granted before. */
const decided = z.enum(['granted', 'withdrawn', 'refused'])
/** `mine`: the reader decided. */
const consentEvent = z.object({ version: z.number(), what: decided, at: instant, mine: z.boolean() })

/** Everything a guardian keeps about a child. */
export const child = z.extend(childSummary, {
  name: z.string(),
  birthDate: day,
  /** In the school year of now; 12 also for who has left school. */
  grade,
  /** It was said in an earlier school year and has gone up by itself: the guardian confirms it. */
  gradeAsked: z.boolean(),
  allergies: z.nullable(z.string()),
  medication: z.nullable(z.string()),
  emergencyContacts: z.array(emergencyContact),
  /** Verified in this school year. */
  circumstances: z.array(z.object({ circumstance, verified: z.boolean() })),
  /** Every decision about its data, the first one first. */
  consents: z.array(consentEvent),
  guardians: z.array(guardianLink),
  pickupPeople: z.array(pickupPerson),
  /** Whom the reader has barred: a bar is its setter's. */
  barredPeople: z.array(barredPerson),
})
export type Child = z.infer<typeof child>

export const listChildren = endpoint({
  // Whoever does not agree takes the data along, and has it erased.
  beforeAgreement: true,
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
    'guardian_not_verified',
    'child_frozen',
    // A repeated tap whose child was erased since.
    'not_found',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const getChild = endpoint({
  // Whoever does not agree takes the data along, and has it erased.
  beforeAgreement: true,
  method: 'GET',
  path: '/children/:id',
  summary:
    'All that is kept about a child, for its verified guardians, or whoever added it before staff know anybody',
  params: idParams,
  reply: child,
  problems: ['not_found', 'guardian_not_verified', 'child_frozen'],
})

export const changeChild = endpoint({
  // Not PATCH: wx.request and my.request cannot send it.
  method: 'POST',
  path: '/children/:id',
  summary:
    'Change what is given; a changed circumstance has to be verified anew, with another name or birth date everything',
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
  problems: [
    'not_found',
    'consent_needed',
    'guardian_not_verified',
    'child_frozen',
    'child_needs_papers',
    'birth_date_impossible',
    'too_many_requests',
  ],
  repeatable: 'natural',
})

const erasing = [
  'not_found',
  'guardian_not_verified',
  'child_frozen',
  'freeze_was_stopped',
  'idempotency_key_reused',
] as const

export const decideConsent = endpoint({
  // To refuse it; to give it asks for the agreement.
  beforeAgreement: true,
  method: 'POST',
  path: '/children/:id/consent',
  summary:
    'Give the current consent, refuse it, or take it back: then health notes are erased and the child leaves its programmes and lines; with two verified guardians nobody reads at once, and it is final after three days',
  params: idParams,
  body: z.object({ version: z.int(), decision: consentDecision }),
  reply: childSummary,
  problems: ['consent_outdated', ...erasing],
  repeatable: 'key',
})

export const exportChild = endpoint({
  // Whoever does not agree takes the data along, and has it erased.
  beforeAgreement: true,
  method: 'GET',
  path: '/children/:id/export',
  summary:
    'Everything that is kept about the child, with what the reader said of its care, as one document to keep',
  params: idParams,
  reply: keptFiles,
  problems: ['not_found', 'guardian_not_verified', 'child_frozen'],
})

export const eraseChild = endpoint({
  // Whoever does not agree takes the data along, and has it erased.
  beforeAgreement: true,
  method: 'POST',
  path: '/children/:id/erase',
  summary:
    'Erase the child: it leaves every line and programme, its data goes, a proof row without data stays; with two verified guardians nobody reads at once, and it is final after three days',
  params: idParams,
  body: z.object({}),
  /** One of the two is null: it is done, or it will be final then. */
  reply: z.object({ erasedAt: z.nullable(instant), finalAt: z.nullable(instant) }),
  problems: erasing,
  repeatable: 'key',
})

export const takeBackFreeze = endpoint({
  method: 'POST',
  path: '/children/:id/unfreeze',
  summary: 'Whoever took the consent back or asked to erase takes that back, before it is final',
  params: idParams,
  body: z.object({}),
  reply: childSummary,
  problems: ['not_found', 'not_allowed'],
  repeatable: 'natural',
})
