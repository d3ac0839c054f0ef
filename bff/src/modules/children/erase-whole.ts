/** Everything that is kept of a child, and what was written of its care. */
import type { Tx } from '../../platform/db'
import { forgetNames } from '../identity/service'
import { eraseWordsAbout } from '../ratings/service'
import { eraseEverything } from './erasure-store'

/** @returns how many fields went, by tag */
export async function eraseWhole(tx: Tx, id: string, at: Date) {
  const known = await eraseEverything(tx, id, at)
  return { ...known, contact: known.contact + (await forgetNames(tx, id)) + (await eraseWordsAbout(tx, id)) }
}
