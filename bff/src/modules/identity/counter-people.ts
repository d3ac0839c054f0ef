/** The promise: staff find at the counter whoever is theirs to serve, and decide for nobody who may do more than they reach. */
import { plainPhone } from '@linli/contracts/phone'
import type { Deps } from '../../deps'
import { isSameName, nameForm } from '../../platform/name-form'
import { Problem } from '../../platform/problem'
import * as store from './counter-store'
import { accountBehindPhone } from './number-store'
import { type GrantFact, isStaffOf } from './policy'
import { grantsOf } from './me'
import { findAccount } from './store'

/** By a number or the number of a matter, and the name; outside the reach of these staff nobody is found. */
export async function findPerson(
  deps: Deps,
  grants: readonly GrantFact[],
  { name, known, community }: { name: string; known: string; community: string },
) {
  const phone = plainPhone(known)
  const rows = /^1\d{10}$/.test(phone)
    ? await store.byNumber(deps.db, deps.cipher.lookup('phone', phone))
    : await store.byMatter(deps.db, known.normalize('NFKC').trim().toUpperCase())
  const near = rows
    .filter((row) => isStaffOf(grants, row.communityCode ?? community))
    .map(({ id, nameEnc, phoneEnc, numberOn }) => ({
      id,
      phoneEnc,
      numberOn,
      theirs: nameEnc && deps.cipher.decrypt('accounts.name_enc', id, nameEnc),
    }))
  // A number may have come to somebody who has not said a name: whoever has this one goes before them.
  const named = near.filter(({ theirs }) => theirs !== null && isSameName(theirs, name))
  const [person, another] = named.length > 0 ? named : near.filter(({ theirs }) => theirs === null)
  if (!person) throw new Problem('person_not_found')
  if (another) throw new Problem('person_unclear')
  return person
}

export const holderOf = ({ db, cipher }: Deps, phone: string): Promise<string | undefined> =>
  accountBehindPhone(db, cipher.lookup('phone', phone))

/**
 * The list does not say whose number it is: the second member of staff reads it from the papers. An account renames itself,
 * so whoever staff know as a guardian is still called what the papers said then.
 * @throws Problem papers_differ
 */
export async function mustBeOnPapers(deps: Deps, accountId: string, read: string | undefined): Promise<void> {
  const { cipher, db } = deps
  const account = await findAccount(db, accountId)
  const name = account?.nameEnc && cipher.decrypt('accounts.name_enc', account.id, account.nameEnc)
  if (read === undefined || (name && !isSameName(name, read))) throw new Problem('papers_differ')
  const known = await store.papersNames(db, accountId)
  if (known.length > 0 && !known.includes(cipher.lookup('pickup-name', nameForm(read)).toString('hex')))
    throw new Problem('papers_differ')
}

/**
 * Whoever gets another number gets what its account may do: each of those who decide reaches all of it.
 * @throws Problem number_above
 */
export async function mustReach(
  deps: Deps,
  deciders: readonly (readonly GrantFact[])[],
  people: readonly (string | undefined)[],
): Promise<void> {
  const ids = people.filter((id) => id !== undefined)
  const theirs = await Promise.all(ids.map((id) => grantsOf(deps, id)))
  for (const { division } of theirs.flat())
    if (deciders.some((grants) => !isStaffOf(grants, division))) throw new Problem('number_above')
}
