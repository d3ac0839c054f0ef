/** What a line gives out is its own module's: a room's slot, a programme's place. This is all that a line asks of it. */
import type { GroupRule } from '@linli/contracts/line'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import type { Change } from '../cases/kind'
import type { Authorised } from '../cases/service'

/** Who stands in a line. */
export interface Entry {
  caseId: string
  number: string
  subjectId: string
  /** Whom the wait is for: an account or a child. */
  partyId: string
  groupId: string
  groupRule: GroupRule
  /** As published; a manual move does not change it. */
  score: number
  /** After this instant an offer makes no sense. */
  until: Date
}

export interface Line {
  id: string
  kind: 'room' | 'programme'
  community: string
  roomId: string | null
  /** Shanghai's, `YYYY-MM-DD`. */
  day: string | null
  programmeId: string | null
}

/**
 * Everything with `tx` runs inside the transaction that holds the line's lock, without a second connection, and locks in the
 * order of docs/locks.md.
 */
export interface LineResource {
  kind: Line['kind']
  /** How many could be offered now; Infinity where only trying tells. */
  free(tx: Tx, line: Line, at: Date): Promise<number>
  /** All of them or none, decided in the database. @returns whether they have it */
  take(tx: Tx, line: Line, entries: readonly Entry[], at: Date): Promise<boolean>
  release(tx: Tx, line: Line, entries: readonly Entry[], at: Date): Promise<void>
  /** What an acceptance sets on the row of the case beside its state; what else follows is its service's (`Kind.moved`). */
  accepting?(tx: Tx, authorised: Authorised, at: Date): Promise<Change>
  /** The start that the offer's deadline looks at. */
  startOf(tx: Tx, line: Line, entry: Entry, at: Date): Promise<Date>
  /** After the commit: forget what was remembered of it. */
  changed(deps: Deps, line: Line): void
}

export type Resources = Record<Line['kind'], LineResource>
