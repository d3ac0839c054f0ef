import type { CaseSummary } from '@linli/contracts/cases'
import { stateWords } from '../../../shared/cases/case-words'
import { stateTone } from '../../../shared/cases/terms'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { homeText } from '../text'
import { careIsOn, nextPlace, nextWords } from '../words'

interface Props {
  /** Null when nothing is, undefined while nobody knows yet: the card keeps its place. */
  next: CaseSummary | null | undefined
  now: number
}

/** What is next for me. */
export function NextCard({ next, now }: Props) {
  if (!next) return <Nothing known={next === null} />
  const { when, what, where } = nextWords(next, now)
  return (
    <Tap className="next" to={nextPlace(next, now)}>
      <Box className="next__small">{homeText.next}</Box>
      <Box className="next__when">{when}</Box>
      <Box>{what}</Box>
      <Box className="next__small">{where}</Box>
      {next.followUp === null && !careIsOn(next, now) && (
        <StateTag tone={stateTone[next.state]}>{stateWords(next, now)}</StateTag>
      )}
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
