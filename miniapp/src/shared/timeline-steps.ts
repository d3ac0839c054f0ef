import type { CaseDetail } from '@linli/contracts/cases'
import { momentWords } from './time-words'
import { aheadWord, partyEvent, staffEvent } from './timeline-text'
import type { TimelineStep } from './ui/timeline'

/** What has happened, and the steps still ahead. */
export function timelineSteps(one: CaseDetail, now: number): TimelineStep[] {
  const words = one.readAs === 'staff' ? staffEvent : partyEvent
  const past = one.timeline.map((event, i) => ({
    key: `${i}`,
    what: words[event.action](event.by, event.side),
    when: momentWords(event.at, now),
    note: event.note,
  }))
  const ahead = (what: string): TimelineStep => ({ key: what, what, when: null, note: null, ahead: true })
  if (one.state === 'pending') return [...past, ahead(aheadWord.decide), ahead(aheadWord.come)]
  return one.state === 'confirmed' && now < Date.parse(one.booking.endsAt)
    ? [...past, ahead(aheadWord.come)]
    : past
}
