import type { CaseDetail } from '@linli/contracts/cases'
import { momentWords, spokenMoment } from '../../shared/time-words'
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

/** What happens next and by when, in words. */
export function nextWords(one: CaseDetail, now: number): string {
  const { startsAt, endsAt } = one.booking
  if (one.state === 'pending' || one.state === 'held') return pendingWords(one, now)
  if (one.state === 'confirmed') {
    if (now >= Date.parse(endsAt)) return casesText.over
    return now >= Date.parse(startsAt) ? casesText.nowOn : casesText.comeThen(spokenMoment(startsAt, now))
  }
  if (one.state === 'refused') {
    const why = lastNote(one, 'refuse')
    return why === null ? casesText.refused : `${casesText.refusedFor(why)} ${casesText.refused}`
  }
  if (one.state === 'cancelled') {
    const why = one.timeline.some((event) => event.action === 'cancel' && event.side === 'staff')
    return why ? casesText.cancelledFor(lastNote(one, 'cancel') ?? '') : casesText.cancelled
  }
  return casesText.completed
}

function pendingWords(one: CaseDetail, now: number) {
  const { startsAt, endsAt } = one.booking
  if (now >= Date.parse(endsAt)) return casesText.missed
  const begun = now >= Date.parse(startsAt)
  if (one.waitingFor === 'party')
    return one.can.includes('supplement') && !begun ? casesText.waitParty : casesText.tooLateToAdd
  if (begun) return casesText.begun
  if (one.escalated) return casesText.escalated
  if (one.overdue || one.dueAt === null) return casesText.overdue
  return casesText.due(`${momentWords(one.dueAt, now)} `)
}
