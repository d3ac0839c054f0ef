import type { BoardRoom } from '@linli/contracts/board'
import type { ReactNode } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { useWindow } from './use-window'

interface Props {
  rooms: readonly BoardRoom[]
  /** Drawn wherever they are: the keyboard is there, or something is being moved. */
  kept: readonly (string | undefined)[]
  children: (room: BoardRoom, n: number) => ReactNode
}

/** Rooms below one another, of one height; those far out of sight are not drawn. */
export function Rows({ rooms, kept, children }: Props) {
  const { on, shown } = useWindow(rooms.length)
  return (
    <Box {...on} className="board__rows" style={{ height: `calc(var(--row) * ${rooms.length})` }}>
      {rooms.map(
        (room, n) => ((n >= shown.from && n < shown.to) || kept.includes(room.id)) && children(room, n),
      )}
    </Box>
  )
}

export const topOf = (n: number) => ({ top: `calc(var(--row) * ${n})` })
