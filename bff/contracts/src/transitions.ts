import type { CaseAction, CaseSide, CaseState } from './cases'

/** What else must hold for a transition, by name; the service's rules give each its meaning. */
export type Condition =
  | 'before_start'
  | 'before_end'
  | 'after_end'
  | 'after_cleaning'
  | 'own_decision_fresh'
  | 'unanswered'
  /** The offer's deadline has not come. */
  | 'offer_open'
  /** The offer's deadline has come. */
  | 'offer_over'
  /** What is waited for begins too soon, or has begun. */
  | 'line_over'
  /** The room confirms by itself. */
  | 'automatic'
  /** Staff confirm the room. */
  | 'by_staff'
  /** Of a follow-up: what the unit, the handler and the rater have not done yet, or have. */
  | 'not_appealed'
  | 'appealed'
  | 'objected'
  | 'not_extended'
  | 'not_named'
  | 'not_supplemented'
  /** The hard stop has not come. */
  | 'before_stop'
  /** The due time has passed, and nobody above has been told of it. */
  | 'late'

/** One row of a case type's table (docs/product.md › Rule 2). */
export interface Transition {
  from: CaseState
  action: CaseAction
  to: CaseState
  side: CaseSide
  when?: readonly Condition[]
  /** The actor has to say why, or what is asked or answered. */
  note?: 'required'
}
