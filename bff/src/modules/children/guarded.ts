/**
 * The promise: a child does something in public only by the word of a guardian whose papers staff have seen, while its data
 * are kept by consent and nothing is frozen.
 */
import type { Who } from '../../http/context'
import type { FieldCipher } from '../../platform/crypto'
import type { Db, Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { lockConsented } from './family'
import { linkOf } from './policy'
import { isConsented } from './rules'
import type { ChildRow } from './row'
import { open } from './sealed'
import { childrenIn, childrenOfAccount } from './store'

/** In clear; the caller shows it to nobody to whom it may not be shown. */
export interface Guarded {
  id: string
  name: string
  birthDate: string
}

const guarded = (cipher: FieldCipher, row: ChildRow): Guarded => {
  const { name, birthDate } = open(cipher, row).profile
  return { id: row.id, name, birthDate }
}

const isGuardedBy = (row: ChildRow, accountId: string): boolean =>
  row.freeze === null &&
  isConsented(row.consent) &&
  row.links.some((link) => link.accountId === accountId && link.verifiedAt !== null)

/**
 * Locks a child for such a guardian.
 * @throws Problem not_found, guardian_not_verified, child_frozen, consent_needed
 */
export async function lockGuarded(
  cipher: FieldCipher,
  tx: Tx,
  who: Who,
  childId: string,
  at: Date,
): Promise<Guarded> {
  const { row, link } = await lockConsented(tx, who, childId, at)
  if (link.verifiedAt === null) throw new Problem('guardian_not_verified')
  return guarded(cipher, row)
}

/** The same without a lock. @returns undefined where this guardian's word does not count now */
export async function guardedInside(
  cipher: FieldCipher,
  tx: Tx,
  accountId: string,
  childId: string,
): Promise<Guarded | undefined> {
  const [row] = await childrenIn(tx, [childId])
  return row && linkOf(row.links, accountId) && isGuardedBy(row, accountId) ? guarded(cipher, row) : undefined
}

/** For whom some guardian's word counts, whoever that is now; frozen ones too. */
export const guardedByAnybody = async (
  cipher: FieldCipher,
  tx: Tx,
  ids: readonly string[],
): Promise<(Guarded & { isFrozen: boolean })[]> =>
  (await childrenIn(tx, ids))
    .filter(
      ({ consent, links }) => isConsented(consent) && links.some(({ verifiedAt }) => verifiedAt !== null),
    )
    .map((row) => ({ ...guarded(cipher, row), isFrozen: row.freeze !== null }))

/** Of all that are a guardian's. */
export const guardedOf = async (
  cipher: FieldCipher,
  db: Db,
  accountId: string,
  at: Date,
): Promise<Guarded[]> =>
  (await childrenOfAccount(db, accountId, at))
    .filter((row) => isGuardedBy(row, accountId))
    .map((row) => guarded(cipher, row))

/** Of any number, whoever their guardians are; erased ones are left out. */
export const namesOfChildren = async (
  cipher: FieldCipher,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  new Map((await childrenIn(tx, ids)).map((row) => [row.id, guarded(cipher, row).name]))
