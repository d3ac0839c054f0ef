import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** The tags of PRODUCT.md, rule 6. */
export type Tag = 'contact' | 'child' | 'health' | 'legal'

/** What a value is sealed as: a tag of personal data, or a draw's seed, which is a secret only until it is drawn. */
export type Sealed = Tag | 'draw'

export interface KeyRing {
  /** Key id → 32 bytes. The first one encrypts; the others still decrypt. */
  keys: ReadonlyMap<string, Buffer>
  lookupKey: Buffer
}

export interface FieldCipher {
  /** @returns `v1.<key id>.<iv>.<ciphertext+tag>`, base64url; bound to its tag, so a value moved under another tag fails. */
  encrypt(tag: Sealed, plain: string): string
  /** @throws Error when the key is unknown or the value was changed */
  decrypt(tag: Sealed, sealed: string): string
  /** Keyed hash for equality lookup; `use` keeps phones, openids and codes apart. 32 bytes. */
  lookup(use: string, value: string): Buffer
}

export function createFieldCipher(ring: KeyRing): FieldCipher {
  const first = ring.keys.entries().next().value
  if (!first) throw new Error('the key ring is empty')
  const [currentId, currentKey] = first
  return {
    encrypt(tag, plain) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(Buffer.from(tag))
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${currentId}.${iv.toString('base64url')}.${sealed.toString('base64url')}`
    },
    decrypt(tag, value) {
      const [version, keyId = '', iv = '', sealed = ''] = value.split('.')
      const key = ring.keys.get(keyId)
      if (version !== 'v1' || !key) throw new Error('sealed with an unknown key')
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url')).setAAD(
        Buffer.from(tag),
      )
      decipher.setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
    },
    lookup: (use, value) => createHmac('sha256', ring.lookupKey).update(`${use}\0${value}`).digest(),
  }
}

export const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest()

/** Equality that takes the same time wherever the difference lies. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** `138****0001`: what a list may show of a telephone number to its owner. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
