/** How people are compared without being read: keyed hashes of compared names, numbers and codes. */
import { type FieldCipher, sameBytes } from '../../platform/crypto'
import { childIdentity } from '../../platform/child-identity'
import { nameForm } from '../../platform/name-form'
import { noHash } from '../../platform/secrets'
import type { LinkRow } from './row'

/**
 * `pickup_people.name_hash`, of `nameFormVersion`. A name in which nothing counts is nobody's, and its hash is never seen
 * again.
 */
export function personHash(cipher: FieldCipher, name: string): Buffer {
  const form = nameForm(name)
  return form === '' ? noHash() : cipher.lookup('pickup-name', form)
}

/** `pickup_codes.code_hash` */
export const pickupCodeHash = (cipher: FieldCipher, childId: string, day: string, code: string): Buffer =>
  pickupCodeHashes(cipher, childId, day, code)[0]

/** The same by keys that are on their way out too: a code outlives a change of keys. */
export const pickupCodeHashes = (cipher: FieldCipher, childId: string, day: string, code: string) =>
  cipher.lookups('pickup-code', `${childId} ${day} ${code}`)

/** `children.identity_hash`, of `nameFormVersion`: one name and birth date in one prefecture. */
export function identityHash(
  cipher: FieldCipher,
  { community, name, birthDate }: { community: string; name: string; birthDate: string },
): Buffer {
  const identity = childIdentity(community, { name, birthDate })
  return identity === null ? noHash() : cipher.lookup('child-identity', identity)
}

export interface Named {
  name: string
  phone?: string | null | undefined
}

export interface Hashes {
  nameHash: Uint8Array
  phoneHash: Uint8Array | null
}

export const hashesOf = (cipher: FieldCipher, { name, phone }: Named) => ({
  nameHash: personHash(cipher, name),
  phoneHash: phone ? cipher.lookup('phone', phone) : null,
})

export const samePhone = (a: Hashes, b: Hashes): boolean =>
  a.phoneHash !== null && b.phoneHash !== null && sameBytes(a.phoneHash, b.phoneHash)

/** The same name, or the same telephone under another one. */
export const isSame = (a: Hashes, b: Hashes): boolean => sameBytes(a.nameHash, b.nameHash) || samePhone(a, b)

type Known = Pick<LinkRow, 'accountId' | 'nameEnc' | 'phoneEnc' | 'known'>

const hashed = (hex: string): Buffer => Buffer.from(hex, 'hex')

/** A guardian's name and number are the account's, and whatever they were before: nobody renames themselves past a bar. */
export const guardianHashes = (
  cipher: FieldCipher,
  { accountId, nameEnc, phoneEnc, known }: Known,
): [Hashes, ...Hashes[]] => [
  hashesOf(cipher, {
    name: nameEnc ? cipher.decrypt('accounts.name_enc', accountId, nameEnc) : '',
    phone: phoneEnc ? cipher.decrypt('accounts.phone_enc', accountId, phoneEnc) : undefined,
  }),
  ...known.map(({ nameHash, phoneHash }) => ({
    nameHash: nameHash ? hashed(nameHash) : noHash(),
    phoneHash: phoneHash ? hashed(phoneHash) : null,
  })),
]

/** A guardian is this person by anything they are or were known by. */
export const isGuardian = (self: readonly Hashes[], somebody: Hashes): boolean =>
  self.some((each) => isSame(each, somebody))

/**
 * As staff know a guardian: by the name on the papers and by numbers that proved themselves. What an account calls itself
 * afterwards is nobody's name; of whom staff saw before names were kept, the oldest is.
 */
export function provenHashes(cipher: FieldCipher, link: Known & Pick<LinkRow, 'knownAt'>): Hashes[] {
  if (link.knownAt === null) return []
  const [now, ...was] = guardianHashes(cipher, link)
  const named = was.filter((_, n) => link.known[n]?.nameHash)
  const onPapers = was.filter((_, n) => link.known[n]?.nameHash && link.known[n].papersAt)
  const names = onPapers.length > 0 ? onPapers : [named[0] ?? now]
  return [...names, ...[now, ...was].map(({ phoneHash }) => ({ nameHash: noHash(), phoneHash }))]
}
