import type { CaseSummary } from '@linli/contracts/cases'
import { wordForPurpose } from '../../../shared/terms'
import { clockSpan, dueWords, spanWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { deskText } from '../text'

interface Props {
  one: CaseSummary
  now: number
  current: boolean
  to?: string
  onTap?: () => void
}

/** One case by its due time: when it must be answered, what, where. */
export function DeskRow({ one, now, current, to, onTap }: Props) {
  const { booking } = one
  const late = one.overdue
  const due =
    one.dueAt === null || one.waitingFor === 'nobody'
      ? clockSpan(booking.startsAt, booking.endsAt)
      : dueWords(one.dueAt, now)
  return (
    <Tap
      className={`desk-row ${current ? 'desk-row--on' : ''}`}
      current={current}
      {...(to === undefined ? {} : { to })}
      {...(onTap === undefined ? {} : { onTap })}
    >
      <Box className={`desk-row__due ${late ? 'desk-row__due--late' : ''}`}>
        {[due, ...(one.escalated ? [deskText.escalated] : [])].join(' · ')}
      </Box>
      <Box className="strong">
        {`${wordForPurpose(booking.purpose)} · ${spanWords(booking.startsAt, booking.endsAt, now)}`}
      </Box>
      <Box className="muted">
        {[booking.roomName, deskText.people(booking.attendees), one.communityName].join(' · ')}
      </Box>
    </Tap>
  )
}
