import './case-row.css'
import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'

export function CaseRow({ one, now }: { one: CaseSummary; now: number }) {
  const face = faceOf(one)
  const { first, second, tag } = face.row(one, now)
  return (
    <Tap className="case-row" to={pages.case(one.id)}>
      <StateTag tone={tag?.tone ?? face.tone(one)}>{tag?.words ?? face.state(one, now, 'party')}</StateTag>
      <Box className="case-row__when">{first}</Box>
      <Box className="muted">{`${second} · ${one.communityName}`}</Box>
    </Tap>
  )
}
