/** A number that was copied wrongly from paper shows itself: every wrong digit, and every swap of two neighbours. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printedNumber, typedNumber } from '../../../miniapp/src/features/survey-desk/sheet-number'

const sheet = fc.integer({ min: 1, max: 99_999 })
const read = (typed: string) => typedNumber(typed, false)

test('what is printed is read again, in whatever digits and dashes it is typed', () => {
  fc.assert(
    fc.property(sheet, (n) => {
      expect(read(printedNumber(n))).toEqual({ sheet: n })
    }),
  )
  const printed = printedNumber(12)
  const wide = printed.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
  for (const typed of [
    wide,
    printed.replace('-', ''),
    printed.replace('-', '—'),
    printed.replace('-', '－'),
    ` ${printed} `,
    `0${printed}`,
  ])
    expect([typed, read(typed)]).toEqual([typed, { sheet: 12 }])
})

test('one wrong digit, also the last, is noticed', () => {
  fc.assert(
    fc.property(sheet, fc.nat(5), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
      const printed = printedNumber(n)
      const places = [...printed].flatMap((c, i) => (c === '-' ? [] : [i]))
      const place = places[at % places.length] ?? 0
      const wrong = `${printed.slice(0, place)}${(Number(printed[place]) + by) % 10}${printed.slice(place + 1)}`
      expect([wrong, 'fault' in read(wrong)]).toEqual([wrong, true])
    }),
  )
})

test('two neighbours that were swapped are noticed', () => {
  fc.assert(
    fc.property(sheet, fc.nat(4), (n, at) => {
      const digits = printedNumber(n).replace('-', '')
      const i = at % (digits.length - 1)
      fc.pre(digits[i] !== digits[i + 1])
      const swapped = `${digits.slice(0, i)}${digits[i + 1]}${digits[i]}${digits.slice(i + 2)}`
      const wrong = `${swapped.slice(0, -1)}-${swapped.slice(-1)}`
      expect([wrong, 'fault' in read(wrong)]).toEqual([wrong, true])
    }),
  )
})

test('without its last digit a number is taken only of paper that has none', () => {
  expect(read('12')).toEqual({ fault: 'unchecked' })
  expect(typedNumber('12', true)).toEqual({ sheet: 12 })
  for (const typed of ['', '-', ' ']) expect(read(typed)).toEqual({ fault: 'missing' })
  for (const typed of ['0-0', 'abc', '123456-1', '1-2-3']) expect(read(typed)).toEqual({ fault: 'wrong' })
})
