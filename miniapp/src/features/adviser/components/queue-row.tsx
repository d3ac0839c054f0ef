import type { AdviserList, HandledConsultation } from '@linli/contracts/adviser'
import { consultationMeaning } from '@linli/contracts/consultation-case'
import { dueWords, momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { queueText } from '../text'

interface Props {
  one: HandledConsultation
  show: AdviserList
  now: number
}

/** What is said to the other side is said to the reader in their own words. */
function standingOf(state: HandledConsultation['state'], show: AdviserList): string {
  if (state === 'asked') return queueText.asked
  if (state === 'referred' && show === 'handed') return queueText.handedToYou
  return consultationMeaning.states[state].word
}

/** Number, state and by when; not a word of what was asked. */
export function QueueRow({ one, show, now }: Props) {
  const { dueAt, overdue, urgent, number, state, communityName, unread, nextMeeting } = one
  const standing = standingOf(state, show)
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
