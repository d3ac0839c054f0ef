/** The promise: what may happen to a case next comes from its declared table and nowhere else (docs/product.md › Rule 2). */
import type { CaseAction, CaseSide, CaseState } from '@linli/contracts/case-base'
import { type CommonCondition, type Transition, undoSeconds } from '@linli/contracts/transitions'
import type { Facts, Kind } from './kind'
import type { CaseRow, Standing } from './row'

/** A case as a table looks at it. */
export interface Judged {
  row: Standing
  kind: Kind
  facts: Facts
}

/** Until when a decision can be taken back by whoever made it. */
export const undoUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + undoSeconds * 1000)

export const isOverdue = (c: Pick<CaseRow, 'waitingFor' | 'dueAt'>, now: Date): boolean =>
  c.waitingFor === 'staff' && c.dueAt !== null && c.dueAt < now

/** What its table lets somebody take back is rated once they no longer can; everything else as soon as it is finished. */
export const isRatable = (
  right: { finishedAt: Date; until: Date },
  { transitions }: Pick<Kind, 'transitions'>,
  state: CaseState,
  now: Date,
): boolean =>
  now < right.until &&
  (now > undoUntil(right.finishedAt) || !transitions.some((t) => t.from === state && t.action === 'undo'))

/** Whether staff who look at it for the first time are seen to have looked: its table says so. */
export const showsLook = ({ transitions }: Pick<Kind, 'transitions'>, state: CaseState): boolean =>
  transitions.some((t) => t.from === state && t.action === 'see' && t.side === 'staff')

const isPast = (at: Date | null, now: Date): boolean => at !== null && at <= now

/** To which state the clock would take it, by its table; where it has none, nothing lapses. */
const lapsesTo = (kind: Kind, state: CaseState): CaseState | undefined =>
  kind.transitions.find((t) => t.from === state && t.action === 'lapse' && t.side === 'system')?.to

/**
 * The state as it is now, whatever the rows say: an offer whose time has passed and a line that has ended are over from
 * that instant, though nobody has written it down yet (docs/product.md › Rooms).
 */
export const stateNow = (row: Pick<CaseRow, 'state' | 'lapsesAt'>, kind: Kind, now: Date): CaseState =>
  isPast(row.lapsesAt, now) ? (lapsesTo(kind, row.state) ?? row.state) : row.state

const common: Record<CommonCondition, (c: Standing, now: Date, accountId?: string) => boolean> = {
  before_start: (c, now) => c.startsAt === null || now < c.startsAt,
  before_end: (c, now) => c.endsAt === null || now < c.endsAt,
  after_end: (c, now) => isPast(c.endsAt, now),
  own_decision_fresh: (c, now, accountId) =>
    c.decidedBy === accountId && c.decidedAt !== null && now <= undoUntil(c.decidedAt),
  overdue: (c, now) => isOverdue(c, now) && c.escalatedAt === null,
  unanswered: (c, now) =>
    (isOverdue(c, now) || (c.startsAt !== null && c.startsAt < now)) && c.escalatedAt === null,
  lapsed: (c, now) => isPast(c.lapsesAt, now),
  not_lapsed: (c, now) => c.lapsesAt !== null && now < c.lapsesAt,
}

function holds(condition: string, { row, kind, facts }: Judged, now: Date, accountId?: string): boolean {
  if (condition in common) return common[condition as CommonCondition](row, now, accountId)
  return kind.conditions?.[condition]?.(facts, row, now) === true
}

export interface Wanted {
  action: CaseAction
  side: CaseSide
  /** Of whoever acts. */
  accountId?: string | undefined
  /** Done by the service itself, or to many at once: the rows that are no button. */
  unasked?: boolean
}

/** The row of the table for this action from this state by this side, if its conditions hold now. */
export const transitionFor = (
  c: Judged,
  { action, side, accountId, unasked = false }: Wanted,
  now: Date,
): Transition | undefined => {
  // What is over by the clock is over for people, though nobody has written it down; who acts by themselves writes it.
  const from = side === 'system' || unasked ? c.row.state : stateNow(c.row, c.kind, now)
  return c.kind.transitions.find(
    (t) =>
      t.from === from &&
      t.action === action &&
      t.side === side &&
      (t.unasked === true) === unasked &&
      (t.when ?? []).every((condition) => holds(condition, c, now, accountId)),
  )
}

/** The buttons of one reader: everything the table allows this side now, but for what the service does by itself. */
export function actionsOpen(c: Judged, side: CaseSide, now: Date, accountId: string): CaseAction[] {
  const named = c.kind.transitions.filter((t) => !t.unasked && t.side === side).map((t) => t.action)
  return [...new Set(named)].filter((action) => transitionFor(c, { action, side, accountId }, now))
}

/** Is this an action of the other side, in any state? Then it is not allowed, rather than not open now. */
export const belongsTo = (kind: Kind, action: CaseAction, side: CaseSide): boolean =>
  kind.transitions.some((t) => t.action === action && t.side === side && !t.unasked)

/** Conditions that a table names and nothing gives a meaning: they would never hold. A test asks every service. */
export const unknownConditions = (kind: Kind): string[] =>
  kind.transitions
    .flatMap((t) => t.when ?? [])
    .filter((name) => !(name in common) && !(kind.conditions && name in kind.conditions))

/** Does the service itself write down that this state is over by the clock? */
export const lapsesBeside = ({ lapsesItself = [] }: Pick<Kind, 'lapsesItself'>, from: string): boolean =>
  lapsesItself === true || lapsesItself.includes(from)
