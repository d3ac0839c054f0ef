import type { CaseDetail } from '@linli/contracts/cases'
import { momentWords } from '../time/time-words'
import type { TimelineStep } from '../ui/timeline-step'
import { faceOf } from './faces'

/** What has happened, and the steps still ahead. */
export function timelineSteps(one: CaseDetail, now: number): TimelineStep[] {
  const face = faceOf(one)
  const past = one.timeline.map((event, i) => ({
    key: `${i}`,
    what: face.event(event, one.readAs),
    when: momentWords(event.at, now),
    note: event.note,
    ...(event.canErase && event.note !== null && { erasable: { place: i, at: event.at, note: event.note } }),
  }))
  const ahead = face.ahead(one, now).map((what) => ({ key: what, what, when: null, note: null, ahead: true }))
  return [...past, ...ahead]
}
