import type { CaseDetail } from '@linli/contracts/cases'
import { serviceOf } from './terms'
import { momentWords } from '../time/time-words'
import { followUpAhead } from './timeline-follow-up'
import { aheadWord, eventWords } from './timeline-text'
import type { TimelineStep } from '../ui/timeline-step'

/** What has happened, and the steps still ahead. */
export function timelineSteps(one: CaseDetail, now: number): TimelineStep[] {
  const past = one.timeline.map((event, i) => ({
    key: `${i}`,
    what: eventWords(event, one.type, one.readAs),
    when: momentWords(event.at, now),
    note: event.note,
    ...(event.canErase && event.note !== null && { erasable: { place: i, at: event.at, note: event.note } }),
  }))
  const ahead = aheadOf(one, now).map((what) => ({ key: what, what, when: null, note: null, ahead: true }))
  return [...past, ...ahead]
}

const isStage = (state: string): state is keyof typeof followUpAhead => state in followUpAhead

function aheadOf({ type, state, booking, enrolment }: CaseDetail, now: number): string[] {
  const come = aheadWord.come[serviceOf(type)]
  if (isStage(state)) return followUpAhead[state]
  if (state === 'entered') return [aheadWord.draw]
  if (state === 'waiting') return [aheadWord.offer, aheadWord.accept]
  if (state === 'held') return [aheadWord.accept, come]
  if (state === 'pending') return [aheadWord.decide, come]
  const until = booking?.endsAt ?? enrolment?.startsAt
  return state === 'confirmed' && until !== undefined && now < Date.parse(until) ? [come] : []
}
