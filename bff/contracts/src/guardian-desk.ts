import * as z from 'zod/mini'
import { circumstance, frozenWhat, relation } from './children'
import { day, divisionCode, id, idParams, instant } from './common'
import { endpoint } from './endpoint'

/** A link that staff have to verify against the household register; the reading of names leaves a record. */
export const pendingLink = z.object({
  id,
  childId: id,
  /** What lists show of the child: not the real name. */
  nickname: z.string(),
  relation,
  askedAt: instant,
  verified: z.boolean(),
  /** Circumstances that were claimed and not yet verified wait here too. */
  circumstances: z.number(),
})

/** One of two guardians took the consent back or asked to erase; the other may come to the counter. */
export const pendingFreeze = z.object({
  childId: id,
  nickname: z.string(),
  what: frozenWhat,
  askedAt: instant,
  finalAt: instant,
  /** The links for whom staff can stop it: the guardians who did not ask. */
  others: z.array(z.object({ id, relation })),
})

/** What the papers are that end a verified guardian. */
export const endReason = z.enum(['court_order', 'custody_agreement', 'not_guardian', 'death', 'own_wish'])
export type EndReason = z.infer<typeof endReason>

export const pendingEnding = z.object({
  id,
  guardianId: id,
  nickname: z.string(),
  relation,
  reason: endReason,
  /** Badge of who proposed it; another one decides. */
  proposer: z.string(),
  proposedAt: instant,
  mine: z.boolean(),
})

export const listPendingLinks = endpoint({
  method: 'GET',
  path: '/desk/guardians',
  summary:
    'Guardians and circumstances of a division that wait to be verified, frozen children, proposed endings: nothing tagged',
  query: z.object({ division: divisionCode }),
  reply: z.object({
    links: z.array(pendingLink),
    freezes: z.array(pendingFreeze),
    endings: z.array(pendingEnding),
    /** Guardians whom staff have seen, and since when, who can be ended: of children with two. */
    known: z.array(z.object({ id, childId: id, nickname: z.string(), relation, verifiedAt: instant })),
  }),
  problems: ['not_found'],
})

/** What staff are warned of before they verify; nobody else reads it. */
export const linkWarning = z.enum(['like_barred', 'same_child', 'other_waits'])
export type LinkWarning = z.infer<typeof linkWarning>

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
    /** Staff have once seen the papers: such a link is ended by two, and not refused by one. */
    known: z.boolean(),
    circumstances: z.array(z.object({ circumstance, verified: z.boolean() })),
    warnings: z.array(linkWarning),
  }),
  problems: ['not_found'],
})

export const verifyLink = endpoint({
  method: 'POST',
  path: '/desk/guardians/:id/verify',
  summary:
    'Staff have seen the papers: the guardian, and which circumstances they prove; only after reading what to compare',
  params: idParams,
  body: z.object({
    guardian: z.boolean(),
    circumstances: z.array(circumstance).check(z.maxLength(5)),
    /** The warnings that staff have looked into, papers in hand. */
    looked: z.optional(z.array(linkWarning).check(z.maxLength(3))),
    /** By their papers, children of this name and birth date are different ones. */
    different: z.optional(z.boolean()),
  }),
  reply: z.object({ verified: z.boolean() }),
  problems: [
    'not_found',
    'not_allowed',
    'papers_first',
    'look_closer',
    'guardian_unnamed',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

/** Why a link is refused: what was wrong with the papers. The one who asked reads it. */
export const refuseReason = z.enum(['papers_missing', 'papers_differ', 'not_the_person'])
export type RefuseReason = z.infer<typeof refuseReason>

export const refuseLink = endpoint({
  method: 'POST',
  path: '/desk/guardians/:id/refuse',
  summary:
    'Staff refuse a link that they have never known; without a guardian the child leaves everything and is erased',
  params: idParams,
  body: z.object({ reason: refuseReason }),
  reply: z.object({}),
  problems: ['not_found', 'not_allowed', 'papers_first'],
  repeatable: 'natural',
})

export const proposeEnding = endpoint({
  method: 'POST',
  path: '/desk/guardians/:id/end',
  summary:
    'Staff have seen papers by which a guardian whom staff have known is none any more; a second one decides',
  params: idParams,
  body: z.object({ reason: endReason }),
  reply: z.object({ id }),
  status: 201,
  problems: ['not_found', 'not_allowed', 'last_guardian', 'ending_open', 'papers_first'],
})

export const decideEnding = endpoint({
  method: 'POST',
  path: '/desk/guardian-endings/:id/decide',
  summary: 'The second staff member ends a verified guardian, or does not; all guardians are told',
  params: idParams,
  body: z.object({ approved: z.boolean() }),
  reply: z.object({}),
  problems: [
    'not_found',
    'not_allowed',
    'second_person_needed',
    'papers_first',
    'action_not_open',
    'last_guardian',
  ],
})

export const stopFreeze = endpoint({
  method: 'POST',
  path: '/desk/guardians/:id/stop-freeze',
  summary:
    'The other guardian came to the counter with papers: what froze the child is stopped, on the record',
  params: idParams,
  body: z.object({}),
  reply: z.object({}),
  problems: ['not_found', 'not_allowed', 'action_not_open'],
  repeatable: 'natural',
})
