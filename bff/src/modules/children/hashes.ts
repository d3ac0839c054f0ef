/** How people are compared without being read: keyed hashes of compared names, numbers and codes. */
import { type FieldCipher, sameBytes } from '../../platform/crypto'
import { childIdentity } from '../../platform/child-identity'
import { nameForm } from '../../platform/name-form'
import { noHash } from '../../platform/secrets'
import type { LinkRow } from './store'

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

/** A guardian's name and number are the account's. */
export const guardianHashes = (
  cipher: FieldCipher,
  { accountId, nameEnc, phoneEnc }: Pick<LinkRow, 'accountId' | 'nameEnc' | 'phoneEnc'>,
): Hashes =>
  hashesOf(cipher, {
    name: nameEnc ? cipher.decrypt('accounts.name_enc', accountId, nameEnc) : '',
    phone: phoneEnc ? cipher.decrypt('accounts.phone_enc', accountId, phoneEnc) : undefined,
  })
