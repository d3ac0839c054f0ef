import { drawOrder } from '@linli/contracts/draw'

/** What a draw has published so far. */
export interface DrawRecord {
  capacity: number
  commitment: string
  list: string | null
  listHash: string | null
  seed: string | null
  order: readonly number[]
  placed: readonly number[]
}

/** `later`: what it needs is not published yet. */
export type Verdict = 'same' | 'different' | 'later'
export interface Checks {
  commitment: Verdict
  list: Verdict
  order: Verdict
}

/** Recomputes all that was published, from nothing but list, seed and places. @param hash SHA-256 as hex */
export function checkDraw(record: DrawRecord, hash: (text: string) => string): Checks {
  const { capacity, commitment, list, listHash, seed, order, placed } = record
  const drawn = list === null || seed === null ? null : drawOrder(list, seed, capacity, hash)
  return {
    commitment: seed === null ? 'later' : verdict(hash(seed) === commitment),
    list: list === null || listHash === null ? 'later' : verdict(hash(list) === listHash),
    order: drawn === null ? 'later' : verdict(equal(drawn.order, order) && equal(drawn.placed, placed)),
  }
}

const verdict = (same: boolean): Verdict => (same ? 'same' : 'different')
const equal = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((n, i) => n === b[i])
