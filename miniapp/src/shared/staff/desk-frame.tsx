import '../ui/base.css'
import './desk.css'
import type { ReactNode } from 'react'
import { goTab } from '../navigation/navigate'
import { useShortcuts } from './shortcuts'
import { staffText } from './staff-text'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { ShortcutSwitch } from './shortcut-switch'

interface Props {
  where: string
  /** What is chosen at the side: the division, and kinds of things. */
  side: ReactNode
  sideLabel: string
  sorted: string
  /** What the keys do, in words, or where that is told. */
  keys?: string
  onKeys?: () => void
  list: ReactNode
  detail: ReactNode
}

/** At least 1024 px: kinds, list and detail side by side. */
export function DeskFrame({ where, side, sideLabel, sorted, keys, onKeys, list, detail }: Props) {
  const shortcuts = useShortcuts()
  return (
    <Box className="desk">
      <Box as="nav" className="desk__side" label={sideLabel}>
        <Box className="kind strong">{`${staffText.brand} · ${where}`}</Box>
        {side}
        <Tap className="kind" onTap={() => goTab('home')}>
          {staffText.backToResident}
        </Tap>
        <ShortcutSwitch />
      </Box>
      <Box as="section" className="desk__middle" label={sorted}>
        <Box className="desk__sorted between">
          <Box as="span">{sorted}</Box>
          {shortcuts && keys !== undefined && <Box as="span">{keys}</Box>}
          {shortcuts && onKeys !== undefined && (
            <Tap className="desk__keys" onTap={onKeys}>
              {staffText.keys}
            </Tap>
          )}
        </Box>
        {list}
      </Box>
      <Box as="section" className="desk__detail" live>
        {detail}
      </Box>
    </Box>
  )
}
