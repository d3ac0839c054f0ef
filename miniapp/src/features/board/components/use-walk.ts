import type { Walk, WalkOptions } from './walking'

/** A mini-program has no keyboard. */
export const useWalk = (_options: WalkOptions): Walk => ({ spot: null, carried: null, grid: {} })

export const atRow = (_n: number): object => ({})
export const atCell = (_row: string, _key: string): object => ({})
export const atStill = (_row: string, _key: string, _here: boolean): object => ({})
