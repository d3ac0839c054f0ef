import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { Ticket } from '../../../shared/ui/ticket'
import { useNextDetail } from '../api'
import { ticketHead } from '../../../shared/cases/ticket-head'
import { homeText } from '../text'

interface Props {
  /** Null when nothing is, undefined while nobody knows yet: the ticket keeps its place. */
  next: CaseSummary | null | undefined
  now: number
}

/** The next appointment in one sentence: when, where, who opens the door. */
export const ElderNext = ({ next, now }: Props) =>
  next ? (
    <Shown next={next} now={now} />
  ) : (
    <Ticket tone="quiet" busy={next === undefined} picture="elder">
      <Box className="ticket__when">{next === null ? homeText.nothingNext : homeText.nextLoading}</Box>
    </Ticket>
  )

function Shown({ next, now }: { next: CaseSummary; now: number }) {
  const face = faceOf(next)
  const words = face.home(next, now)
  const { to, tagged, asks, spoken } = words
  const detail = useNextDetail(next.id, asks)
  const see = (
    <Box className="acts">
      <Tap to={to}>
        {homeText.see}
        <Icon name="next" />
      </Tap>
    </Box>
  )
  return (
    <Ticket tone={face.tone(next)} {...ticketHead(words)} to={to} stub={see}>
      {tagged && <StateTag tone={face.tone(next)}>{face.state(next, now, 'party')}</StateTag>}
      <Box className="ticket__when">{spoken(detail)}</Box>
    </Ticket>
  )
}
