import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { useNow } from '../../../shared/time/use-now'
import { type Queued, heldFor } from '../records'
import { careText } from '../text'

interface Props {
  one: Queued
  name: string
  onTakeBack: (id: string) => void
}

/** A moment in which a wrong tap goes nowhere. */
export function HeldAbsence({ one, name, onTakeBack }: Props) {
  const left = heldFor(one, useNow(1_000))
  if (left === 0) return null
  return (
    <Box className="care-child__refused" role="status">
      <Box className="care-bar__words">{careText.held(Math.ceil(left / 1000))}</Box>
      <Tap
        className="care-bar__known"
        label={`${careText.takeBack} ${name}`}
        onTap={() => onTakeBack(one.record.id)}
      >
        {careText.takeBack}
      </Tap>
    </Box>
  )
}
