import { createCipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFieldCipher, maskPhone, sameBytes, sha256 } from '../../../bff/src/platform/crypto'
import { type SealedColumn, sealedColumns } from '../../../bff/src/platform/sealed-columns'

const key = (name: string | number): Buffer => sha256(`test key ${name}`)
const ring = (ids: [string, number][], lookup = 9) =>
  createFieldCipher({
    keys: new Map(ids.map(([id, n]) => [id, key(n)])),
    lookupKeys: new Map([['l1', key(lookup)]]),
  })
const cipher = ring([['k1', 1]])
const columns = Object.keys(sealedColumns) as SealedColumn[]
const row = '00000000-0000-4000-8000-00000000000a'
const place = fc.record({ column: fc.constantFrom(...columns), row: fc.uuid() })
const keeper = 'facilities.keeper_name_enc'

/** As the first version sealed it: bound to its tag alone. */
function sealedBefore(tag: string, plain: string, tagBytes = 16): string {
  const iv = randomBytes(12)
  const old = createCipheriv('aes-256-gcm', key(1), iv).setAAD(Buffer.from(tag))
  const body = Buffer.concat([old.update(plain, 'utf8'), old.final(), old.getAuthTag().subarray(0, tagBytes)])
  return `v1.k1.${iv.toString('base64url')}.${body.toString('base64url')}`
}

describe('a sealed field', () => {
  test('opens where it was sealed, and shows nothing of what was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), place, (plain, at) => {
        const sealed = cipher.encrypt(at.column, at.row, plain)
        expect(cipher.decrypt(at.column, at.row, sealed)).toBe(plain)
        expect(cipher.decrypt(at.column, at.row.toUpperCase(), sealed)).toBe(plain)
        expect(sealed).toMatch(/^v2\.k1\.[\w-]{16}\.[\w-]+$/)
        if (plain.length > 3) {
          expect(sealed).not.toContain(plain)
          expect(sealed).not.toContain(Buffer.from(plain).toString('base64url'))
        }
      }),
    )
  })

  test('opens in no other row, column or table', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        fc.pre(from.column !== to.column || from.row !== to.row)
        const sealed = cipher.encrypt(from.column, from.row, '李师傅')
        for (const at of [to, { ...from, row: to.row }, { ...from, column: to.column }])
          if (at.column !== from.column || at.row !== from.row)
            expect(() => cipher.decrypt(at.column, at.row, sealed)).toThrow()
      }),
    )
  })

  test('is never the same twice', () => {
    expect(cipher.encrypt(keeper, row, '李师傅')).not.toBe(cipher.encrypt(keeper, row, '李师傅'))
  })

  test('is not made for a row without a UUID: two arguments were exchanged', () => {
    expect(() => cipher.encrypt(keeper, '李师傅', row)).toThrow('no row')
  })

  test('does not open with another key of the same name', () => {
    expect(() => ring([['k1', 2]]).decrypt(keeper, row, cipher.encrypt(keeper, row, '李师傅'))).toThrow()
  })

  test('does not open with any bit changed, in whichever part', () => {
    const sealed = cipher.encrypt(keeper, row, '李师傅')
    const [version, id, iv = '', body = ''] = sealed.split('.')
    const flipped = (part: string, bit: number): string => {
      const bytes = Buffer.from(part, 'base64url')
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return bytes.toString('base64url')
    }
    for (let bit = 0; bit < 12 * 8; bit++)
      expect(() => cipher.decrypt(keeper, row, [version, id, flipped(iv, bit), body].join('.'))).toThrow()
    for (let bit = 0; bit < Buffer.from(body, 'base64url').length * 8; bit++)
      expect(() => cipher.decrypt(keeper, row, [version, id, iv, flipped(body, bit)].join('.'))).toThrow()
  })

  test('does not open when it was cut, also to a tag of four bytes', () => {
    const sealed = cipher.encrypt(keeper, row, '李师傅')
    for (let length = 0; length < sealed.length - 1; length++)
      expect(() => cipher.decrypt(keeper, row, sealed.slice(0, length)), `${length} characters`).toThrow()
    for (const bytes of [0, 4, 8, 12, 13, 14, 15])
      expect(() => cipher.decrypt(keeper, row, sealedBefore('contact', '', bytes)), `${bytes}`).toThrow()
  })

  test('says why it does not open', () => {
    const sealed = cipher.encrypt(keeper, row, '李师傅')
    expect(() => cipher.decrypt(keeper, row, sealed.replace('v2', 'v3'))).toThrow('unknown way')
    expect(() => cipher.decrypt(keeper, row, sealed.replace('k1', 'k3'))).toThrow('unknown key')
    expect(() => cipher.decrypt(keeper, row, `${sealed}.x`)).toThrow('unknown key')
    expect(() => cipher.decrypt(keeper, row, '李师傅')).toThrow('unknown key')
  })
})

describe('a value of the first version', () => {
  test('opens under the tags of its column, and no other', () => {
    for (const column of columns)
      for (const tag of ['contact', 'child', 'health', 'legal', 'draw']) {
        const open = (): string => cipher.decrypt(column, row, sealedBefore(tag, '旧'))
        if ((sealedColumns[column].tags as readonly string[]).includes(tag)) expect(open()).toBe('旧')
        else expect(open).toThrow()
      }
  })
})

describe('the key ring', () => {
  test('a new first key seals, the old one still opens', () => {
    const before = cipher.encrypt(keeper, row, '旧')
    const rotated = ring([
      ['k2', 2],
      ['k1', 1],
    ])
    expect(rotated.decrypt(keeper, row, before)).toBe('旧')
    const afterwards = rotated.encrypt(keeper, row, '新')
    expect(afterwards).toMatch(/^v2\.k2\./)
    expect(rotated.decrypt(keeper, row, afterwards)).toBe('新')
    expect(() => cipher.decrypt(keeper, row, afterwards)).toThrow('unknown key')
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
    expect(cipher.lookup('wechat', '13800000001')).not.toEqual(hash)
    expect(ring([['k1', 1]], 8).lookup('phone', '13800000001')).not.toEqual(hash)
    expect(sha256('13800000001')).not.toEqual(hash)
  })

  test('use and value are not run together', () => {
    expect(cipher.lookup('code', '\0x')).not.toEqual(cipher.lookup('code', 'x'))
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
