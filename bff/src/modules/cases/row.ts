/** A case as the spine reads it, and as whom somebody reads it. */
import { actorRole, waitingFor } from '@linli/contracts/case-base'
import * as z from 'zod/mini'
import type { Turn } from '../../platform/cursor'

/** `organiser`: whoever organises what it is for, without an office (`Kind.organiserBadge`). */
export type Reader = 'party' | 'staff' | 'organiser' | 'supervisor'

const moment = z.nullable(z.date())

export const caseRow = z.strictObject({
  id: z.string(),
  number: z.string(),
  type: z.string(),
  community: z.string(),
  subjectId: z.string(),
  actorId: z.string(),
  actorRole,
  /** Of a case that is for a child. */
  childId: z.nullable(z.string()),
  /** What that child is called here; only who decides for it is shown it. */
  nickname: z.nullable(z.string()),
  /** Whose word counts for that child, the first one first; empty for a case that is for no child. */
  decidingIds: z.array(z.string()),
  state: z.string(),
  waitingFor,
  title: z.string(),
  startsAt: moment,
  endsAt: moment,
  /** When the present state is over by the clock. */
  lapsesAt: moment,
  dueAt: moment,
  escalatedAt: moment,
  decidedBy: z.nullable(z.string()),
  decidedAt: moment,
  createdAt: z.date(),
  closedAt: moment,
})
export type CaseRow = z.output<typeof caseRow>

/** Where a case stands in a list by `at` (`inTurn` of the store). */
export const turnOf = ({ id, startsAt, createdAt }: CaseRow, at: Date): Turn => ({
  ...{ at, id },
  begins: startsAt ?? createdAt,
})

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
