import type { RoomHits } from '@linli/contracts/room-desk'
import { spanWords } from '../../../shared/time/time-words'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Row } from '../../../shared/ui/row'
import { hitsText as text } from '../text'

interface Props {
  hits: RoomHits
  busy: boolean
  /** Cases open for staff; a partner unit sees when and why, and no more. */
  asStaff: boolean
  onYes: () => void
  onClose: () => void
}

/** Whom a change hits, before it is written. */
export const HitsSheet = ({ hits: { hits, total }, busy, asStaff, onYes, onClose }: Props) => (
  <ConfirmSheet
    title={text.title(total)}
    lines={[text.help]}
    yes={text.still}
    no={text.not}
    busy={busy}
    onYes={onYes}
    onClose={onClose}
  >
    {hits.map((one) => (
      <Row
        key={one.caseId}
        title={spanWords(one.startsAt, one.endsAt, Date.now())}
        under={[one.number, one.roomName, ...one.why.map((reason) => text.why[reason])].join(' · ')}
        {...(asStaff ? { to: pages.deskCase(one.caseId) } : {})}
      />
    ))}
    {total > hits.length && <Box className="muted">{text.more(total - hits.length)}</Box>}
  </ConfirmSheet>
)
