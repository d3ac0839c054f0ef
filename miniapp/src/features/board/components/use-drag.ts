import type { BoardRoom } from '@linli/contracts/board'
import type { Drag, DragOptions } from './drag'

/** A mini-program moves a block by buttons. */
export const useDrag = (
  _options: DragOptions,
): {
  dragged: Drag | null
  on: (room: BoardRoom) => object
  pressed: () => number | null
} => ({
  dragged: null,
  on: () => ({}),
  pressed: () => null,
})
