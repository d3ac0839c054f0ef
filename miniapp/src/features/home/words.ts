import type { CaseSummary } from '@linli/contracts/cases'
import { whatWords, whenWords } from '../../shared/cases/case-words'
import { pages } from '../../shared/navigation/pages'
import { momentWords, spanWords, spokenMoment } from '../../shared/time/time-words'
import { homeText } from './text'

/** A session of care that has begun: what counts now is the child's day, not when it began. */
export const careIsOn = ({ state, enrolment }: CaseSummary, now: number): boolean =>
  state === 'confirmed' && enrolment !== null && Date.parse(enrolment.startsAt) <= now

/** What is next, in three lines: when, what and where; of a verdict that is asked for first what to do. */
export function nextWords(one: CaseSummary, now: number) {
  const { booking, enrolment, followUp, communityName } = one
  if (booking !== null) {
    const when = spanWords(booking.startsAt, booking.endsAt, now)
    return { when, what: booking.roomName, where: `${communityName} · ${booking.facilityName}` }
  }
  if (followUp !== null)
    return { when: homeText.verdict, what: homeText.rated(followUp.title), where: communityName }
  if (careIsOn(one, now)) return { when: homeText.careOn, what: whatWords(one), where: homeText.careOnHelp }
  const comes = one.state === 'confirmed' && enrolment !== null
  const when = comes ? momentWords(enrolment.startsAt, now) : whenWords(one, now)
  return { when, what: whatWords(one), where: communityName }
}

/** Where it leads: to the child's day while care is on, else to the matter. */
export const nextPlace = (one: CaseSummary, now: number): string =>
  careIsOn(one, now) && one.enrolment !== null ? pages.childDays(one.enrolment.childId) : pages.case(one.id)

/** The same in one sentence for older eyes, with who opens the door where that is known. */
export function elderSentence(one: CaseSummary, keeper: string | null, now: number): string {
  const { booking, enrolment, followUp } = one
  if (followUp !== null) return `${homeText.verdict}。`
  if (careIsOn(one, now)) return `${homeText.careOn}，${homeText.careOnHelp}。`
  const starts = booking?.startsAt ?? (one.state === 'confirmed' ? enrolment?.startsAt : undefined)
  const when = starts === undefined ? whenWords(one, now) : spokenMoment(starts, now)
  const where = booking === null ? whatWords(one) : `在${booking.roomName}`
  return [when, where, ...(keeper === null ? [] : [homeText.opens(keeper)])].join('，') + '。'
}
