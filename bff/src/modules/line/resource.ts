/** What a line gives out is its own module's: a room's slot, a programme's or a task's place. This is all that a line asks of it. */
import { groupRule } from '@linli/contracts/line'
import * as z from 'zod/mini'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import type { Change } from '../cases/kind'
import type { Authorised } from '../cases/service'

/** Who stands in a line. */
export const entryRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  subjectId: z.string(),
  /** Whom the wait is for: an account or a child. */
  partyId: z.string(),
  groupId: z.string(),
  groupRule,
  /** As published; a manual move does not change it. */
  score: z.int(),
  /** After this instant an offer makes no sense. */
  until: z.date(),
})
export type Entry = z.output<typeof entryRow>

export const lineKind = z.enum(['room', 'programme', 'task'])

export const lineRow = z.strictObject({
  id: z.string(),
  kind: lineKind,
  community: z.string(),
  roomId: z.nullable(z.string()),
  /** Shanghai's, `YYYY-MM-DD`. */
  day: z.nullable(z.string()),
  programmeId: z.nullable(z.string()),
  taskId: z.nullable(z.string()),
})
export type Line = z.output<typeof lineRow>

/**
 * Everything with `tx` runs inside the transaction that holds the line's lock, without a second connection, and locks in the
 * order of docs/locks.md.
 */
export interface LineResource {
  kind: Line['kind']
  /** How many could be offered now; Infinity where only trying tells. */
  free(tx: Tx, line: Line, at: Date): Promise<number>
  /** All of them or none, decided in the database. @returns whether they have it */
  take(deps: Deps, tx: Tx, line: Line, entries: readonly Entry[], at: Date): Promise<boolean>
  release(tx: Tx, line: Line, entries: readonly Entry[], at: Date): Promise<void>
  /** What an acceptance sets on the row of the case beside its state; what else follows is its service's (`Kind.moved`). */
  accepting?(tx: Tx, authorised: Authorised, at: Date): Promise<Change>
  /** The start that the offer's deadline looks at. */
  startOf(tx: Tx, line: Line, entry: Entry, at: Date): Promise<Date>
  /** After the commit: forget what was remembered of it. */
  changed(deps: Deps, line: Line): void
}

export type Resources = Record<Line['kind'], LineResource>
