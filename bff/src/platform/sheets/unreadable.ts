import type { FileFault } from '@linli/contracts/roster-imports'

/** Why a file is no table. */
export class Unreadable extends Error {
  constructor(readonly fault: FileFault) {
    super(fault)
  }
}

/** What stands in a cell, as text; what is calculated or wrong is no word of anybody. */
export interface Cell {
  text: string
  kind: 'text' | 'number' | 'formula' | 'error'
}

/** Its cells, by columns from 0; where nothing stands there is none. */
export interface Line {
  /** As the file counts it, from 1. */
  number: number
  cells: ReadonlyMap<number, Cell>
}

/** More columns than any roster has. */
export const mostColumns = 200

/** Longer is no word of a roster: what comes after it is not looked at. */
export const mostCharacters = 2_000
