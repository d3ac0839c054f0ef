import type { HandledConsultation } from '@linli/contracts/consultations'
import { consultationDeclaration } from '@linli/contracts/consultation-case'
import { dueWords, momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { queueText } from '../text'

/** Number, state and by when; not a word of what was asked. */
export function QueueRow({ one, now }: { one: HandledConsultation; now: number }) {
  const { dueAt, overdue, urgent, number, state, communityName, unread, nextMeeting } = one
  const due = dueAt === null ? queueText.noDue : dueWords(dueAt, now)
  const second = [
    consultationDeclaration.states[state].word,
    communityName,
    ...(unread > 0 ? [queueText.unread(unread)] : []),
    ...(nextMeeting === null ? [] : [queueText.meeting(momentWords(nextMeeting, now))]),
  ]
  return (
    <>
      <Box className={`desk-row__due ${overdue || urgent ? 'desk-row__due--late' : ''}`}>
        {urgent ? `${queueText.urgent} · ${due}` : due}
      </Box>
      <Box className="strong">{number}</Box>
      <Box className="muted">{second.join(' · ')}</Box>
    </>
  )
}
