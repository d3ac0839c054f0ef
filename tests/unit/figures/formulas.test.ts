import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counts, figuresOf, nothing, sum } from '../../../bff/src/modules/figures/formulas'
import { monthOver, shiftMonth } from '../../../bff/src/modules/figures/rules'

const counts: Counts = {
  rated: 40,
  good: 36,
  unprompted: 10,
  lapsed: 60,
  followed: 8,
  answered: 6,
  rectified: 4,
  verdicts: 5,
  content: 3,
}

const exact = { bound: 'exact' }

test('each figure by its formula', () => {
  const many = Object.fromEntries(
    Object.entries(counts).map(([key, n]) => [key, n * 10]),
  ) as unknown as Counts
  expect(figuresOf(many)).toEqual([
    { key: 'ratings', value: 400, of: 400, ...exact },
    { key: 'good', value: 0.9, of: 400, ...exact },
    { key: 'unprompted', value: 0.25, of: 400, ...exact },
    { key: 'unrated', value: 0.6, of: 1000, ...exact },
    { key: 'answered', value: 0.75, of: 80, ...exact },
    { key: 'rectified', value: 0.5, of: 80, ...exact },
    { key: 'content', value: 0.6, of: 50, ...exact },
  ])
})

test('one to four on one side of a share are not said: only what it would be with four', () => {
  const of = (part: Partial<Counts>) => figuresOf({ ...nothing, ...part }).find(({ key }) => key === 'good')
  for (const bad of [1, 2, 3, 4])
    expect(of({ rated: 40, good: 40 - bad })).toEqual({ key: 'good', value: 0.9, of: 40, bound: 'at_least' })
  for (const good of [1, 2, 3, 4])
    expect(of({ rated: 40, good })).toEqual({ key: 'good', value: 0.1, of: 40, bound: 'at_most' })
  expect(of({ rated: 40, good: 40 })).toEqual({ key: 'good', value: 1, of: 40, ...exact })
  expect(of({ rated: 40, good: 35 })).toEqual({ key: 'good', value: 0.88, of: 40, ...exact })
})

describe('too few', () => {
  test.each([1, 2, 3, 4])('%d people are not shown, neither as a number nor as a share', (n) => {
    const few = { ...nothing, rated: n, good: n, followed: n, verdicts: n, content: n }
    for (const { value, of } of figuresOf(few)) expect([value, of]).toEqual([null, null])
  })

  test('nobody at all is shown as nobody', () => {
    for (const { key, value, of } of figuresOf(nothing)) {
      expect(of).toBe(0)
      expect(value).toBe(key === 'ratings' ? 0 : null)
    }
  })

  test('a share never leaves 0…1 and never stands on fewer than five', () => {
    const whole = fc.nat(30)
    fc.assert(
      fc.property(
        whole,
        whole,
        whole,
        whole,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rated, lapsed, followed, verdicts, part) => {
          const some = (n: number): number => Math.floor(n * part)
          const all = figuresOf({
            rated,
            good: some(rated),
            unprompted: some(rated),
            lapsed,
            followed,
            answered: some(followed),
            rectified: some(followed),
            verdicts,
            content: some(verdicts),
          })
          for (const { key, value, of } of all) {
            expect(of === null || of === 0 || of >= 5).toBe(true)
            if (value !== null && key !== 'ratings') expect(value >= 0 && value <= 1).toBe(true)
          }
        },
      ),
    )
  })
})

test('months are summed count by count', () => {
  expect(sum([counts, counts, nothing])).toMatchObject({ rated: 80, content: 6 })
})

describe('months', () => {
  test.each([
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-01'],
    ['2026-11-01', -11, '2025-12-01'],
  ])('%s and %d is %s', (month, by, expected) => {
    expect(shiftMonth(month, by)).toBe(expected)
  })

  test('a month is over an hour after its last moment in Shanghai', () => {
    expect(monthOver('2026-11-01', new Date('2026-11-30T16:59:59Z'))).toBe(false)
    expect(monthOver('2026-11-01', new Date('2026-11-30T17:00:00Z'))).toBe(true)
  })
})
