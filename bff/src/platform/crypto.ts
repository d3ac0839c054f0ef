import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { type HashUse, type SealedColumn, sealedColumns } from './sealed-columns'

export interface KeyRing {
  /** Key id → 32 bytes. The first one encrypts; the others still decrypt. */
  keys: ReadonlyMap<string, Buffer>
  /** Key id → 32 bytes. */
  lookupKeys: ReadonlyMap<string, Buffer>
  /** Which of them made the hashes that are stored; the first, where the database does not say otherwise. */
  lookupId?: string
}

export interface FieldCipher {
  /**
   * @param row the UUID of the row in which the value will stand, known before it is written
   * @returns `v2.<key id>.<iv>.<ciphertext+tag>`, base64url; it opens in this column of this row and nowhere else
   */
  encrypt(column: SealedColumn, row: string, plain: string): string
  /** @throws Error when the key is unknown, or the value was changed or stands elsewhere than where it was sealed */
  decrypt(column: SealedColumn, row: string, sealed: string): string
  /** Keyed hash for equality lookup; `use` keeps phones, openids and codes apart. 32 bytes. */
  lookup(use: HashUse, value: string): Buffer
  /** The same by each key of the ring, the current one first: for what cannot be made anew when the key changes. */
  lookups(use: HashUse, value: string): [Buffer, ...Buffer[]]
}

const ivBytes = 12
const tagBytes = 16
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export function createFieldCipher(ring: KeyRing): FieldCipher {
  const first = ring.keys.entries().next().value
  if (!first) throw new Error('the key ring is empty')
  const [currentId, currentKey] = first
  const [lookupKey, ...olderKeys] = lookupRingOf(ring)
  return {
    encrypt(column, row, plain) {
      return `v2.${currentId}.${sealBound(currentKey, placeOf(column, row), plain)}`
    },
    decrypt(column, row, value) {
      const [version = '', keyId = '', iv = '', sealed = '', ...rest] = value.split('.')
      const key = ring.keys.get(keyId)
      if (!key || rest.length > 0) throw new Error('sealed with an unknown key')
      const open = (aad: Buffer): string =>
        opened(key, Buffer.from(iv, 'base64url'), Buffer.from(sealed, 'base64url'), aad)
      if (version === 'v2') return open(placeOf(column, row))
      if (version === 'v1') return firstThatOpens(sealedColumns[column].tags, (tag) => open(Buffer.from(tag)))
      throw new Error('sealed in an unknown way')
    },
    lookup: (use, value) => keyedHash(lookupKey, use, value),
    lookups: (use, value) => [
      keyedHash(lookupKey, use, value),
      ...olderKeys.map((key) => keyedHash(key, use, value)),
    ],
  }
}

const keyedHash = (key: Buffer, use: HashUse, value: string): Buffer =>
  createHmac('sha256', key).update(`${use}\0${value}`).digest()

/** The lookup keys, the current one first. */
function lookupRingOf({ lookupKeys, lookupId }: KeyRing): [Buffer, ...Buffer[]] {
  const [id, current] = [...lookupKeys].find(([each]) => lookupId === undefined || each === lookupId) ?? []
  if (!current) throw new Error('the key that made the stored hashes is not in the ring')
  return [current, ...[...lookupKeys].filter(([each]) => each !== id).map(([, key]) => key)]
}

/** What a value is bound to. @throws Error for a row that is no UUID: most likely two arguments were exchanged */
function placeOf(column: SealedColumn, row: string): Buffer {
  if (!uuid.test(row)) throw new Error(`no row of ${column} to seal for`)
  return Buffer.from(`linli\0${column}\0${row.toLowerCase()}`)
}

/** @param bound what it is bound to: the same bytes open it @returns `<iv>.<ciphertext+tag>`, base64url */
export function sealBound(key: Buffer, bound: Buffer, plain: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  cipher.setAAD(bound)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${iv.toString('base64url')}.${sealed.toString('base64url')}`
}

/** @throws Error when it was changed, sealed by another key, or bound to something else */
export function openBound(key: Buffer, bound: Buffer, value: string): string {
  const [iv = '', sealed = '', ...rest] = value.split('.')
  if (rest.length > 0) throw new Error('sealed in an unknown way')
  return opened(key, Buffer.from(iv, 'base64url'), Buffer.from(sealed, 'base64url'), bound)
}

/** A tag of 16 bytes and no shorter one: of four bytes, every four-billionth guess is right. */
function opened(key: Buffer, iv: Buffer, bytes: Buffer, aad: Buffer): string {
  if (iv.length !== ivBytes || bytes.length < tagBytes) throw new Error('a sealed value was cut')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  decipher.setAAD(aad).setAuthTag(bytes.subarray(-tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8')
}

/** Values of the first version are bound to their tag alone; they are read until the rotation has re-sealed them. */
function firstThatOpens(tags: readonly string[], open: (tag: string) => string): string {
  let failure: unknown
  for (const tag of tags)
    try {
      return open(tag)
    } catch (error) {
      failure = error
    }
  throw failure
}

export const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest()

/** Equality that takes the same time wherever the difference lies. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** `138****0001`: what a list may show of a telephone number to its owner. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
