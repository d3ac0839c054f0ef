/** A case as the spine reads it, and as whom somebody reads it. */
import type { ActorRole, CaseState, WaitingFor } from '@linli/contracts/case-base'

export type Reader = 'party' | 'staff' | 'supervisor'

export interface CaseRow {
  id: string
  number: string
  type: string
  community: string
  subjectId: string
  actorId: string
  actorRole: ActorRole
  /** Of a case that is for a child. */
  childId: string | null
  /** What that child is called here; only who decides for it is shown it. */
  nickname: string | null
  /** Whose word counts for that child, the first one first; empty for a case that is for no child. */
  decidingIds: string[]
  state: CaseState
  waitingFor: WaitingFor
  title: string
  startsAt: Date | null
  endsAt: Date | null
  /** When the present state is over by the clock. */
  lapsesAt: Date | null
  dueAt: Date | null
  escalatedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  createdAt: Date
  closedAt: Date | null
}

/** Of the row, what a table's conditions look at. */
export type Standing = Pick<
  CaseRow,
  | 'state'
  | 'waitingFor'
  | 'startsAt'
  | 'endsAt'
  | 'lapsesAt'
  | 'dueAt'
  | 'escalatedAt'
  | 'decidedBy'
  | 'decidedAt'
>
