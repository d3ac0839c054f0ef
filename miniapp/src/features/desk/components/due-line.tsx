import type { CaseSummary } from '@linli/contracts/cases'
import { Box } from '../../../shared/ui/base/box'
import { deskText } from '../text'

interface Props {
  one: Pick<CaseSummary, 'overdue' | 'escalated'>
  children: string
}

/** By when it has to be answered, and whether the level above knows already. */
export const DueLine = ({ one: { overdue, escalated }, children }: Props) => (
  <Box className={`desk-row__due ${overdue ? 'desk-row__due--late' : ''}`}>
    {[children, ...(escalated ? [deskText.escalated] : [])].join(' · ')}
  </Box>
)
