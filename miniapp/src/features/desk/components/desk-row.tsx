import type { CaseSummary } from '@linli/contracts/cases'
import { typeWord } from '@linli/contracts/words'
import { stateWords, whatWords, whenWords } from '../../../shared/cases/case-words'
import { wordForPurpose } from '../../../shared/cases/terms'
import { clockSpan } from '../../../shared/time/time-words'
import { deskDue } from '../words'
import { Box } from '../../../shared/ui/base/box'
import { deskText } from '../text'

interface Props {
  one: CaseSummary
  now: number
}

/** One case by its due time: when it must be answered, what, where. */
export function DeskRow({ one, now }: Props) {
  const { booking } = one
  const late = one.overdue
  const due = one.dueAt === null || one.waitingFor === 'nobody' ? quietWords(one, now) : deskDue(one, now)
  const [first, second] =
    booking === null
      ? [whatWords(one), [typeWord[one.type], whenWords(one, now)]]
      : [
          `${wordForPurpose(booking.purpose)} · ${whenWords(one, now)}`,
          [booking.roomName, deskText.people(booking.attendees)],
        ]
  return (
    <>
      <Box className={`desk-row__due ${late ? 'desk-row__due--late' : ''}`}>
        {[due, ...(one.escalated ? [deskText.escalated] : [])].join(' · ')}
      </Box>
      <Box className="strong">{first}</Box>
      <Box className="muted">{[...second, one.communityName].join(' · ')}</Box>
    </>
  )
}

const byState: readonly CaseSummary['state'][] = ['waiting', 'held', 'refused', 'completed']

/** Where nobody has to answer: the time of day of a use, the state of anything else. */
const quietWords = (one: CaseSummary, now: number) =>
  one.booking === null || byState.includes(one.state)
    ? stateWords(one, now, 'staff')
    : clockSpan(one.booking.startsAt, one.booking.endsAt)
