import type { CaseSummary } from '@linli/contracts/cases'
import { pages } from '../../../shared/pages'
import { stateTone, stateWord } from '../../../shared/terms'
import { spanWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { homeText } from '../text'

interface Props {
  /** Null when nothing is, undefined while nobody knows yet: the card keeps its place. */
  next: CaseSummary | null | undefined
  now: number
}

/** What is next for me. */
export function NextCard({ next, now }: Props) {
  if (!next) return <Nothing known={next === null} />
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

const Nothing = ({ known }: { known: boolean }) => (
  <Box className="next" busy={!known}>
    <Box className="next__small">{homeText.next}</Box>
    <Box className="next__when">{known ? homeText.nothingNext : homeText.nextLoading}</Box>
    <Box className="next__small">{known && homeText.nothingNextHelp}</Box>
  </Box>
)
