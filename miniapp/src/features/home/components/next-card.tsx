import type { CaseSummary } from '@linli/contracts/cases'
import { pages } from '../../../shared/pages'
import { stateTone, stateWord } from '../../../shared/terms'
import { spanWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { homeText } from '../text'

/** What is next for me. */
export function NextCard({ next, now }: { next: CaseSummary; now: number }) {
  const { booking } = next
  return (
    <Tap className="next" to={pages.case(next.id)}>
      <Box className="next__small">{homeText.next}</Box>
      <Box className="next__when">{spanWords(booking.startsAt, booking.endsAt, now)}</Box>
      <Box>{booking.roomName}</Box>
      <Box className="next__small">{`${next.communityName} · ${booking.facilityName}`}</Box>
      <StateTag tone={stateTone[next.state]}>{stateWord[next.state]}</StateTag>
    </Tap>
  )
}
