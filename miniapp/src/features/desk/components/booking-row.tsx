import type { CaseSummary } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { Box } from '../../../shared/ui/base/box'

/** A booking by when it is: how it stands, when and what for, which room. */
export function BookingRow({ one, now }: { one: CaseSummary; now: number }) {
  const face = faceOf(one)
  const { first, second } = face.deskRow(one, now)
  return (
    <>
      <Box className={`desk-row__due desk-row__due--${face.tone(one)}`}>{face.state(one, now, 'staff')}</Box>
      <Box className="strong">{first}</Box>
      <Box className="muted">{[...second, one.communityName].join(' · ')}</Box>
    </>
  )
}
