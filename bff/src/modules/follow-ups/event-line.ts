import type { CaseAction, CaseSide } from '@linli/contracts/case-base'

/** A line of a timeline, as the database says it. */
export interface EventLine {
  at: string
  action: CaseAction
  from_state: string | null
  to_state: string
  side: CaseSide
  actor_name: string | null
  note: string | null
}
