import type { Notice } from '@linli/contracts/notices'
import { pages } from '../../../shared/pages'
import { momentWords, spanWords } from '../../../shared/time-words'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { noticeWord, noticesText } from '../text'

/** Kinds that are for staff open at the desk. */
const forStaff: readonly Notice['kind'][] = ['booking_supplemented', 'booking_escalated']

export function NoticeRow({ notice, now, onOpen }: { notice: Notice; now: number; onOpen: () => void }) {
  const { kind, at, read, caseId, facts } = notice
  return (
    <Row
      to={forStaff.includes(kind) ? pages.deskCase(caseId) : pages.case(caseId)}
      onTap={onOpen}
      title={noticeWord[kind]}
      under={`${facts.roomName} · ${spanWords(facts.startsAt, facts.endsAt, now)} · ${momentWords(at, now)}`}
      end={read ? undefined : <StateTag tone="bad">{noticesText.unread}</StateTag>}
    />
  )
}
