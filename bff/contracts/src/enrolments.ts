import * as z from 'zod/mini'
import { enrolmentState } from './enrolment-case'
import { circumstance } from './children'
import { id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'
import { groupRule } from './line'

/** May this child sign up, in words that the app has for each code; checked on the first day of the programme. */
export const eligibility = z.object({
  childId: id,
  nickname: z.string(),
  /** Empty: everything is ready for one tap. */
  obstacles: z.array(
    z.enum([
      'too_young',
      'too_old',
      'grade_too_low',
      'grade_too_high',
      'consent_needed',
      'child_frozen',
      'child_needs_papers',
      'already_signed_up',
    ]),
  ),
  /** Age in completed years on the first day. */
  ageOnFirstDay: z.number(),
  score: z.number(),
  /** Circumstances that would count but are not verified yet. */
  unverified: z.array(circumstance),
  caseId: z.nullable(id),
  /** Other programmes that have, or may get, the child at an hour of this one: asked about before it is signed up. */
  alsoAt: z.array(z.string()),
})
export type Eligibility = z.infer<typeof eligibility>

export const checkEligibility = endpoint({
  method: 'GET',
  path: '/programmes/:id/eligibility',
  summary: "The reader's children against the programme's rules, before the opening",
  params: idParams,
  reply: z.object({ children: z.array(eligibility), now: instant }),
  problems: ['not_found'],
})

export const signedUp = z.object({
  entries: z.array(
    z.object({
      caseId: id,
      number: z.string(),
      childId: id,
      nickname: z.string(),
      state: enrolmentState,
      /** Place in line, of who waits. */
      position: z.nullable(z.number()),
      drawNumber: z.nullable(z.number()),
    }),
  ),
})
export type SignedUp = z.infer<typeof signedUp>

export const signUp = endpoint({
  method: 'POST',
  path: '/programmes/:id/enrolments',
  summary: 'Sign children up: a place or a number in line at once, or a number in the draw',
  params: idParams,
  body: z.object({ children: z.array(id).check(z.minLength(1), z.maxLength(4)), group: groupRule }).check(
    z.refine((b) => new Set(b.children).size === b.children.length, { error: 'twice', path: ['children'] }),
    z.refine((b) => (b.group === 'one') === (b.children.length === 1), {
      error: 'group_of_one',
      path: ['group'],
    }),
  ),
  reply: signedUp,
  status: 201,
  problems: [
    'not_found',
    'sign_up_not_open',
    'sign_up_closed',
    'child_too_young',
    'child_too_old',
    'grade_too_low',
    'grade_too_high',
    'consent_needed',
    'child_frozen',
    'child_needs_papers',
    'guardian_not_verified',
    'already_signed_up',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const cancelEnrolment = endpoint({
  method: 'POST',
  path: '/enrolments/:id/cancel',
  summary: 'Give a place (or a draw number) back; the place goes to the line at once',
  params: idParams,
  /** Only the reason of staff is kept: words of a guardian about a child would outlive its erasure. */
  body: z.object({ note: z.optional(text(300)) }),
  reply: z.object({ state: enrolmentState }),
  problems: [
    'not_found',
    'not_allowed',
    'guardian_not_verified',
    'action_not_open',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

/** Everything that anybody needs to recompute a draw (`draw.ts` says how). */
export const getDraw = endpoint({
  method: 'GET',
  path: '/programmes/:id/draw',
  summary: 'The published record of a draw: commitment, list, hash and, after it, seed and order',
  params: idParams,
  reply: z.object({
    programmeName: z.string(),
    capacity: z.number(),
    commitment: z.string(),
    /** One line an entry: `number group rule score`; group is the lowest number of siblings who go together. */
    list: z.nullable(z.string()),
    listHash: z.nullable(z.string()),
    closedAt: z.nullable(instant),
    seed: z.nullable(z.string()),
    drawnAt: z.nullable(instant),
    /** Numbers in the order drawn, and of those the ones that got a place at once. */
    order: z.array(z.number()),
    placed: z.array(z.number()),
  }),
  problems: ['not_found'],
})

export const rosterEntry = z.object({
  caseId: id,
  number: z.string(),
  nickname: z.string(),
  classNo: z.nullable(z.number()),
  state: enrolmentState,
  position: z.nullable(z.number()),
})

export const getRoster = endpoint({
  method: 'GET',
  path: '/programmes/:id/roster',
  summary: 'Who has a place, an offer or a number, by class: nothing tagged',
  params: idParams,
  reply: z.object({ entries: z.array(rosterEntry) }),
  problems: ['not_found'],
})

export const moveClass = endpoint({
  method: 'POST',
  path: '/enrolments/:id/class',
  summary: 'Put a child with a place into another class',
  params: idParams,
  body: z.object({ classNo: z.int().check(z.minimum(1), z.maximum(10)) }),
  reply: rosterEntry,
  problems: ['not_found', 'not_allowed', 'class_is_full', 'action_not_open'],
  repeatable: 'natural',
})

export const exportRoster = endpoint({
  method: 'POST',
  path: '/programmes/:id/roster/export',
  summary:
    'The roster as an .xlsx, base64; with names and contacts only when asked for, and that is recorded',
  params: idParams,
  body: z.object({ tagged: z.boolean() }),
  reply: z.object({ fileName: z.string(), base64: z.string() }),
  problems: ['not_found', 'not_allowed', 'confirm_needed', 'tables_enough'],
})
