import type { CaseEvent } from '@linli/contracts/cases'
import type { FollowUpSummary } from '@linli/contracts/follow-ups'
import { reasonWords } from '../../shared/grade-words'
import { dueWords, momentWords } from '../../shared/time-words'
import { followUpEventWords } from '../../shared/timeline-follow-up'
import type { TimelineStep } from '../../shared/ui/timeline-step'
import { followUpText } from './text'

/** How the due time stands, and how far up it went: 联系还有 2 小时 · 已报上一级. Null where nothing is due. */
export function dueLine({ state, dueAt, escalations }: FollowUpSummary, now: number): string | null {
  const due = dueAt === null ? [] : [followUpText.dueOf(followUpText.due[state] ?? '', dueWords(dueAt, now))]
  const up = escalations === 0 ? [] : [followUpText.escalated(escalations)]
  return [...due, ...up].join(' · ') || null
}

/** 没人开门、不干净, or that nothing was chosen. */
export const reasonsLine = (reasons: FollowUpSummary['reasons']) =>
  reasons.length === 0 ? followUpText.noReasons : reasons.map((one) => reasonWords[one]).join('、')

/** What has happened, as staff read it. */
export const stepsOfTimeline = (timeline: readonly CaseEvent[], now: number): TimelineStep[] =>
  timeline.map((event, i) => ({
    key: `${i}`,
    what: followUpEventWords(event, 'staff'),
    when: momentWords(event.at, now),
    note: event.note,
  }))
