import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { Ticket } from '../../../shared/ui/ticket'
import { Unbroken } from '../../../shared/ui/unbroken'
import { ticketHead } from '../../../shared/cases/ticket-head'
import { homeText } from '../text'

interface Props {
  /** Null when nothing is, undefined while nobody knows yet: the ticket keeps its place. */
  next: CaseSummary | null | undefined
  now: number
}

/** What is next for me, as a ticket. */
export function NextCard({ next, now }: Props) {
  if (!next) return <Nothing known={next === null} />
  const face = faceOf(next)
  const words = face.home(next, now)
  const { when, what, where, to, tagged, left } = words
  return (
    <Ticket
      tone={face.tone(next)}
      {...ticketHead(words)}
      to={to}
      stub={<Onward word={homeText.see} to={to} />}
    >
      <Box className="ticket__state">
        {tagged ? (
          <StateTag tone={face.tone(next)}>{face.state(next, now, 'party')}</StateTag>
        ) : (
          homeText.next
        )}
        <Box as="span">{left ?? ''}</Box>
      </Box>
      <Box className="ticket__when">
        <Unbroken words={when} />
      </Box>
      <Box>{what}</Box>
      <Box className="ticket__small">{where}</Box>
    </Ticket>
  )
}

const Onward = ({ word, to }: { word: string; to: string }) => (
  <Box className="acts">
    <Tap to={to}>
      {word}
      <Icon name="next" />
    </Tap>
  </Box>
)

const Nothing = ({ known }: { known: boolean }) => (
  <Ticket
    tone="quiet"
    busy={!known}
    picture="hall"
    stub={<Onward word={homeText.lookAtRooms} to={pages.rooms} />}
  >
    <Box className="ticket__state">{homeText.next}</Box>
    <Box className="ticket__when">{known ? homeText.nothingNext : homeText.nextLoading}</Box>
    <Box>{known && homeText.nothingNextHelp}</Box>
  </Ticket>
)
