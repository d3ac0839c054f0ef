/** What is closed, and what each booking that lies there can become (docs/product.md › Rooms). Pure. */
import {
  type ClosureAnswer,
  type ClosureKind,
  closuresAhead,
  takeoversAhead,
} from '@linli/contracts/closures'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'

export interface Span {
  startsAt: Date
  endsAt: Date
}

export interface Closing {
  roomIds: readonly string[]
  startsAt: Date
  endsAt: Date
  reason: string
  kind: ClosureKind
  weeks: number
  answers: readonly { caseId: string; answer: ClosureAnswer; roomId?: string | undefined }[]
}

/** The same hours by the clock of Shanghai in so many weeks in a row. */
export function weekly({ startsAt, endsAt }: Span, weeks: number): Span[] {
  const later = (at: Date, n: number): Date => {
    const day = dayOf(at)
    return new Date(at.getTime() - startOfDay(day).getTime() + startOfDay(addDays(day, 7 * n)).getTime())
  }
  return Array.from({ length: weeks }, (_, n) => ({ startsAt: later(startsAt, n), endsAt: later(endsAt, n) }))
}

/** How many closures that are not over a room may have after one of this kind. */
export const mostAhead = (kind: ClosureKind): number =>
  kind === 'takeover' ? closuresAhead + takeoversAhead : closuresAhead

/** An offer is nobody's yet: it can end, but not go elsewhere. */
export const answersTo = (state: string): ClosureAnswer[] =>
  state === 'held' ? ['keep', 'cancel'] : ['move', 'keep', 'cancel']

/** What is written to whom a closure sends away. */
export const apology = (reason: string): string => `很抱歉，这个时间场地用不了：${reason}`
