/** The promise: a child goes with whom its guardians listed, and never with whom they barred, on no list. */
import type { PickupPerson, Relation } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Intent } from '../../platform/once'
import { sameBytes } from '../../platform/crypto'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { type Locked, lockConsented, ownChild } from './family'
import {
  endCodes,
  endPeople,
  findPerson,
  insertPerson,
  type NewPerson,
  openCodes,
  peopleIn,
  type PersonRow,
  putCode,
} from './pickup-store'
import { linkOf, mayBar, mayDecide } from './policy'
import { barredPersonOf, pickupPersonOf } from './present'
import { isCodeDay, mostPeople } from './rules'
import { personHash, pickupCodeHash } from './service'

interface Named {
  name: string
  phone?: string | undefined
}

interface Hashes {
  nameHash: Uint8Array
  phoneHash: Uint8Array | null
}

const hashesOf = ({ cipher }: Deps, { name, phone }: Named) => ({
  nameHash: personHash(cipher, name),
  phoneHash: phone ? cipher.lookup('phone', phone) : null,
})

/** The same name, or the same telephone under another one. */
const isSame = (a: Hashes, b: Hashes): boolean =>
  sameBytes(a.nameHash, b.nameHash) ||
  (a.phoneHash !== null && b.phoneHash !== null && sameBytes(a.phoneHash, b.phoneHash))

const isBarred = (people: readonly PersonRow[], somebody: Hashes): boolean =>
  people.some((p) => p.kind === 'barred' && isSame(p, somebody))

const sealPerson = ({ cipher }: Deps, id: string, { name, phone }: Named, note?: string) => ({
  nameEnc: cipher.encrypt('pickup_people.name_enc', id, name),
  phoneEnc: phone ? cipher.encrypt('pickup_people.phone_enc', id, phone) : null,
  noteEnc: note ? cipher.encrypt('pickup_people.note_enc', id, note) : null,
})

/** Whom a transaction is about to write. */
interface Fresh {
  tx: Tx
  id: string
  at: Date
}

/** Writes a person once and reads it back, also for a repeated tap. */
async function addOnce(
  deps: Deps,
  who: Who,
  intent: Intent,
  childId: string,
  make: (fresh: Fresh, locked: Locked, people: PersonRow[]) => Promise<Omit<NewPerson, 'id'>>,
): Promise<PersonRow> {
  const at = deps.clock.now()
  await ownChild(deps, who, childId)
  const id = await deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, intent, fresh, at)
    if (known) return known
    const locked = await lockConsented(tx, who, childId)
    const people = await peopleIn(tx, childId, dayOf(at))
    const person = await make({ tx, id: fresh, at }, locked, people)
    if (people.filter((p) => p.kind === person.kind).length >= mostPeople)
      throw new Problem('too_many_people')
    await insertPerson(tx, { ...person, id: fresh })
    return fresh
  })
  const row = await findPerson(deps.db, id)
  if (!row) throw new Problem('not_found')
  return row
}

export interface Listing extends Named {
  relation: Relation
  validFrom: string
  validTo?: string | undefined
}

/** @throws Problem the codes of the contract `addPickupPerson` */
export async function addPickupPerson(
  deps: Deps,
  who: Who,
  intent: Intent,
  childId: string,
  { relation, validFrom, validTo, ...named }: Listing,
): Promise<PickupPerson> {
  const hashes = hashesOf(deps, named)
  const row = await addOnce(deps, who, intent, childId, async ({ id, at }, _locked, people) => {
    if (isBarred(people, hashes)) throw new Problem('person_is_barred')
    const period = { validFrom, validTo: validTo ?? null }
    const sealed = { ...sealPerson(deps, id, named), ...hashes }
    return { childId, kind: 'listed', ...sealed, relation, ...period, createdBy: who.accountId, at }
  })
  return pickupPersonOf(row, deps.cipher)
}

/**
 * Who is barred comes off the list, and their codes open no more.
 * @throws Problem the codes of the contract `barPerson`
 */
export async function barPerson(
  deps: Deps,
  who: Who,
  intent: Intent,
  childId: string,
  { note, ...named }: Named & { note?: string | undefined },
) {
  const hashes = hashesOf(deps, named)
  const row = await addOnce(deps, who, intent, childId, async ({ tx, id, at }, { row, link }, people) => {
    if (!mayBar(link)) throw new Problem('guardian_not_verified')
    if (guardiansAs(deps, row.links).some((g) => isSame(g, hashes))) throw new Problem('person_is_guardian')
    const listed = people.filter((p) => p.kind === 'listed' && isSame(p, hashes))
    await endPeople(
      tx,
      listed.map((p) => p.id),
      at,
    )
    await revokeCodes(deps, tx, childId, hashes.nameHash, at)
    const sealed = { ...sealPerson(deps, id, named, note), ...hashes }
    const since = { relation: null, validFrom: dayOf(at), validTo: null }
    return { childId, kind: 'barred', ...sealed, ...since, createdBy: who.accountId, at }
  })
  return barredPersonOf(row, deps.cipher)
}

const guardiansAs = (deps: Deps, links: Locked['row']['links']): Hashes[] =>
  links.map(({ accountId, nameEnc, phoneEnc }) =>
    hashesOf(deps, {
      name: nameEnc ? deps.cipher.decrypt('accounts.name_enc', accountId, nameEnc) : '',
      phone: phoneEnc ? deps.cipher.decrypt('accounts.phone_enc', accountId, phoneEnc) : undefined,
    }),
  )

async function revokeCodes(
  { cipher }: Deps,
  tx: Tx,
  childId: string,
  nameHash: Buffer,
  at: Date,
): Promise<void> {
  const codes = await openCodes(tx, childId, dayOf(at))
  const theirs = codes.filter((c) =>
    sameBytes(personHash(cipher, cipher.decrypt('pickup_codes.name_enc', c.id, c.nameEnc)), nameHash),
  )
  await endCodes(
    tx,
    theirs.map((c) => c.id),
    at,
  )
}

/** @throws Problem not_found, guardian_not_verified */
export async function removePerson(
  deps: Deps,
  who: Who,
  id: string,
  kind: 'listed' | 'barred',
): Promise<void> {
  const person = await findPerson(deps.db, id)
  if (person?.kind !== kind) throw new Problem('not_found')
  const { links } = await ownChild(deps, who, person.childId)
  const link = linkOf(links, who.accountId)
  if (!link || !(kind === 'barred' ? mayBar(link) : mayDecide(link, links)))
    throw new Problem('guardian_not_verified')
  await deps.db.transaction((tx) => endPeople(tx, [id], deps.clock.now()))
}

/** @throws Problem the codes of the contract `makePickupCode` */
export async function makePickupCode(
  deps: Deps,
  who: Who,
  childId: string,
  { day, name, relation }: { day: string; name: string; relation: Relation },
): Promise<{ code: string; day: string }> {
  const at = deps.clock.now()
  const code = deps.ids.code()
  await deps.db.transaction(async (tx) => {
    await lockConsented(tx, who, childId)
    if (!isCodeDay(day, dayOf(at))) throw new Problem('pickup_day_impossible')
    const people = await peopleIn(tx, childId, dayOf(at))
    if (isBarred(people, hashesOf(deps, { name }))) throw new Problem('person_is_barred')
    const id = deps.ids.id()
    await putCode(tx, {
      id,
      childId,
      day,
      codeHash: pickupCodeHash(deps.cipher, childId, day, code),
      nameEnc: deps.cipher.encrypt('pickup_codes.name_enc', id, name),
      relation,
      createdBy: who.accountId,
      at,
    })
  })
  return { code, day }
}
