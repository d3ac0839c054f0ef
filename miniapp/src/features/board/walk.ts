/** Where arrow keys lead on the board: along a room, and from room to room at the same time. Pure. */
export interface WalkRow {
  id: string
  /** In order. */
  cells: readonly { key: string; from: number; to: number }[]
}

export interface Spot {
  row: string
  key: string
  /** The time at which rooms are changed; it stays while going up and down. */
  at: number
}

const page = 8
const rowSteps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page }
const cellSteps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
}
const clamp = (n: number, most: number): number => Math.max(0, Math.min(most, n))

const far = ({ from, to }: { from: number; to: number }, at: number): number =>
  at < from ? from - at : at >= to ? at - to + 1 : 0

function nearest({ id, cells }: WalkRow, at: number): Spot | null {
  const [best] = [...cells].sort((a, b) => far(a, at) - far(b, at))
  return best === undefined ? null : { row: id, key: best.key, at }
}

const inside = ({ from, to }: { from: number; to: number }, at: number): boolean => from <= at && at < to

/** Where the walk stands: what it stood on may have gone, then what is nearest. */
export function standing(rows: readonly WalkRow[], spot: Spot | null): Spot | null {
  const walked = rows.filter(({ cells }) => cells.length > 0)
  const row = walked.find(({ id }) => id === spot?.row) ?? walked[0]
  if (row === undefined) return null
  const [first] = row.cells
  if (spot === null) return first === undefined ? null : { row: row.id, key: first.key, at: first.from }
  if (row.id === spot.row && row.cells.some(({ key }) => key === spot.key)) return spot
  return nearest(row, spot.at)
}

/** @returns null where the key leads nowhere */
export function stepped(
  rows: readonly WalkRow[],
  from: Spot | null,
  key: string,
  wide: boolean,
): Spot | null {
  const spot = standing(rows, from)
  if (spot === null) return null
  const walked = rows.filter(({ cells }) => cells.length > 0)
  const here = walked.findIndex(({ id }) => id === spot.row)
  const along = cellSteps[key]
  const ends = wide && (key === 'Home' || key === 'End')
  const down = ends ? (key === 'Home' ? -Infinity : Infinity) : rowSteps[key]
  if (down !== undefined) {
    const row = walked[clamp(here + down, walked.length - 1)]
    return row === undefined ? null : nearest(row, spot.at)
  }
  const row = walked[here]
  if (along === undefined || row === undefined) return null
  const cell =
    row.cells[clamp(row.cells.findIndex((one) => one.key === spot.key) + along, row.cells.length - 1)]
  if (cell === undefined) return null
  return { row: row.id, key: cell.key, at: inside(cell, spot.at) ? spot.at : cell.from }
}
