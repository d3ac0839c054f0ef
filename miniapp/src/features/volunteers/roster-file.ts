import type { Picked } from '../../shared/files/picked'

/** A mini-program has no files of a computer: rosters are imported in a browser. */
export const pickRoster = (): Promise<Picked | undefined> => Promise.resolve(undefined)

export const canPick = false
