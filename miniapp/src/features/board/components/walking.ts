import type { Carried } from '../carry'
import type { Spot, WalkRow } from '../walk'

export interface WalkOptions {
  rows: readonly WalkRow[]
  /** What can be picked up where the keyboard is; nothing where the reader only watches. */
  pick?: (spot: Spot) => Carried | null
  carry?: (carried: Carried, key: string) => Carried | null
  onDrop?: (carried: Carried) => void
}

export interface Walk {
  /** Where the keyboard is, or would come in. */
  spot: Spot | null
  carried: Carried | null
  grid: object
}
