/** What can be done to a case, as data: which action of its table it is, what its button says, what it asks before. */
import type { CaseDetail } from '@linli/contracts/cases'
import type { Endpoint } from '@linli/contracts/endpoint'
import type { ReactNode } from 'react'

interface Named {
  /** Of the table: the button is there while the answer's `can` names it. */
  action: string
  word: string
  look?: 'main' | 'ghost' | 'danger' | 'warm'
  /** The single key that means it at a wide desk. */
  key?: string
}

/** Asked once before something is ended. */
export interface ConfirmWords {
  title: string
  lines: readonly string[]
  yes: string
  no: string
}

/** Asks for a few words. */
export interface NoteWords {
  title: string
  label: string
  help?: string
  usual?: readonly string[]
}

/** A write to the one case, `POST /…/:id/…` with a body of nothing or of a `note`. */
export interface PlainAct extends Named {
  endpoint: Endpoint
  /** Said when it is done. */
  said?: string
  confirm?: ConfirmWords
  note?: NoteWords
}

export interface SheetProps<One extends CaseDetail> {
  one: One
  onClose: () => void
}

/** Written as a method, so that a service's own stands for any. */
export type CaseSheet<One extends CaseDetail = CaseDetail> = {
  sheet(props: SheetProps<One>): ReactNode
}['sheet']

/** What is done on a page of its own. */
type PageAct<One extends CaseDetail> = Named & {
  to: { page(one: One): string }['page']
  /** Where not the table alone says that there is something to be done. */
  only?: { when(one: One): boolean }['when']
}

/** What asks for more than a few words opens a sheet of its own, or leads to a page. */
export type Act<One extends CaseDetail = CaseDetail> =
  PlainAct | (Named & { Sheet: CaseSheet<One> }) | PageAct<One>
