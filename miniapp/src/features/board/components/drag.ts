import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import type { Shown } from '../lanes'
import type { Stretch, Way } from '../moves'

/** What is being moved, or drawn. */
export interface Drag {
  way: Way
  /** Null of a new one. */
  block: BoardBlock | null
  from: BoardRoom
  room: BoardRoom
  at: Stretch
}

export interface DragOptions {
  rooms: readonly BoardRoom[]
  day: string
  shown: Shown
  now: number
  enabled: boolean
  onDrop: (drag: Drag) => void
}
