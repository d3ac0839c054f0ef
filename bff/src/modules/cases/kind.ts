/** What a service tells the spine of itself, and all that the spine ever asks of it. */
import type { CaseAction, CaseSide, CaseState, WaitingFor } from '@linli/contracts/case-base'
import type { CaseDeclaration } from '@linli/contracts/case-declaration'
import type { LeaveStatements } from '../../platform/account-rows'
import type { FieldCipher } from '../../platform/crypto'
import type { Said } from '../../platform/document'
import type { Ids } from '../../platform/ids'
import type { Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import type { RowSchema } from '../../platform/rows'
import type { Tag } from '../../platform/sealed-columns'
import type { GrantFact } from '../identity/policy'
import type { CaseRow, Reader, Standing } from './row'

/** What a service keeps of one case beside its row, as one query reads it for a page of cases. */
export interface Facts {
  caseId: string
}

/**
 * What it keeps of the cases in `$1` (uuid[]), a row each with its `"caseId"`. A case that it does not know is left out, as
 * if it were not there. All services on a page are asked in one statement, so a row comes as JSON: an instant as its text.
 */
export interface FactsQuery {
  row: RowSchema
  sql: string
}

export interface Kind<F extends Facts = Facts> extends CaseDeclaration {
  /** False where staff and supervisors read it only where the service itself shows it, never by the case's own address. */
  readByStaff: boolean
  /**
   * Where one person works on a case and nobody else of the office reads what is in it: the badge under which this reader
   * does now, or undefined. Others of the office then read its row alone, call nobody and move nothing.
   */
  handlerBadge?(facts: F, reader: { accountId: string; grants: readonly GrantFact[] }): string | undefined
  /**
   * Whoever organises what it is for, without an office: the badge under which this reader does now. They move it as staff
   * do, and call nobody.
   */
  organiserBadge?(facts: F, accountId: string): string | undefined
  /**
   * Where a partner unit organises: the condition by which a statement finds its cases, `c` is the case. A desk of its own
   * shows these and nothing else.
   * @param account a placeholder of its account's id
   */
  organises?(account: string): string
  /** Of a case on which one person works: whether an event is for whoever works on it, to whom not everything may have been handed over. */
  showsEvent?(facts: F, event: { at: Date; from: CaseState | null }): boolean
  /** A finished one can be rated. */
  rated: boolean
  /** The states that stand in the desk's list of a day; what stands there lasts no longer than a day. */
  takesPlaceIn?: readonly CaseState[]
  /** The states in which somebody only stands in a line for it: the home page shows it behind all that they have. */
  queuesIn?: readonly CaseState[]
  /** It has no day of its own: it waits behind what is today. */
  dayless?: true
  /** It writes down itself what is over by the clock, since a line or more than the case hangs on it; or so in these states. */
  lapsesItself?: true | readonly CaseState[]
  /** An open one keeps its person from leaving until it is over; or so in these states, where what is left is the office's. */
  keepsFromLeaving: boolean | readonly CaseState[]
  facts: FactsQuery
  /** The conditions of its own that its table names. */
  conditions?: Readonly<Record<string, Condition<F>>>
  /** The contract's `facts` of a list: nothing tagged, ever. @param asParty is it shown to whom it belongs? */
  summary(facts: F, row: CaseRow, asParty: boolean): object
  /** The contract's `facts` of its page. @param reading `words` says whether the reader may read what people wrote */
  detail(facts: F, row: CaseRow, reading: Reading): object
  /** What it keeps beside the row, for the file in which a person takes everything along. */
  exported: Exported<F>
  /** What goes when its person leaves: what people wrote, by table; a statement of which `$1` is the accounts. */
  onLeave: LeaveStatements
  /** Its own actions in the words of that file; those that every service has are known. */
  actionWords: Readonly<Record<CaseAction, string>>
  /** What people can attach to its cases; without it, nothing. */
  files?: Files
  /** When it is next, where that is not its start, e.g. the next session; in one query. */
  next?(read: Read, ids: readonly string[], now: Date): Promise<{ caseId: string; at: Date }[]>
  /** Those whose turn is their person's and of whom nothing is asked: they end by themselves, and what has a day comes before. One query. */
  resting?(read: Read, ids: readonly string[], now: Date): Promise<readonly string[]>
  /** Whatever else follows from moves, in their transaction; a Problem takes all of it back. */
  moved?(tools: Tools, tx: Tx, moves: readonly Move<F>[]): Promise<void>
}

export interface Files {
  /** What the pictures hold, as records of reading say it. */
  tag: Tag
  /**
   * Whether somebody may look at a file of a case now: asked when they are given a link, and at each use of it.
   * @returns who reads of it that it was looked at, and under which name; undefined where they may not
   */
  mayRead(
    read: Read,
    asked: { caseId: string; fileId: string; readerId: string; at: Date },
  ): Promise<{ subjectId: string; readerName: string } | undefined>
}

export interface Exported<F extends Facts> {
  /** The fields, each with its name on the page and, if it is a code, the words for it. */
  labels: Readonly<Record<string, Said>>
  /** The fields in clear. */
  of(facts: F, cipher: FieldCipher): Readonly<Record<string, unknown>>
  /** Of what is sealed by the key of each case, in one query or two. @returns by the case's id */
  more?(
    tools: Pick<Tools, 'cipher'>,
    tx: Tx,
    caseIds: readonly string[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>
}

/** Written as a method, so that a service's own stands for any. */
export type Condition<F extends Facts> = { holds(facts: F, row: Standing, now: Date): boolean }['holds']

export interface Reading {
  reader: Reader
  words: boolean
  cipher: FieldCipher
}

/** What a hook is given beside its transaction. */
export interface Tools {
  ids: Ids
  cipher: FieldCipher
}

/** A case as its rules look at it. */
export interface Seen<F extends Facts = Facts> {
  row: CaseRow
  kind: Kind
  facts: F
}

/** One case, moved: as it was (`row`), and what it is now. */
export interface Move<F extends Facts = Facts> extends Seen<F> {
  action: CaseAction
  /** Not asked for one by one: by the service itself, or for many at once. */
  unasked: boolean
  to: CaseState
  by: By
  note: string | null
  at: Date
}

/** Who moves a case: a person of either side, or the clock. */
export interface By {
  side: CaseSide
  actorId: string | null
  /** The badge of staff; a resident's name is never written to a timeline. */
  actorName: string | null
}

/** What of the row a move sets beside its state; what is left out keeps its value, or what the state means. */
export interface Change {
  waitingFor?: WaitingFor
  dueAt?: Date | null
  escalatedAt?: Date | null
  lapsesAt?: Date | null
  /** When it takes place, where that is arranged after it was asked for. */
  startsAt?: Date | null
  endsAt?: Date | null
  /** What it is about, where that changes with it, e.g. another room. */
  title?: string
  /** The actor becomes the one who decided, and may take it back for a moment. */
  decides?: boolean
}

export const byClock: By = { side: 'system', actorId: null, actorName: null }

/** Is it read by its person and by whoever works on it alone? Then nothing around it may say what it is about, or whose it is. */
export const isConfidential = ({ handlerBadge }: Pick<Kind, 'handlerBadge'>): boolean =>
  handlerBadge !== undefined
