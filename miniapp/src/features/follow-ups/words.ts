import type { FollowUpDetail, FollowUpRole, FollowUpSummary } from '@linli/contracts/follow-ups'
import { reasonWord } from '@linli/contracts/words'
import { ratedWords } from '../../shared/cases/faces'
import { dayOf } from '../../shared/time/shanghai'
import { dayWords, dueWords, momentWords } from '../../shared/time/time-words'
import type { TimelineStep } from '../../shared/ui/timeline-step'
import { followUpText } from './text'
import { staffEventWords } from './timeline-words'

/** How the due time stands, and how far up it went: 联系还有 2 小时 · 已报上一级. Null where nothing is due. */
export function dueLine(one: FollowUpSummary, now: number): string | null {
  const { state, dueAt, escalations } = one
  const due =
    dueAt === null ? [] : [followUpText.dueOf(followUpText.due[state] ?? '', whenDue(one, dueAt, now))]
  const up = escalations === 0 ? [] : [followUpText.escalated(escalations)]
  return [...due, ...up].join(' · ') || null
}

/** To the minute; where the reader is told days only, whether it is late is the service's answer. */
function whenDue({ byDay, overdue }: FollowUpSummary, dueAt: string, now: number): string {
  if (!byDay) return dueWords(dueAt, now)
  if (overdue) return followUpText.late
  const day = dayOf(dueAt)
  return day === dayOf(now) ? followUpText.today : followUpText.before(dayWords(day, now))
}

/** The last moment to put it right, or only its day. */
export const stopWords = ({ byDay, stopAt }: FollowUpSummary, now: number) =>
  byDay ? dayWords(dayOf(stopAt), now) : momentWords(stopAt, now)

/** 场地 · 居民议事室; the service alone where the reader is not told which. */
export const aboutLine = ({ service, about }: Pick<FollowUpSummary, 'service' | 'about'>) =>
  [ratedWords(service).name, ...(about === null ? [] : [about])].join(' · ')

/** 没人开门、不干净, or that nothing was chosen. */
export const reasonsLine = (reasons: FollowUpSummary['reasons']) =>
  reasons.length === 0 ? followUpText.noReasons : reasons.map((one) => reasonWord[one]).join('、')

/** Where no text is shown: only who would read every text may say that there is none. */
export function noTextWords(readAs: FollowUpRole): string {
  if (readAs === 'observer') return followUpText.textHidden
  return readAs === 'unit' ? followUpText.nothingToRead : followUpText.noText
}

/** What has happened, as staff read it; what they did not do themselves perhaps only by the day. */
export const stepsOfTimeline = (
  { timeline, byDay }: Pick<FollowUpDetail, 'timeline' | 'byDay'>,
  now: number,
): TimelineStep[] =>
  timeline.map((event, i) => ({
    key: `${i}`,
    what: staffEventWords(event),
    when: byDay && event.side !== 'staff' ? dayWords(dayOf(event.at), now) : momentWords(event.at, now),
    note: event.note,
  }))
