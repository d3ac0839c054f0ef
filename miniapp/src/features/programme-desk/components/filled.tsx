import type { ProgrammeSummary } from '@linli/contracts/programmes'
import { Box } from '../../../shared/ui/base/box'
import { listText } from '../text'

type Counted = Pick<ProgrammeSummary, 'capacity' | 'placesLeft' | 'waiting'>

/** Places taken of all, in words and as a bar. */
export function Filled({ one }: { one: Counted }) {
  const { capacity, placesLeft, waiting } = one
  const taken = placesLeft === null ? null : capacity - placesLeft
  return (
    <>
      <Box className="between filled__words">
        <Box>{taken === null ? listText.drawing(capacity) : listText.taken(taken, capacity)}</Box>
        {waiting > 0 && <Box>{listText.waiting(waiting)}</Box>}
      </Box>
      {taken !== null && (
        <Box className="filled" decorative>
          <Box className="filled__part" style={{ width: `${Math.min(100, (taken / capacity) * 100)}%` }} />
        </Box>
      )}
    </>
  )
}
