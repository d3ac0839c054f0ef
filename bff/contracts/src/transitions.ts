import type { CaseAction, CaseSide, CaseState } from './case-base'

/**
 * What else must hold for a transition and can be told from the row of the case alone. A service adds its own by names
 * of its own, and its `kind.ts` gives them their meaning.
 */
export type CommonCondition =
  | 'before_start'
  | 'before_end'
  | 'after_end'
  /** Whoever decided takes it back within ten seconds. */
  | 'own_decision_fresh'
  /** Staff have not answered by the due time or by the start, and nobody above was told. */
  | 'unanswered'
  /** The same, by the due time alone: of what has begun or is over before staff are asked. */
  | 'overdue'
  /** The present state is over by the clock, e.g. an offer that nobody took; or not yet. */
  | 'lapsed'
  | 'not_lapsed'

/** One row of a case type's table (docs/product.md › Rule 2). */
export interface Transition {
  from: CaseState
  action: CaseAction
  to: CaseState
  side: CaseSide
  /** Names of conditions: the common ones and the service's own. */
  when?: readonly string[]
  /** The actor has to say why, or what is asked or answered. */
  note?: 'required'
  /** No button of a case: the service does it by itself, or to many at once. */
  unasked?: true
}

/** Until when a decision can be taken back by whoever made it. */
export const undoSeconds = 10
