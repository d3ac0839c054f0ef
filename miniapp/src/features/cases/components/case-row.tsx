import './case-row.css'
import type { CaseSummary } from '@linli/contracts/cases'
import { pages } from '../../../shared/pages'
import { stateTone, stateWord, wordForPurpose } from '../../../shared/terms'
import { spanWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { casesText } from '../text'

export function CaseRow({ one, now }: { one: CaseSummary; now: number }) {
  const { booking } = one
  const open = one.state === 'pending' && now < Date.parse(booking.startsAt)
  const asked = open && one.waitingFor === 'party'
  return (
    <Tap className="case-row" to={pages.case(one.id)}>
      <StateTag tone={asked ? 'bad' : stateTone[one.state]}>
        {asked ? casesText.asked : stateWord[one.state]}
      </StateTag>
      <Box className="case-row__when">{spanWords(booking.startsAt, booking.endsAt, now)}</Box>
      <Box className="muted">{`${booking.roomName} · ${wordForPurpose(booking.purpose)} · ${one.communityName}`}</Box>
    </Tap>
  )
}
