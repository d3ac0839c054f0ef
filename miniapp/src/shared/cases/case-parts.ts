/** What a service adds to the page of a case, inside the frame that all share (features/cases). */
import type { CaseDetail } from '@linli/contracts/cases'
import type { ReactNode } from 'react'
import type { CaseSheet, ConfirmWords, PlainAct } from './acts'
import { byType } from './by-type'

/** Giving up what one has: quiet, below everything else. It may wait for a network. */
export interface CancelAct extends PlainAct {
  confirm: ConfirmWords
  said: string
  /** What it is called while it waits. */
  queuedAs: string
}

/** How a waiting line speaks of what it gives out. */
export interface LineWords {
  /** Until when it is kept; `until` begins with a blank. */
  kept: (until: string) => string
  /** How many ahead got it. */
  placed: (n: number) => string
  /** Who comes first. */
  rule: string
  points: (score: number) => string
}

/** Declared as methods, so that a service's own stands for any. */
export interface CaseParts<One extends CaseDetail = CaseDetail> {
  type: string
  /** Beside 电话找人. */
  Corner?(): ReactNode
  /** Below the perforation of the ticket that the page begins with: what is at hand for it. */
  Stub?: { shows?(one: One): boolean; Shown(props: { one: One; now: number }): ReactNode }
  /** Below the head. */
  Above?(props: { one: One; now: number }): ReactNode
  /** The one thing to do now, where neither the line nor the rating says it. */
  Step?(props: { one: One; now: number; onAsk: (sheet: string) => void }): ReactNode
  /** Is the step more urgent than the rating, which then stands below it? */
  leads?(one: One, now: number): boolean
  /** Has the step anything to show? Where nothing is said here, it always has. */
  hasStep?(one: One): boolean
  /** In the card that ends with the number. */
  Facts?(props: { one: One; onAsk: (sheet: string) => void }): ReactNode
  /** Below that card. */
  Below?(props: { one: One }): ReactNode
  /** What a step or a fact may open, by name. */
  sheets?: Readonly<Record<string, CaseSheet<One>>>
  cancel?(one: One): CancelAct
  line?: LineWords
}

const parts = byType<CaseParts>()

export const knowCaseParts = parts.know
/** Undefined where a service's face says all there is. */
export const casePartsOf = ({ type }: Pick<CaseDetail, 'type'>): CaseParts | undefined => parts.of(type)
