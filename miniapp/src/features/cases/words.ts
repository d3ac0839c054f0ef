import type { CaseDetail } from '@linli/contracts/cases'
import { serviceOf } from '../../shared/cases/terms'
import { momentWords, spokenMoment } from '../../shared/time/time-words'
import { followUpNext } from './follow-up/words'
import { casesText } from './text'

const lastNote = (one: CaseDetail, action: string) =>
  [...one.timeline].reverse().find((event) => event.action === action)?.note ?? null

/** The question that the person served has not answered yet. */
export const openQuestion = (one: CaseDetail) => (one.waitingFor === 'party' ? lastNote(one, 'ask') : null)

/** The last room that staff proposed with a refusal. */
export const proposedRoom = (one: CaseDetail) =>
  one.state === 'refused'
    ? ([...one.timeline].reverse().find((event) => event.alternativeRoomId !== null)?.alternativeRoomId ??
      null)
    : null

/** Is an offer of the line still to be decided on, as far as this device's clock is right? */
export const isOfferOpen = ({ state, heldUntil }: CaseDetail, now: number) =>
  state === 'held' && heldUntil !== null && now < Date.parse(heldUntil)

/** What happens next and by when, in words. */
export function nextWords(one: CaseDetail, now: number): string {
  if (one.type === 'follow_up') return followUpNext(one, now)
  const said = lineWords(one, now)
  if (said !== null) return said
  return one.enrolment === null ? bookingWords(one, now) : enrolmentWords(one, one.enrolment, now)
}

/** Of a case that waits in a line, or whose last step was the line's. */
function lineWords(one: CaseDetail, now: number): string | null {
  const { type, state, timeline } = one
  const last = timeline[timeline.length - 1]
  if (state === 'waiting') return type === 'booking' ? casesText.bookingWaiting : casesText.enrolment.waiting
  if (state === 'held') return isOfferOpen(one, now) ? casesText.held : casesText.heldOver
  // It lapses by the clock; the line that says so may be written a little later.
  const wasHeld = last?.from === 'held' || last?.to === 'held'
  if (state === 'lapsed') return (wasHeld ? casesText.lapsedOffer : casesText.lapsedLine)[serviceOf(type)]
  if (last?.action === 'leave') return casesText.left
  return last?.action === 'decline' ? casesText.declined : null
}

function enrolmentWords(one: CaseDetail, enrolment: NonNullable<CaseDetail['enrolment']>, now: number) {
  const words = casesText.enrolment
  if (one.state === 'entered') return words.entered(enrolment.drawNumber)
  if (one.state === 'confirmed') {
    const { startsAt } = enrolment
    return now < Date.parse(startsAt) ? words.starts(spokenMoment(startsAt, now)) : words.running
  }
  if (one.state !== 'cancelled') return words.completed
  const byParty = one.timeline.some((event) => event.action === 'cancel' && event.side === 'party')
  if (byParty) return words.cancelled
  const why = lastNote(one, 'cancel')
  return why === null ? words.cancelledByStaff : words.cancelledFor(why)
}

function bookingWords(one: CaseDetail, now: number): string {
  const { booking, state } = one
  if (booking !== null && state === 'pending') return pendingWords(one, booking, now)
  if (booking !== null && state === 'confirmed') {
    const { startsAt, endsAt } = booking
    if (now >= Date.parse(endsAt)) return casesText.over
    return now >= Date.parse(startsAt) ? casesText.nowOn : casesText.comeThen(spokenMoment(startsAt, now))
  }
  if (state === 'refused') {
    const why = lastNote(one, 'refuse')
    return why === null ? casesText.refused : `${casesText.refusedFor(why)} ${casesText.refused}`
  }
  if (state === 'cancelled') {
    const why = one.timeline.some((event) => event.action === 'cancel' && event.side === 'staff')
    return why ? casesText.cancelledFor(lastNote(one, 'cancel') ?? '') : casesText.cancelled
  }
  return casesText.completed
}

/** Is the answer promised for a time after the use has begun? */
export const isLate = ({ state, dueAt, booking }: CaseDetail) =>
  state === 'pending' &&
  dueAt !== null &&
  booking !== null &&
  Date.parse(booking.startsAt) < Date.parse(dueAt)

function pendingWords(one: CaseDetail, booking: NonNullable<CaseDetail['booking']>, now: number) {
  const { startsAt, endsAt } = booking
  if (now >= Date.parse(endsAt)) return casesText.missed
  const begun = now >= Date.parse(startsAt)
  if (one.waitingFor === 'party')
    return one.can.includes('supplement') && !begun ? casesText.waitParty : casesText.tooLateToAdd
  if (begun) return casesText.begun
  if (one.escalated) return casesText.escalated
  if (one.overdue || one.dueAt === null) return casesText.overdue
  const by = `${momentWords(one.dueAt, now)} `
  return isLate(one) ? casesText.dueLate(by) : casesText.due(by)
}
