import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFieldCipher, maskPhone, sameBytes, sha256, type Tag } from '../../../bff/src/platform/crypto'

const key = (byte: number): Buffer => Buffer.alloc(32, byte)
const ring = (ids: [string, number][], lookup = 9) =>
  createFieldCipher({ keys: new Map(ids.map(([id, byte]) => [id, key(byte)])), lookupKey: key(lookup) })
const cipher = ring([['k1', 1]])
const tags: Tag[] = ['contact', 'child', 'health', 'legal']

describe('a sealed field', () => {
  test('opens to what was put in, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom(...tags), (plain, tag) => {
        const sealed = cipher.encrypt(tag, plain)
        expect(cipher.decrypt(tag, sealed)).toBe(plain)
        expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/)
        if (plain.length > 3) {
          expect(sealed).not.toContain(plain)
          expect(sealed).not.toContain(Buffer.from(plain).toString('base64url'))
        }
      }),
    )
  })

  test('is never the same twice', () => {
    expect(cipher.encrypt('contact', '13800000001')).not.toBe(cipher.encrypt('contact', '13800000001'))
  })

  test.each(tags.slice(1))('does not open under the tag %s', (tag) => {
    expect(() => cipher.decrypt(tag, cipher.encrypt('contact', '李师傅'))).toThrow()
  })

  test('does not open with another key of the same name', () => {
    expect(() => ring([['k1', 2]]).decrypt('contact', cipher.encrypt('contact', '李师傅'))).toThrow()
  })

  test('does not open with any bit changed, in whichever part', () => {
    const sealed = cipher.encrypt('contact', '李师傅')
    const [version, id, iv = '', body = ''] = sealed.split('.')
    const flipped = (part: string, bit: number): string => {
      const bytes = Buffer.from(part, 'base64url')
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return bytes.toString('base64url')
    }
    for (let bit = 0; bit < 12 * 8; bit++)
      expect(() => cipher.decrypt('contact', [version, id, flipped(iv, bit), body].join('.'))).toThrow()
    for (let bit = 0; bit < Buffer.from(body, 'base64url').length * 8; bit++)
      expect(() => cipher.decrypt('contact', [version, id, iv, flipped(body, bit)].join('.'))).toThrow()
  })

  test('does not open when it was cut', () => {
    const sealed = cipher.encrypt('contact', '李师傅')
    for (let length = 0; length < sealed.length - 1; length++)
      expect(() => cipher.decrypt('contact', sealed.slice(0, length)), `${length} characters`).toThrow()
    expect(() => cipher.decrypt('contact', sealed.replace('v1', 'v2'))).toThrow('unknown key')
    expect(() => cipher.decrypt('contact', sealed.replace('k1', 'k3'))).toThrow('unknown key')
    expect(() => cipher.decrypt('contact', '李师傅')).toThrow('unknown key')
  })
})

describe('the key ring', () => {
  test('a new first key seals, the old one still opens', () => {
    const before = cipher.encrypt('contact', '旧')
    const rotated = ring([
      ['k2', 2],
      ['k1', 1],
    ])
    expect(rotated.decrypt('contact', before)).toBe('旧')
    const afterwards = rotated.encrypt('contact', '新')
    expect(afterwards).toMatch(/^v1\.k2\./)
    expect(rotated.decrypt('contact', afterwards)).toBe('新')
    expect(() => cipher.decrypt('contact', afterwards)).toThrow('unknown key')
  })

  test('must not be empty', () => {
    expect(() => ring([])).toThrow('empty')
  })
})

describe('lookup', () => {
  test('is the same for the same value, and another for another value, use or key', () => {
    const hash = cipher.lookup('phone', '13800000001')
    expect(hash).toHaveLength(32)
    expect(ring([['k2', 2]]).lookup('phone', '13800000001')).toEqual(hash)
    expect(cipher.lookup('phone', '13800000002')).not.toEqual(hash)
    expect(cipher.lookup('openid', '13800000001')).not.toEqual(hash)
    expect(ring([['k1', 1]], 8).lookup('phone', '13800000001')).not.toEqual(hash)
    expect(sha256('13800000001')).not.toEqual(hash)
  })

  test('use and value are not run together', () => {
    expect(cipher.lookup('ab', 'c')).not.toEqual(cipher.lookup('a', 'bc'))
  })
})

test('sameBytes compares bytes, and other lengths without an error', () => {
  expect(sameBytes(Buffer.from('ab'), Buffer.from('ab'))).toBe(true)
  expect(sameBytes(Buffer.from('ab'), Buffer.from('ac'))).toBe(false)
  expect(sameBytes(Buffer.from('ab'), Buffer.from('abc'))).toBe(false)
})

test('a masked telephone number hides its middle', () => {
  expect(maskPhone('13812340001')).toBe('138****0001')
})
