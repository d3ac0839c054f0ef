import type { Picked } from './picked'

/** A mini-program has no files of a computer: tables are read in in a browser. */
export const pickTable = (): Promise<Picked | undefined> => Promise.resolve(undefined)

export const canPick = false
