import type { HandledConsultation } from '@linli/contracts/adviser'
import { consultationDeclaration } from '@linli/contracts/consultation-case'
import { dueWords, momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { queueText } from '../text'

/** Number, state and by when; not a word of what was asked. */
export function QueueRow({ one, now }: { one: HandledConsultation; now: number }) {
  const { dueAt, overdue, urgent, number, state, communityName, unread, nextMeeting } = one
  // 等您补充 is said to whoever was asked.
  const standing = state === 'asked' ? queueText.asked : consultationDeclaration.states[state].word
  const due = dueAt === null ? standing : dueWords(dueAt, now)
  const second = [
    ...(dueAt === null ? [] : [standing]),
    communityName,
    ...(unread > 0 ? [queueText.unread(unread)] : []),
    ...(nextMeeting === null ? [] : [queueText.meeting(momentWords(nextMeeting, now))]),
  ]
  return (
    <>
      <Box className={`desk-row__due ${overdue || (urgent && dueAt !== null) ? 'desk-row__due--late' : ''}`}>
        {urgent ? `${queueText.urgent} · ${due}` : due}
      </Box>
      <Box className="strong">{number}</Box>
      <Box className="muted">{second.join(' · ')}</Box>
    </>
  )
}
