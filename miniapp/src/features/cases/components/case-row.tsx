import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { ticketHead } from '../../../shared/cases/ticket-head'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Pictured } from '../../../shared/ui/pictured'
import { StateTag } from '../../../shared/ui/tag'

export function CaseRow({ one, now }: { one: CaseSummary; now: number }) {
  const face = faceOf(one)
  const { first, second } = face.row(one, now)
  return (
    <Pictured to={pages.case(one.id)} {...ticketHead(face.home(one, now))}>
      <StateTag tone={face.tone(one)}>{face.state(one, now, 'party')}</StateTag>
      <Box className="pictured__name">{first}</Box>
      <Box className="muted">{`${second} · ${one.communityName}`}</Box>
    </Pictured>
  )
}
