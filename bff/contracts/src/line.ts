import * as z from 'zod/mini'
import { caseState, noteText } from './case-base'
import { caseDetail } from './cases'
import { divisionCode, id, idParams, instant } from './common'
import { endpoint } from './endpoint'

/**
 * How siblings wait: `one` alone; `all` together or not at all; `any` as many as there are places, one after the other.
 */
export const groupRule = z.enum(['one', 'all', 'any'])
export type GroupRule = z.infer<typeof groupRule>

/** Where somebody stands. Read by thousands at once, so at most a second old: `asOf` says how old. */
export const linePlace = z.object({
  state: caseState,
  /** 1 is next. Null for whoever does not wait any more. */
  position: z.nullable(z.number()),
  /** How many wait in the line. */
  total: z.number(),
  heldUntil: z.nullable(instant),
  asOf: instant,
})
export type LinePlace = z.infer<typeof linePlace>

export const getLinePlace = endpoint({
  method: 'GET',
  path: '/cases/:id/line',
  summary: 'Where a case stands in its waiting line; may be asked often',
  params: idParams,
  reply: linePlace,
  problems: ['not_found'],
})

/** A manual move as everybody in the line may read it: no names of families. */
export const lineMove = z.object({
  id,
  at: instant,
  from: z.number(),
  to: z.number(),
  reason: z.string(),
  /** The badges of the two who moved. */
  proposedBy: z.string(),
  approvedBy: z.string(),
  /** It is the reader's own case that was moved. */
  mine: z.boolean(),
})
export type LineMove = z.infer<typeof lineMove>

export const getLineHistory = endpoint({
  method: 'GET',
  path: '/cases/:id/line/history',
  summary: 'Why a place in line moved: what happened ahead since the reader joined, and every manual move',
  params: idParams,
  reply: z.object({
    joinedAt: instant,
    /** Points by the published rules; null for a supervisor: they tell hardship. */
    score: z.nullable(z.number()),
    groupRule,
    /** Of those ahead since then: got a place, or left; and who came ahead by points or by a move. */
    ahead: z.object({ placed: z.number(), left: z.number(), priority: z.number(), moved: z.number() }),
    moves: z.array(lineMove),
  }),
  problems: ['not_found'],
})

const decision = { method: 'POST', params: idParams, reply: caseDetail, repeatable: 'key' } as const
const decisionProblems = [
  'not_found',
  'not_allowed',
  'guardian_not_verified',
  'action_not_open',
  'idempotency_key_reused',
] as const

export const acceptOffer = endpoint({
  ...decision,
  path: '/cases/:id/line/accept',
  summary: 'Take what the line offers; with siblings who wait together, for all of them',
  body: z.object({}),
  problems: [...decisionProblems, 'offer_over', 'booking_quota_reached'],
})
export const declineOffer = endpoint({
  ...decision,
  path: '/cases/:id/line/decline',
  summary: 'Let the offer go to the next; with siblings who wait together, for all of them',
  body: z.object({}),
  problems: [...decisionProblems, 'offer_over'],
})
export const leaveLine = endpoint({
  ...decision,
  path: '/cases/:id/line/leave',
  summary: 'Leave the line',
  body: z.object({}),
  problems: decisionProblems,
})

/** A manual move that waits for a second staff member. */
export const proposedMove = z.object({
  id,
  caseId: id,
  number: z.string(),
  /** Programme or room. */
  title: z.string(),
  from: z.number(),
  to: z.number(),
  reason: z.string(),
  proposedBy: z.string(),
  at: instant,
  /** The reader is another staff member than who proposed it. */
  canApprove: z.boolean(),
})
export type ProposedMove = z.infer<typeof proposedMove>

export const proposeMove = endpoint({
  method: 'POST',
  path: '/cases/:id/line/moves',
  summary: 'Staff propose another place in line, with the reason that the family will read',
  params: idParams,
  body: z.object({ to: z.int().check(z.minimum(1), z.maximum(100_000)), reason: noteText }),
  reply: proposedMove,
  status: 201,
  problems: ['not_found', 'not_allowed', 'action_not_open', 'move_changes_nothing', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const decideMove = endpoint({
  method: 'POST',
  path: '/line-moves/:id/decision',
  summary: 'A second staff member carries a move out, or turns it down',
  params: idParams,
  body: z.object({ approve: z.boolean() }),
  reply: z.object({ moved: z.boolean() }),
  problems: ['not_found', 'not_allowed', 'second_person_needed', 'action_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const listProposedMoves = endpoint({
  method: 'GET',
  path: '/desk/line-moves',
  summary: 'Manual moves in a division that wait for a second staff member',
  query: z.object({ division: divisionCode }),
  reply: z.object({ moves: z.array(proposedMove) }),
  problems: ['not_found'],
})

export const deskLine = endpoint({
  method: 'GET',
  path: '/desk/lines/:id',
  summary: 'A waiting line as staff see it: case numbers in order, nothing private. `id` is a programme',
  params: idParams,
  reply: z.object({
    entries: z.array(
      z.object({
        caseId: id,
        number: z.string(),
        position: z.number(),
        /** Null for a supervisor. */
        score: z.nullable(z.number()),
        groupRule,
        joinedAt: instant,
        /** Somebody has proposed to move it. */
        moveProposed: z.boolean(),
      }),
    ),
    held: z.array(z.object({ caseId: id, number: z.string(), heldUntil: instant })),
  }),
  problems: ['not_found'],
})
