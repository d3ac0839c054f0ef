/** What a service adds to a case as staff read it, inside the frame that all share (features/desk). */
import type { confirmBookings } from '@linli/contracts/booking-desk'
import type { CaseDetail } from '@linli/contracts/cases'
import type { Endpoint } from '@linli/contracts/endpoint'
import type { ReactNode } from 'react'
import type { Act } from './acts'
import { byType } from './by-type'

/** Declared as methods, so that a service's own stands for any. */
export interface DeskParts<One extends CaseDetail = CaseDetail> {
  type: string
  /** Below the head, e.g. what stands beside it that day. */
  Above?(props: { one: One }): ReactNode
  /** In the card of facts, above whom to call. */
  Facts?(props: { one: One }): ReactNode
  acts?: readonly Act<One>[]
  /** A decision that its maker can take back for a moment, and the states that it leads to. */
  undo?: { endpoint: Endpoint; of: readonly string[] }
  /** What is decided of several at once, each by itself, and the states in which it can be. */
  many?: { endpoint: typeof confirmBookings; done: string; of: readonly string[] }
}

const parts = byType<DeskParts>()

export const knowDeskParts = parts.know
/** Undefined where a service's face says all there is. */
export const deskPartsOf = ({ type }: Pick<CaseDetail, 'type'>): DeskParts | undefined => parts.of(type)
