/**
 * The promise: whoever has no account is served all the same, and finds what was done for them when they sign in one day; what
 * was written down of somebody who never does goes with the matters that it was written down for (docs/accounts.md).
 */
import { mobilePhone } from '@linli/contracts/phone'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { isSameName } from '../../platform/name-form'
import * as store from './kept-store'

export interface Served {
  name: string
  phone: string | null
  /** Staff who serve them in their office write the number on the account: it opens it, once the name is said, too. */
  inOffice: boolean
  /** Proven to be theirs. */
  accountId?: string | null
  /** Whom whoever files has filed for before. */
  known: readonly string[]
}

/**
 * The account of whoever is served: the one that is theirs, of that number under that name, or one that was written down for them before, or a new
 * one that nobody signs in to yet. Whoever asks is never told which.
 */
export async function personServed(deps: Deps, tx: Tx, served: Served, at: Date): Promise<string> {
  const phone = mobilePhone.safeParse(served.phone).data ?? null
  const own = served.accountId == null ? undefined : (await store.openAccount(tx, served.accountId))?.id
  const found = own ?? (await behind(deps, tx, phone, served.name)) ?? (await knownBefore(deps, tx, served))
  if (found !== undefined) return found
  const id = deps.ids.id()
  const nameEnc = deps.cipher.encrypt('accounts.name_enc', id, served.name)
  const number = served.inOffice && phone !== null ? sealed(deps, id, phone) : null
  if (await store.insertKept(tx, { id, nameEnc, number, at })) return id
  // Another has the number: of two who wrote down one person in this moment it is the same one.
  const other = await behind(deps, tx, phone, served.name)
  if (other !== undefined) return other
  await store.insertKept(tx, { id, nameEnc, number: null, at })
  return id
}

const sealed = ({ cipher }: Deps, id: string, phone: string) => ({
  phoneEnc: cipher.encrypt('accounts.phone_enc', id, phone),
  phoneHash: cipher.lookup('phone', phone),
})

const named = ({ cipher }: Deps, rows: readonly store.NamedRow[], name: string): string | undefined =>
  rows.find(
    ({ id, nameEnc }) =>
      nameEnc !== null && isSameName(cipher.decrypt('accounts.name_enc', id, nameEnc), name),
  )?.id

async function behind(deps: Deps, tx: Tx, phone: string | null, name: string): Promise<string | undefined> {
  if (phone === null) return undefined
  return named(deps, await store.behindPhone(tx, deps.cipher.lookups('phone', phone)), name)
}

const knownBefore = async (deps: Deps, tx: Tx, { known, name }: Served): Promise<string | undefined> =>
  named(deps, await store.keptOf(tx, known), name)

/**
 * Whose matters have been over for so long leave by the clock, as if they had asked to (`modules/leaving`).
 * @param before until then all that they had was over @returns how many of a batch
 */
export const letKeptGo = ({ db, clock }: Deps, before: Date): Promise<number> =>
  store.markKeptLeaving(db, clock.now(), before)
