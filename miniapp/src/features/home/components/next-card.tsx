import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
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
  const face = faceOf(next)
  const { when, what, where, to, tagged } = face.home(next, now)
  return (
    <Tap className="next" to={to}>
      <Box className="next__small">{homeText.next}</Box>
      <Box className="next__when">{when}</Box>
      <Box>{what}</Box>
      <Box className="next__small">{where}</Box>
      {tagged && <StateTag tone={face.tone(next)}>{face.state(next, now, 'party')}</StateTag>}
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
