import type { CaseSummary } from '@linli/contracts/cases'
import { stateWord } from '@linli/contracts/words'
import { enrolmentWord, wordForPurpose } from './terms'
import { dateSpanWords, momentWords, spanWords } from '../time/time-words'

type Stands = Pick<CaseSummary, 'type' | 'state' | 'heldUntil'>

/** The state in words; of an offer until when it is kept. */
export function stateWords(
  { type, state, heldUntil }: Stands,
  now: number,
  reader: 'party' | 'staff' = 'party',
) {
  if (state !== 'held' || heldUntil === null) return (type === 'enrolment' ? enrolmentWord : stateWord)[state]
  const until = momentWords(heldUntil, now)
  if (reader === 'staff') return `保留到 ${until}`
  return type === 'booking' ? `时段为您保留到 ${until}` : `名额为您保留到 ${until}`
}

/** What it is about, e.g. 三楼多功能厅 · 居民会议, or 小禾 · 秋季课后托管. */
export function whatWords({ booking, enrolment, followUp }: CaseSummary): string {
  if (booking !== null) return `${booking.roomName} · ${wordForPurpose(booking.purpose)}`
  if (enrolment === null) return followUp?.title ?? ''
  const { nickname, programmeName } = enrolment
  return nickname === null ? programmeName : `${nickname} · ${programmeName}`
}

/** When it takes place. */
export function whenWords({ booking, enrolment }: CaseSummary, now: number): string {
  if (booking !== null) return spanWords(booking.startsAt, booking.endsAt, now)
  return enrolment === null ? '' : dateSpanWords(enrolment.startsOn, enrolment.endsOn, now)
}
