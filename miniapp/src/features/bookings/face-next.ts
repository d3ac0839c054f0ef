import type { BookingDetail } from '@linli/contracts/booking-case'
import { lineNext } from '../../shared/cases/line-face'
import { lastNote } from '../../shared/cases/timeline-notes'
import { momentWords, spokenMoment } from '../../shared/time/time-words'
import { faceText } from './face-text'

const words = faceText.next

/** What happens next with a booking and by when, in words. */
export function bookingNext(one: BookingDetail, now: number): string {
  const { state, startsAt, endsAt } = one
  const said = lineNext(one, faceText.line, now)
  if (said !== null) return said
  if (state === 'pending') return pendingWords(one, now)
  if (state === 'confirmed') {
    if (now >= Date.parse(endsAt)) return words.over
    if (one.can.includes('arrive')) return words.checkIn
    return now >= Date.parse(startsAt) ? words.nowOn : words.comeThen(spokenMoment(startsAt, now))
  }
  if (state === 'refused') {
    const why = lastNote(one, 'refuse')
    const then = one.facts.alternativeRoomId === null ? words.refused : words.offered
    return why === null ? then : `${words.refusedFor(why)}${then}`
  }
  if (state === 'cancelled') {
    const byStaff = one.timeline.some((event) => event.action === 'cancel' && event.side === 'staff')
    return byStaff ? words.cancelledFor(lastNote(one, 'cancel') ?? '') : words.cancelled
  }
  if (state === 'missed') return words.released
  return state === 'replaced' ? words.replaced : words.completed
}

/** Is the answer promised for a time after the use has begun? */
export const isLate = ({ state, dueAt, startsAt }: BookingDetail) =>
  state === 'pending' && dueAt !== null && Date.parse(startsAt) < Date.parse(dueAt)

function pendingWords(one: BookingDetail, now: number) {
  const { startsAt, endsAt } = one
  if (now >= Date.parse(endsAt)) return words.missed
  const begun = now >= Date.parse(startsAt)
  if (one.waitingFor === 'party')
    return one.can.includes('supplement') && !begun ? words.waitParty : words.tooLateToAdd
  if (begun) return words.begun
  if (one.escalated) return words.escalated
  if (one.overdue || one.dueAt === null) return words.overdue
  const by = `${momentWords(one.dueAt, now)} `
  return isLate(one) ? words.dueLate(by) : words.due(by)
}
