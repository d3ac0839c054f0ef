import type { Tx } from './db'
import type { Tag } from './sealed-columns'

/**
 * Why tagged data went: its owner asked, the consent was refused, its time was over, staff refused a child's only
 * guardian, or that one left.
 */
export type ErasureCause = 'asked' | 'consent' | 'retention' | 'refused' | 'left'

export interface Erasure {
  aboutId: string
  cause: ErasureCause
  /** How many sealed fields went, by tag. */
  fields: Partial<Record<Tag, number>>
  at: Date
}

/**
 * Proves an erasure in the transaction that does it: what kind of data went, of whom, why and when; never what it was.
 * Where nothing was there is nothing to prove.
 */
export async function proveErasure(tx: Tx, { aboutId, cause, fields, at }: Erasure): Promise<void> {
  const data = Object.entries(fields)
    .filter(([, n]) => n > 0)
    .map(([tag, n]) => ({ aboutId, tag, cause, fields: n, at }))
  if (data.length > 0) await tx.erasureProof.createMany({ data })
}
