/** The promise: a child goes with whom its guardians listed, and never with whom they barred, on no list. */
import type { PickupPerson, Relation } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { sameBytes } from '../../platform/crypto'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { listingRefusal, ownBars } from './bars'
import { revokeCodes } from './pickup-codes'
import { type Leave, type Locked, lockConsented, lockOwn, ownChild } from './family'
import { type Hashes, hashesOf, isGuardian, isSame, type Named, provenHashes } from './hashes'
import {
  endPeople,
  findPerson,
  findPersonIn,
  insertPerson,
  type NewPerson,
  peopleIn,
  type PersonRow,
  removedFrom,
} from './pickup-store'
import { barredPersonOf, pickupPersonOf } from './present'
import { mostPeople } from './rules'
import type { ChildRow } from './row'
import { tellOfBar, tellOthers } from './tell'

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

const keepingAway = { frozen: true, bars: true } as const satisfies Leave

interface Adding {
  leave: Leave
  make: (fresh: Fresh, locked: Locked, people: PersonRow[]) => Promise<Omit<NewPerson, 'id'>>
}

/** Writes a person once and reads it back, also for a repeated tap. */
async function addOnce(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  childId: string,
  { leave, make }: Adding,
): Promise<PersonRow> {
  const at = deps.clock.now()
  await ownChild(deps, who, childId)
  const id = await deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    const locked = await lockConsented(tx, who, childId, at, leave)
    const people = await peopleIn(tx, childId, dayOf(at))
    const person = await make({ tx, id: fresh, at }, locked, people)
    // Of bars one's own are counted: how many the other has set is not told by a refusal.
    const counted = people.filter(
      (p) => p.kind === person.kind && (p.kind === 'listed' || p.createdBy === who.accountId),
    )
    if (counted.length >= mostPeople) throw new Problem('too_many_people')
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
  idempotency: Idempotency,
  childId: string,
  { relation, validFrom, validTo, ...named }: Listing,
): Promise<PickupPerson> {
  const hashes = hashesOf(deps.cipher, named)
  const make: Adding['make'] = async ({ tx, id, at }, { row, link }, people) => {
    const refusal = listingRefusal(
      deps.cipher,
      { row, link, people, removed: await removedFrom(tx, childId) },
      hashes,
    )
    if (refusal) throw new Problem(refusal)
    if (people.some((p) => p.kind === 'listed' && sameBytes(p.nameHash, hashes.nameHash)))
      throw new Problem('person_listed_already')
    await tellOthers(deps, tx, row, { kind: 'guardian_pickup_listed', by: who.accountId, at })
    const period = { validFrom, validTo: validTo ?? null }
    const sealed = { ...sealPerson(deps, id, named), ...hashes }
    return { childId, kind: 'listed', ...sealed, relation, ...period, createdBy: who.accountId, at }
  }
  const row = await addOnce(deps, who, idempotency, childId, { leave: {}, make })
  return pickupPersonOf(row, deps.cipher)
}

/**
 * Who is barred comes off the list, and their codes open no more.
 * @throws Problem the codes of the contract `barPerson`
 */
export async function barPerson(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  childId: string,
  { note, ...named }: Named & { note?: string | undefined },
) {
  const hashes = hashesOf(deps.cipher, named)
  const make: Adding['make'] = async ({ tx, id, at }, { row }, people) => {
    // By what staff have seen: a name that an account gave itself keeps nobody from being barred.
    if (row.links.some((l) => isGuardian(provenHashes(deps.cipher, l), hashes)))
      throw new Problem('person_is_guardian')
    const mine = people.filter((p) => p.createdBy === who.accountId)
    if (mine.some((p) => p.kind === 'barred' && sameBytes(p.nameHash, hashes.nameHash)))
      throw new Problem('person_is_barred')
    await takeOff(deps, tx, { row, people, hashes, by: who.accountId, at })
    await tellOfBar(deps, tx, row, hashes, { kind: 'guardian_bar_set', by: who.accountId, at })
    const sealed = { ...sealPerson(deps, id, named, note), ...hashes }
    const since = { relation: null, validFrom: dayOf(at), validTo: null }
    return { childId, kind: 'barred', ...sealed, ...since, createdBy: who.accountId, at }
  }
  const row = await addOnce(deps, who, idempotency, childId, { leave: keepingAway, make })
  return barredPersonOf(row, deps.cipher)
}

/** Who is barred comes off the list, whoever put them there. */
async function takeOff(
  deps: Deps,
  tx: Tx,
  {
    row,
    people,
    hashes,
    by,
    at,
  }: {
    row: ChildRow
    people: readonly PersonRow[]
    hashes: Hashes & { nameHash: Buffer }
    by: string
    at: Date
  },
): Promise<void> {
  const listed = people.filter((p) => p.kind === 'listed' && isSame(p, hashes)).map((p) => p.id)
  await endPeople(tx, listed, { at, by })
  // Whoever is barred by it is told of neither.
  if (listed.length > 0) await tellOfBar(deps, tx, row, hashes, { kind: 'guardian_pickup_removed', by, at })
  await revokeCodes(deps, tx, row.id, hashes.nameHash, at)
}

/**
 * Takes somebody off a list; a bar only by who set it, and for everybody else it is not there.
 * @throws Problem not_found, guardian_not_verified
 */
export async function removePerson(
  deps: Deps,
  who: Who,
  id: string,
  kind: 'listed' | 'barred',
): Promise<void> {
  const at = deps.clock.now()
  const person = await findPerson(deps.db, id)
  if (person?.kind !== kind) throw new Problem('not_found')
  await deps.db.transaction(async (tx) => {
    const isBar = kind === 'barred'
    const { row } = await lockOwn(tx, who, person.childId, at, isBar ? keepingAway : { frozen: true })
    if (isBar && ownBars(row, [person], who.accountId, deps.cipher).length === 0)
      throw new Problem('not_found')
    // Done is done, and told once.
    if ((await findPersonIn(tx, id))?.endedAt) return
    await endPeople(tx, [id], { at, by: who.accountId })
    const lifted = { kind: 'guardian_bar_lifted', by: who.accountId, at } as const
    if (isBar) await tellOfBar(deps, tx, row, person, lifted)
    else await tellOthers(deps, tx, row, { kind: 'guardian_pickup_removed', by: who.accountId, at })
  })
}
