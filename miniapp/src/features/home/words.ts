import type { CaseSummary } from '@linli/contracts/cases'
import { whatWords, whenWords } from '../../shared/case-words'
import { momentWords, spanWords, spokenMoment } from '../../shared/time-words'
import { homeText } from './text'

/** What is next, in three lines: when, what and where; of a verdict that is asked for first what to do. */
export function nextWords(one: CaseSummary, now: number) {
  const { booking, enrolment, followUp, communityName } = one
  if (booking !== null) {
    const when = spanWords(booking.startsAt, booking.endsAt, now)
    return { when, what: booking.roomName, where: `${communityName} · ${booking.facilityName}` }
  }
  if (followUp !== null)
    return { when: homeText.verdict, what: homeText.rated(followUp.title), where: communityName }
  const comes = one.state === 'confirmed' && enrolment !== null
  const when = comes ? momentWords(enrolment.startsAt, now) : whenWords(one, now)
  return { when, what: whatWords(one), where: communityName }
}

/** The same in one sentence for older eyes, with who opens the door where that is known. */
export function elderSentence(one: CaseSummary, keeper: string | null, now: number): string {
  const { booking, enrolment, followUp } = one
  if (followUp !== null) return `${homeText.verdict}。`
  const starts = booking?.startsAt ?? (one.state === 'confirmed' ? enrolment?.startsAt : undefined)
  const when = starts === undefined ? whenWords(one, now) : spokenMoment(starts, now)
  const where = booking === null ? whatWords(one) : `在${booking.roomName}`
  return [when, where, ...(keeper === null ? [] : [homeText.opens(keeper)])].join('，') + '。'
}
