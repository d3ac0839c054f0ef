/** The promise: what may happen to a case next comes from its declared table and nowhere else (PRODUCT.md, rule 2). */
import {
  type BookingCondition,
  bookingTransitions,
  type Transition,
  undoSeconds,
} from '@linli/contracts/bookings'
import type { BookingState, CaseAction, CaseSide, CaseType } from '@linli/contracts/cases'

/** What the conditions look at; instants as Dates. */
export interface CaseFacts {
  type: CaseType
  state: BookingState
  waitingFor: 'staff' | 'party' | 'nobody'
  startsAt: Date
  endsAt: Date
  /** When the cleaning after the use is over. */
  freeAt: Date
  dueAt: Date | null
  escalatedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
}

const tables: Record<CaseType, readonly Transition[]> = { booking: bookingTransitions }

/** Until when a decision can be taken back by whoever made it. */
export const undoUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + undoSeconds * 1000)

export const isOverdue = (c: CaseFacts, now: Date): boolean =>
  c.state === 'pending' && c.waitingFor === 'staff' && c.dueAt !== null && c.dueAt < now

const conditions: Record<BookingCondition, (c: CaseFacts, now: Date, accountId?: string) => boolean> = {
  before_start: (c, now) => now < c.startsAt,
  before_end: (c, now) => now < c.endsAt,
  after_end: (c, now) => now >= c.endsAt,
  after_cleaning: (c, now) => now >= c.freeAt,
  own_decision_fresh: (c, now, accountId) =>
    c.decidedBy === accountId && c.decidedAt !== null && now <= undoUntil(c.decidedAt),
  unanswered: (c, now) => (isOverdue(c, now) || c.startsAt < now) && c.escalatedAt === null,
}

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
