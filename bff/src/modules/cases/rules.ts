/** The promise: what may happen to a case next comes from its declared table and nowhere else (docs/product.md › Rule 2). */
import { bookingTransitions } from '@linli/contracts/booking-case'
import { undoSeconds } from '@linli/contracts/transitions'
import type { CaseAction, CaseSide, CaseState } from '@linli/contracts/case-base'
import type { CaseType } from '@linli/contracts/cases'
import { enrolmentTransitions } from '@linli/contracts/enrolment-case'
import { followUpTransitions } from '@linli/contracts/follow-up-case'
import type { Condition, Transition } from '@linli/contracts/transitions'

/** What the conditions look at; instants as Dates. */
export interface CaseFacts {
  type: CaseType
  state: CaseState
  waitingFor: 'staff' | 'party' | 'nobody'
  startsAt: Date
  endsAt: Date
  /** When the cleaning after the use is over. */
  freeAt: Date
  dueAt: Date | null
  escalatedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  /** Of a case in a line: the offer's deadline, and when what is waited for begins. */
  heldUntil: Date | null
  lineUntil: Date | null
  booking: { approval: 'automatic' | 'staff' } | null
  followUp: FollowUpFacts | null
}

/** What has been done in a follow-up so far; instants as text, as they come out of the database's JSON. */
export interface FollowUpFacts {
  named: boolean
  contacted: boolean
  extended: boolean
  appealed: boolean
  supplemented: boolean
  reviewing: 'appeal' | 'verdict' | null
  stopAt: string
  escalatedDue: string | null
}

const tables: Record<CaseType, readonly Transition[]> = {
  booking: bookingTransitions,
  enrolment: enrolmentTransitions,
  follow_up: followUpTransitions,
}

/** Until when a decision can be taken back by whoever made it. */
export const undoUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + undoSeconds * 1000)

export const isOverdue = (
  c: Pick<CaseFacts, 'type' | 'state' | 'waitingFor' | 'dueAt'>,
  now: Date,
): boolean =>
  (c.state === 'pending' || c.type === 'follow_up') &&
  c.waitingFor === 'staff' &&
  c.dueAt !== null &&
  c.dueAt < now

/** A refusal is rated once it can no longer be taken back; everything else as soon as it is finished. */
export const isRatable = (right: { finishedAt: Date; until: Date }, state: CaseState, now: Date): boolean =>
  now < right.until && (state !== 'refused' || now > undoUntil(right.finishedAt))

const isOver = (at: Date | null, now: Date): boolean => at !== null && at <= now

/**
 * The state as it is now, whatever the rows say: an offer whose time has passed and a line that has ended are over from
 * that instant, though nobody has written it down yet (docs/product.md › Rooms).
 */
export function stateNow(
  c: Pick<CaseFacts, 'state' | 'heldUntil' | 'lineUntil' | 'endsAt'>,
  now: Date,
): CaseState {
  const until: Partial<Record<CaseState, Date | null>> = {
    held: c.heldUntil,
    waiting: c.lineUntil,
    entered: c.endsAt,
  }
  return isOver(until[c.state] ?? null, now) ? 'lapsed' : c.state
}

const conditions: Record<Condition, (c: CaseFacts, now: Date, accountId?: string) => boolean> = {
  before_start: (c, now) => now < c.startsAt,
  before_end: (c, now) => now < c.endsAt,
  after_end: (c, now) => now >= c.endsAt,
  after_cleaning: (c, now) => now >= c.freeAt,
  own_decision_fresh: (c, now, accountId) =>
    c.decidedBy === accountId && c.decidedAt !== null && now <= undoUntil(c.decidedAt),
  unanswered: (c, now) => (isOverdue(c, now) || c.startsAt < now) && c.escalatedAt === null,
  offer_open: (c, now) => c.heldUntil !== null && now < c.heldUntil,
  offer_over: (c, now) => isOver(c.heldUntil, now),
  line_over: (c, now) => isOver(c.lineUntil, now),
  automatic: (c) => c.booking?.approval === 'automatic',
  by_staff: (c) => c.booking?.approval === 'staff',
  not_appealed: (c) => c.followUp?.appealed === false,
  appealed: (c) => c.followUp?.reviewing === 'appeal',
  objected: (c) => c.followUp?.reviewing === 'verdict',
  not_extended: (c) => c.followUp?.extended === false,
  not_named: (c) => c.followUp?.named === false,
  not_supplemented: (c) => c.followUp?.supplemented === false,
  before_stop: (c, now) => c.followUp !== null && now < new Date(c.followUp.stopAt),
  late: (c, now) => isOverdue(c, now) && c.followUp !== null && !isSame(c.followUp.escalatedDue, c.dueAt),
}

const isSame = (text: string | null, at: Date | null): boolean =>
  text !== null && new Date(text).getTime() === at?.getTime()

/** The row of the table for this action from this state by this side, if its conditions hold now. */
export function transitionFor(
  c: CaseFacts,
  action: CaseAction,
  side: CaseSide,
  now: Date,
  accountId?: string,
): Transition | undefined {
  return tables[c.type].find(
    (t) =>
      t.from === c.state &&
      t.action === action &&
      t.side === side &&
      (t.when ?? []).every((condition) => conditions[condition](c, now, accountId)),
  )
}

/** The buttons of one reader: everything the table allows this side now, but for what the service does by itself. */
export function actionsOpen(c: CaseFacts, side: CaseSide, now: Date, accountId: string): CaseAction[] {
  const named = tables[c.type]
    .map((t) => t.action)
    .filter((action) => action !== 'see' && action !== 'escalate')
  return [...new Set(named)].filter((action) => transitionFor(c, action, side, now, accountId))
}

/** Is this an action of the other side, in any state? Then it is not allowed, rather than not open now. */
export const belongsTo = (type: CaseType, action: CaseAction, side: CaseSide): boolean =>
  tables[type].some((t) => t.action === action && t.side === side)
