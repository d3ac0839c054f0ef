/** What a waiting line adds to the words of any service that has one. */
import type { CaseDetail } from '@linli/contracts/cases'

export interface LineNext {
  waiting: string
  /** An offer was kept too long, or nothing came free before it began. */
  lapsedOffer: string
  lapsedLine: string
}

const words = {
  held: '轮到您了。请按时接受，或让给下一位。',
  heldOver: '保留时间到了。正在看最新的情况，请稍等。',
  left: '您已退出排队。',
  declined: '您已让给下一位。',
  offer: '空出来后为您保留',
  accept: '您接受',
}

/** Is an offer of the line still to be decided on, as far as this device's clock is right? */
export const isOfferOpen = ({ state, lapsesAt }: Pick<CaseDetail, 'state' | 'lapsesAt'>, now: number) =>
  state === 'held' && lapsesAt !== null && now < Date.parse(lapsesAt)

/** What happens next with a case that waits in a line, or whose last step was the line's; null for any other. */
export function lineNext(one: CaseDetail, own: LineNext, now: number): string | null {
  const { state, timeline } = one
  const last = timeline[timeline.length - 1]
  if (state === 'waiting') return own.waiting
  if (state === 'held') return isOfferOpen(one, now) ? words.held : words.heldOver
  // It lapses by the clock; the line that says so may be written a little later.
  const wasHeld = last?.from === 'held' || last?.to === 'held'
  if (state === 'lapsed') return wasHeld ? own.lapsedOffer : own.lapsedLine
  if (last?.action === 'leave') return words.left
  return last?.action === 'decline' ? words.declined : null
}

/** The line's steps that are still to come; empty where there are none. */
export function lineAhead(state: string, come: string): string[] {
  if (state === 'waiting') return [words.offer, words.accept]
  return state === 'held' ? [words.accept, come] : []
}
