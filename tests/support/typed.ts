/** Digits as people type and paste them: scripts, invisible characters, gaps and what stands before a number. */
import fc from 'fast-check'

/** Every row of ten decimal digits that the runtime's own number formats know, as an oracle apart from our code. */
export const digitsOfAnyScript: string[] = Intl.supportedValuesOf('numberingSystem')
  .map((system) =>
    Array.from({ length: 10 }, (_, n) => new Intl.NumberFormat(`en-u-nu-${system}`).format(n)).join(''),
  )
  .filter((row) => [...row].length === 10)

export const invisible = [
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u2060',
  '\ufeff',
  '\ufe0f',
  '\u202d',
  '\u034f',
  '\u3164',
]
const gaps = ['', ' ', '-', '\u3000', '\u2011', '\u2014', '\uff0d', '\u2212', '.', '·', '\u00a0', '/']
const before = ['', '+86', '+86 ', '86', '0086', '（+86）', 'tel:', 'tel:+86-', '手机：', '＋８６']

export interface Written {
  script: string
  hidden: string
  gap: string
  before: string
}

export const dressed: fc.Arbitrary<Written> = fc.record({
  script: fc.constantFrom(...digitsOfAnyScript),
  hidden: fc.constantFrom('', ...invisible),
  gap: fc.constantFrom(...gaps),
  before: fc.constantFrom(...before),
})

/** Digits in a dress: one gap after the third and the seventh, something invisible after the first. */
export function writtenIn(digits: string, { script, hidden, gap, before: front }: Written): string {
  const signs = [...script]
  const all = [...digits].map((digit) => signs[Number(digit)] ?? '')
  const grouped = all.map((sign, n) => (n === 3 || n === 7 ? gap : '') + sign + (n === 0 ? hidden : ''))
  return front + grouped.join('')
}
