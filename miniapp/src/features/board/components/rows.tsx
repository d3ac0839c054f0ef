import type { ReactNode } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { useWindow } from './use-window'

interface Props<Room extends { id: string }> {
  rooms: readonly Room[]
  /** Drawn wherever they are: the keyboard is there, or something is being moved. */
  kept: readonly (string | undefined)[]
  children: (room: Room, n: number) => ReactNode
}

/** Rooms below one another, of one height; those far out of sight are not drawn. */
export function Rows<Room extends { id: string }>({ rooms, kept, children }: Props<Room>) {
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
