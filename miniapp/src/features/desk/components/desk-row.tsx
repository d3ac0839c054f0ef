import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { Box } from '../../../shared/ui/base/box'
import { DueLine } from './due-line'

interface Props {
  one: CaseSummary
  now: number
}

/** One case by its due time: when it must be answered, what, where. */
export function DeskRow({ one, now }: Props) {
  const face = faceOf(one)
  const { quiet, first, second } = face.deskRow(one, now)
  const { dueAt } = one
  return (
    <>
      <DueLine one={one}>
        {dueAt === null || one.waitingFor === 'nobody' ? quiet : face.deskDue(one, dueAt, now)}
      </DueLine>
      <Box className="strong">{first}</Box>
      <Box className="muted">{[...second, one.communityName].join(' · ')}</Box>
    </>
  )
}
