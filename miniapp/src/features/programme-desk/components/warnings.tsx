import type { LinkWarning } from '@linli/contracts/guardian-desk'
import { Box } from '../../../shared/ui/base/box'
import { guardiansText } from '../guardians-text'
import { Tick } from './tick'

interface Props {
  all: readonly LinkWarning[]
  looked: readonly LinkWarning[]
  different: boolean
  onLooked: (warning: LinkWarning) => void
  onDifferent: () => void
}

/** What must be looked at, papers in hand, before anything is verified; each is confirmed by itself. */
export function Warnings({ all, looked, different, onLooked, onDifferent }: Props) {
  if (all.length === 0) return null
  return (
    <Box className="notice-box" role="alert">
      <Box className="strong">{guardiansText.warnings}</Box>
      {all.map((one) => (
        <Box key={one}>
          <Box>{guardiansText.warning[one]}</Box>
          {one === 'same_child' && (
            <Tick on={different} onTap={onDifferent}>
              {guardiansText.different}
            </Tick>
          )}
          {!(one === 'same_child' && different) && (
            <Tick on={looked.includes(one)} onTap={() => onLooked(one)}>
              {guardiansText.looked[one]}
            </Tick>
          )}
        </Box>
      ))}
    </Box>
  )
}
