import type { Me } from '@linli/contracts/identity'
import type { Notice } from '@linli/contracts/notices'
import { staffGrants } from '../../../shared/grants'
import { pages } from '../../../shared/pages'
import { useMe } from '../../../shared/session'
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
const ofRating: readonly Notice['kind'][] = ['rating_invited', 'rating_replied']
/** Follow-ups: the rater reads them as a case; these reach nobody else. */
const forRater: readonly Notice['kind'][] = ['follow_up_contacted', 'follow_up_extended', 'follow_up_told']
const isFollowUp = (kind: Notice['kind']) => kind.startsWith('follow_up_')

function placeOf({ kind, caseId, facts }: Notice, me: Me | null): string {
  if (ofRating.includes(kind)) return pages.rate(caseId)
  if (isFollowUp(kind) && !forRater.includes(kind) && staffGrants(me).length > 0)
    return pages.followUp(caseId)
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
  const me = useMe()
  return (
    <Row
      to={placeOf(notice, me)}
      onTap={onOpen}
      title={noticeWord[kind](facts, now)}
      under={underWords(notice, now)}
      end={read ? undefined : <StateTag tone="bad">{noticesText.unread}</StateTag>}
    />
  )
}
