import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { useNextDetail } from '../api'
import { homeText } from '../text'

interface Props {
  /** Null when nothing is, undefined while nobody knows yet: the card keeps its place. */
  next: CaseSummary | null | undefined
  now: number
}

/** The next appointment in one sentence: when, where, who opens the door. */
export const ElderNext = ({ next, now }: Props) =>
  next ? (
    <Shown next={next} now={now} />
  ) : (
    <Box className="next" busy={next === undefined}>
      <Box className="next__when">{next === null ? homeText.nothingNext : homeText.nextLoading}</Box>
    </Box>
  )

function Shown({ next, now }: { next: CaseSummary; now: number }) {
  const face = faceOf(next)
  const { to, tagged, asks, spoken } = face.home(next, now)
  const detail = useNextDetail(next.id, asks)
  return (
    <Tap className="next" to={to}>
      {tagged && <StateTag tone={face.tone(next)}>{face.state(next, now, 'party')}</StateTag>}
      <Box className="next__when">{spoken(detail)}</Box>
    </Tap>
  )
}
