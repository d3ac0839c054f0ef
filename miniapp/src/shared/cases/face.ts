/** What a service says of its cases, wherever they are shown: words and addresses, never a component that drags pages in. */
import type { CaseEvent } from '@linli/contracts/case-base'
import type { CaseDetail, CaseSummary } from '@linli/contracts/cases'
import type { Drawing } from '../ui/drawing'
import type { Tone } from '../ui/tone'
import type { PlainAct } from './acts'

export type Reader = 'party' | 'staff'

/** What is needed to say how a case stands. */
export type Standing = Pick<CaseSummary, 'state' | 'lapsesAt' | 'waitingFor'> &
  Partial<Pick<CaseSummary, 'startsAt'>>

export interface Lines {
  first: string
  second: string
}

/** A row of the desk. */
export interface DeskRowWords {
  /** In place of the due time, where nobody has to answer. */
  quiet: string
  first: string
  second: readonly string[]
}

/** The card 接下来. */
export interface HomeWords<Detail extends CaseDetail = CaseDetail> {
  when: string
  what: string
  where: string
  /** Where it leads. */
  to: string
  /** The drawing at its head: a room by its kind, or a small one; a letter where nothing is said. */
  picture?: Drawing
  spot?: Drawing
  /** How long it is until then, where that is near. */
  left?: string | null
  /** Shows the state too. */
  tagged: boolean
  /** The sentence for older eyes needs what only the page of the case knows. */
  asks: boolean
  /** The whole in one sentence. @param detail null while it is not known, or not asked for */
  spoken(detail: Detail | null): string
}

/** How a rated service is called where its ratings are. */
export interface RatedWords {
  /** 场地预订 */
  name: string
  /** 哪个场地 */
  which: string
  /** The states in which it is over, and can be rated. */
  in: readonly string[]
}

/** Declared as methods, so that a service's own stands for any. */
export interface Face<One extends CaseSummary = CaseSummary, Detail extends CaseDetail = CaseDetail> {
  type: string
  /** What the service is called, e.g. 场地预订. */
  name: string
  rated?: RatedWords
  state(one: Standing, now: number, reader: Reader): string
  tone(one: Standing): Tone
  /** What it is about, e.g. 三楼多功能厅 · 居民会议. */
  title(one: One): string
  /** When it takes place; empty where that says nothing. */
  when(one: One, now: number): string
  /** A row of one's own cases. */
  row(one: One, now: number): Lines
  home(one: One, now: number): HomeWords<Detail>
  deskRow(one: One, now: number): DeskRowWords
  /** By when it has to be answered, or what presses before that. */
  deskDue(one: One, dueAt: string, now: number): string
  head(one: Detail, now: number): Lines
  deskHead(one: Detail, now: number): Lines
  /** What happens next and by when, for the person served. */
  next(one: Detail, now: number): string
  /** One line of the timeline. */
  event(event: CaseEvent, reader: Reader): string
  /** The steps still to come. */
  ahead(one: Detail, now: number): readonly string[]
  /** Names and words for the page of a case that brings no parts of its own. */
  facts(one: Detail): readonly (readonly [name: string, words: string])[]
  /** What the person served may press, where there are no parts of its own. */
  acts: readonly PlainAct[]
  /** The same for staff. */
  deskActs: readonly PlainAct[]
}
