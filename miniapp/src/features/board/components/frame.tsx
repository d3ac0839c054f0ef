import type { ReactNode } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Scroller } from '../../../shared/ui/base/scroller'
import { boardText as text } from '../text'
import { useWindow } from './use-window'
import { bandRows } from './window'

interface Props<Room extends { id: string }> {
  rooms: readonly Room[]
  /** What the keyboard needs of the grid. */
  grid: object
  /** Stays in sight while rooms go by. */
  head: ReactNode
  /** Drawn wherever they are: the keyboard is there, or something is being moved. */
  kept: readonly (string | undefined)[]
  children: (room: Room, n: number) => ReactNode
}

/** Rows below one another, of one height; those far out of sight are not drawn. */
export function Frame<Room extends { id: string }>({ rooms, grid, head, kept, children }: Props<Room>) {
  const { rows, scrolls, isDrawn } = useWindow(rooms.length)
  return (
    <Box className="board-scroll" style={{ '--rooms': rooms.length } as object}>
      <Scroller down {...scrolls}>
        <Box {...grid} className="board" role="grid" label={text.title}>
          {head}
          <Box {...rows} className="board__rows" style={{ height: `calc(var(--row) * ${rooms.length})` }}>
            {bandsOf(rooms).map((band, b) => (
              // Always there, so that what comes and goes in one leaves the others as they are.
              <Box key={b}>
                {band.map(
                  (room, n) => (isDrawn(b) || kept.includes(room.id)) && children(room, b * bandRows + n),
                )}
              </Box>
            ))}
          </Box>
        </Box>
      </Scroller>
    </Box>
  )
}

const bandsOf = <Room,>(rooms: readonly Room[]): Room[][] =>
  Array.from({ length: Math.ceil(rooms.length / bandRows) }, (_, b) =>
    rooms.slice(b * bandRows, (b + 1) * bandRows),
  )

export const topOf = (n: number) => ({ top: `calc(var(--row) * ${n})` })
