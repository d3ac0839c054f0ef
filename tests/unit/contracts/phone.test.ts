import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digitCode, plainCharacters, typedCode } from '../../../bff/contracts/src/digits'
import { callPhone, mobilePhone } from '../../../bff/contracts/src/phone'
import { digitsOfAnyScript, dressed, invisible, type Written, writtenIn } from '../../support/typed'

const read = (schema: typeof callPhone, value: unknown): string => {
  const result = schema.safeParse(value)
  return result.success ? result.data : 'refused'
}

const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
const landline = fc
  .tuple(
    fc.constantFrom(['010', 8], ['021', 8], ['0878', 7], ['0871', 8] as const),
    fc.stringMatching(/^[2-9]\d{7}$/),
    fc.option(fc.stringMatching(/^\d{2,5}$/)),
  )
  .map(([[area, length], digits, extension]) => ({
    area: String(area),
    local: digits.slice(0, Number(length)),
    extension,
  }))

describe('a mobile number', () => {
  test.each([
    '13800000001',
    '138 0000 0001',
    '138-0000-0001',
    '138—0000—0001',
    '138·0000·0001',
    ' 13800000001 ',
    '\u202a13800000001\u202c',
    '138\u00ad0000\u200b0001',
    '+8613800000001',
    '＋86 138 0000 0001',
    '(+86) 138 0000 0001',
    '8613800000001',
    '86-138-0000-0001',
    '008613800000001',
    '0138 0000 0001',
    'tel:+86-138-0000-0001',
    '手机号：13800000001',
    '１３８０００００００１',
    '１３８ ００００ ０００１',
    '١٣٨٠٠٠٠٠٠٠١',
    '1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣',
    '❶❸❽⓿⓿⓿⓿⓿⓿⓿❶',
    '一三八〇〇〇〇〇〇〇一',
  ])('%j is 13800000001', (typed) => {
    expect([read(mobilePhone, typed), read(callPhone, typed)]).toEqual(['13800000001', '13800000001'])
  })

  test.each([
    '',
    '1380000000',
    '138000000012',
    '12800000001',
    '23800000001',
    '+85213800000001',
    '+113800000001',
    '0085213800000001',
    '1380000000a',
    '13800000001转8',
    '13800000001\0',
    '1'.repeat(1_000),
    '1 '.repeat(50_000),
    13800000001,
    null,
  ])('%j is refused', (typed) => {
    expect([read(mobilePhone, typed), read(callPhone, typed)]).toEqual(['refused', 'refused'])
  })

  test('is the same in every script, with anything invisible in it, and however it is grouped', () => {
    fc.assert(
      fc.property(mobile, dressed, (number, how) => {
        const typed = writtenIn(number, how)
        expect(read(mobilePhone, typed)).toBe(typed.length <= 100 ? number : 'refused')
        expect(read(callPhone, typed)).toBe(read(mobilePhone, typed))
      }),
    )
  })
})

describe('a number that is called', () => {
  test.each([
    ['0878-3123456', '0878-3123456'],
    ['(0878)3123456', '0878-3123456'],
    ['０８７８－３１２３４５６', '0878-3123456'],
    ['0878 312 3456', '0878-3123456'],
    ['+86 878 3123456', '0878-3123456'],
    ['+86 (0)878 312-3456', '0878-3123456'],
    ['08783123456', '0878-3123456'],
    ['010-65551234', '010-65551234'],
    ['0878-3123456-8', '0878-3123456转8'],
    ['0878-3123456转8001', '0878-3123456转8001'],
    ['0878-3123456 分机 8001', '0878-3123456转8001'],
    ['010 6555 1234 ext. 567', '010-65551234转567'],
    ['tel:08783123456;ext=8', '0878-3123456转8'],
    ['4008101234', '400-810-1234'],
    ['电话：0878—3123456', '0878-3123456'],
  ])('%j is %j, and gets no code', (typed, kept) => {
    expect([read(callPhone, typed), read(mobilePhone, typed)]).toEqual([kept, 'refused'])
  })

  test.each([
    '3123456',
    '8783123456',
    '0878312345',
    '0878-1123456',
    '010-655512345',
    '0578 转',
    '转8',
    '110',
  ])('%j is refused', (typed) => {
    expect(read(callPhone, typed)).toBe('refused')
  })

  test('may be a landline in any dress', () => {
    fc.assert(
      fc.property(landline, dressed, ({ area, local, extension }, { script, hidden }) => {
        const how: Written = { script, hidden, gap: '', before: '' }
        const ending = extension === null ? '' : `-${writtenIn(extension, how)}`
        const typed = `${writtenIn(area, how)}-${writtenIn(local, how)}${ending}`
        fc.pre(typed.length <= 100)
        expect(read(callPhone, typed)).toBe(`${area}-${local}${extension === null ? '' : `转${extension}`}`)
      }),
    )
  })

  test('is itself when it is read again, whatever was typed', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(fc.constantFrom(...'0123456789+-( )转x·—１٣'), { maxLength: 24 }).map((all) => all.join('')),
      landline.map(({ area, local, extension }) => [area, local, extension].join('-')),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const once = read(callPhone, typed)
        expect(once === 'refused' ? once : read(callPhone, once)).toBe(once)
        expect(once).toMatch(/^(refused|[\d-]{7,13}(转\d{1,6})?)$/)
      }),
    )
  })
})

test('a digit of every script of Unicode is its value', () => {
  expect(digitsOfAnyScript.length).toBeGreaterThan(40)
  for (const row of digitsOfAnyScript) expect(plainCharacters(row), row).toBe('0123456789')
})

describe('a code', () => {
  const six = digitCode(6)
  const anyCode = fc.stringMatching(/^\d{6}$/)

  test('is read in any script, with anything invisible or empty in it', () => {
    fc.assert(
      fc.property(anyCode, dressed, (digits, { script, hidden, gap }) => {
        const typed = writtenIn(digits, { script, hidden, gap, before: '' })
        fc.pre(typed.length <= 200)
        expect([read(six, typed), typedCode(typed, 6)]).toEqual([digits, digits])
      }),
    )
  })

  test('is cut only after it was cleaned', () => {
    expect(typedCode('１ ２ ３ ４ ５ ６', 6)).toBe('123456')
    expect(typedCode(`${invisible.join('')}123\u200b456`, 6)).toBe('123456')
    expect(typedCode('【邻里】您的验证码是 123456，5 分钟内有效。', 6)).toBe('123456')
    expect(typedCode('12345678', 6)).toBe('123456')
    expect([typedCode('', 6), typedCode('验证码', 6)]).toEqual(['', ''])
  })

  test.each(['12345', '1234567', '12345a', '', 'abcdef', '1'.repeat(100_000)])('%j is refused', (typed) => {
    expect(read(six, typed)).toBe('refused')
  })
})
