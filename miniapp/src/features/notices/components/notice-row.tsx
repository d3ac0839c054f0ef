import type { Notice } from '@linli/contracts/notices'
import { pages } from '../../../shared/pages'
import { momentWords, spanWords } from '../../../shared/time-words'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { noticeWord, noticesText } from '../text'

/** Kinds that are for staff open at the desk. */
const forStaff: readonly Notice['kind'][] = ['booking_supplemented', 'booking_escalated']
/** Kinds of the care day: a guardian, who is told the nickname, reads them with the case, carers in their day. */
const ofTheDay: readonly Notice['kind'][] = [
  'child_released',
  'child_absent',
  'child_missing',
  'child_health',
  'child_incident',
  'child_late_15',
  'child_late_30',
  'child_late_60',
  'barred_person_seen',
  'release_refused',
  'release_overridden',
]

/** Kinds that lead to the rating page of what was served. */
const ofRating: readonly Notice['kind'][] = [
  'rating_invited',
  'rating_replied',
  'rating_text_passed',
  'rating_text_refused',
]
const isFollowUp = (kind: Notice['kind']) => kind.startsWith('follow_up_')

function placeOf({ kind, caseId, facts }: Notice): string {
  if (ofRating.includes(kind)) return pages.rate(caseId)
  // Only the rater is told what was rated; for staff it is a follow-up among others.
  if (isFollowUp(kind)) return facts.title === '' ? pages.followUp(caseId) : pages.case(caseId)
  if (forStaff.includes(kind)) return pages.deskCase(caseId)
  return ofTheDay.includes(kind) && facts.nickname === null ? pages.careToday : pages.case(caseId)
}

/** What it is about and when that is; what happened in a care day happened when it was told. */
function underWords({ kind, at, facts: { title, startsAt, endsAt } }: Notice, now: number): string {
  const span = ofTheDay.includes(kind) || isFollowUp(kind) ? [] : [spanWords(startsAt, endsAt, now)]
  return [title, ...span, momentWords(at, now)].filter(Boolean).join(' · ')
}

export function NoticeRow({ notice, now, onOpen }: { notice: Notice; now: number; onOpen: () => void }) {
  const { kind, read, facts } = notice
  return (
    <Row
      to={placeOf(notice)}
      onTap={onOpen}
      title={noticeWord[kind](facts, now)}
      under={underWords(notice, now)}
      end={read ? undefined : <StateTag tone="bad">{noticesText.unread}</StateTag>}
    />
  )
}
