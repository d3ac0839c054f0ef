import type { CaseSummary } from '@linli/contracts/cases'
import { stateWords } from '../../../shared/cases/case-words'
import { stateTone } from '../../../shared/cases/terms'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { useKeeper } from '../api'
import { homeText } from '../text'
import { careIsOn, elderSentence, nextPlace } from '../words'

interface Props {
  /** Null when nothing is, undefined while nobody knows yet: the card keeps its place. */
  next: CaseSummary | null | undefined
  now: number
}

/** The next appointment in one sentence: when, where, who opens the door. */
export function ElderNext({ next, now }: Props) {
  const keeper = useKeeper(next ?? null)
  if (!next) {
    return (
      <Box className="next" busy={next === undefined}>
        <Box className="next__when">{next === null ? homeText.nothingNext : homeText.nextLoading}</Box>
      </Box>
    )
  }
  return (
    <Tap className="next" to={nextPlace(next, now)}>
      {next.followUp === null && !careIsOn(next, now) && (
        <StateTag tone={stateTone[next.state]}>{stateWords(next, now)}</StateTag>
      )}
      <Box className="next__when">{elderSentence(next, keeper, now)}</Box>
    </Tap>
  )
}
