import type { Programme } from '@linli/contracts/programmes'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { useDuties } from '../api'
import { foldGaps, gapsIn } from '../duty-gaps'
import { programmeText } from '../programme-text'
import { gapWords } from './duty-plan'

/** Before families are asked to come: which classes nobody leads yet, and where to put that right. */
export function Unled({ one }: { one: Programme }) {
  const plan = useDuties(one.id).data
  if (plan === undefined) return null
  const gaps = foldGaps(gapsIn(one, plan.duties, plan.carersNeeded)).filter(({ lacks }) => lacks !== 'carers')
  if (gaps.length === 0) return null
  return (
    <Box className="notice-box" role="alert">
      <Box>{programmeText.unled}</Box>
      {gaps.map((gap) => (
        <Box key={gapWords(gap)}>{gapWords(gap)}</Box>
      ))}
      <Button look="ghost" to={pages.duties(one.id)}>
        {programmeText.toDuties}
      </Button>
    </Box>
  )
}
