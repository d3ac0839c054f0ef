/**
 * The promise: a bar is its setter's. Nobody else reads it, lifts it or gets past it by phone, and what the app says to
 * the other guardian is what it says for other reasons too (docs/product.md › Two guardians).
 */
import type { ProblemCode } from '@linli/contracts/problems'
import { type FieldCipher, sameBytes } from '../../platform/crypto'
import { guardianHashes, type Hashes, hashesOf, isGuardian, isSame, provenHashes, samePhone } from './hashes'
import type { PersonRow } from './pickup-store'
import type { ChildRow, LinkRow } from './row'

export const isBarred = (people: readonly PersonRow[], somebody: Hashes): boolean =>
  people.some((p) => p.kind === 'barred' && isSame(p, somebody))

/** Set by this guardian; or by one who is none any more, and not against this one. */
export function ownBars(
  row: ChildRow,
  people: readonly PersonRow[],
  accountId: string,
  cipher: FieldCipher,
): PersonRow[] {
  const link = row.links.find((l) => l.accountId === accountId)
  if (!link?.knownAt) return []
  const self = guardianHashes(cipher, link)
  const isLeft = (p: PersonRow): boolean => !row.links.some((l) => l.accountId === p.createdBy)
  return people.filter(
    (p) => p.kind === 'barred' && (p.createdBy === accountId || (isLeft(p) && !isGuardian(self, p))),
  )
}

/** Is this guardian barred from the child themselves, whoever set it? */
export function isBarredSelf(
  cipher: FieldCipher,
  row: ChildRow,
  people: readonly PersonRow[],
  accountId: string,
): boolean {
  const link = row.links.find((l) => l.accountId === accountId)
  const self = link ? guardianHashes(cipher, link) : []
  return people.some((p) => p.kind === 'barred' && isGuardian(self, p))
}

export interface DoorRecord {
  kind: string
  refusal: string | null
  personId: string | null
  guardianId: string | null
}

/** May the reader see who it was? @param name as the record says it, where it still does */
export type DoorShown = (record: DoorRecord, name?: string) => boolean

/**
 * Somebody who was recognised as barred is named to whoever may read the bar: the record would tell of it otherwise.
 * @param people the list as it is now
 */
export function doorShown(
  cipher: FieldCipher,
  row: ChildRow,
  people: readonly PersonRow[],
  accountId: string,
): DoorShown {
  const own = ownBars(row, people, accountId, cipher)
  return ({ kind, refusal, personId, guardianId }, name) => {
    if (kind !== 'barred_seen' && refusal !== 'person_barred') return true
    const link = row.links.find((l) => l.id === guardianId)
    const came = [
      ...people.filter((p) => p.id === personId),
      ...(name === undefined ? [] : [hashesOf(cipher, { name })]),
      ...(link ? guardianHashes(cipher, link) : []),
    ]
    return came.some((somebody) => isBarred(own, somebody))
  }
}

export interface Wish {
  row: ChildRow
  link: LinkRow
  /** Live ones, and whoever was taken off the list by somebody. */
  people: readonly PersonRow[]
  removed: readonly PersonRow[]
}

/**
 * Why somebody is not listed, nor named for a code. Of a bar of the other guardian the answer is the same as where that
 * guardian took the person off the list, or the number belongs to somebody else around the child.
 */
export function listingRefusal(
  cipher: FieldCipher,
  { row, link, people, removed }: Wish,
  somebody: Hashes,
): ProblemCode | undefined {
  const guardians = row.links.flatMap((l) => provenHashes(cipher, l))
  if (guardians.some((g) => sameBytes(g.nameHash, somebody.nameHash))) return 'person_is_guardian'
  if (isBarred(ownBars(row, people, link.accountId, cipher), somebody)) return 'person_is_barred'
  const others = removed.filter((p) => row.links.some((l) => l.id !== link.id && l.accountId === p.endedBy))
  const isElse = (p: Hashes): boolean => samePhone(p, somebody) && !sameBytes(p.nameHash, somebody.nameHash)
  const atCounter =
    isBarred(people, somebody) ||
    others.some((p) => isSame(p, somebody)) ||
    people.some((p) => p.kind === 'listed' && isElse(p)) ||
    guardians.some(isElse)
  return atCounter ? 'person_at_counter' : undefined
}
