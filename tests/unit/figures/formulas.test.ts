import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureKey } from '../../../bff/contracts/src/figures'
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

const many = Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, n * 100])) as unknown as Counts

test('each figure by its formula', () => {
  const exactly = (share: number) => ({ low: share, high: share })
  expect(figuresOf(many)).toEqual([
    { key: 'ratings', ...exactly(4_000), of: 4_000 },
    { key: 'good', ...exactly(0.9), of: 4_000 },
    { key: 'unprompted', ...exactly(0.25), of: 4_000 },
    { key: 'unrated', ...exactly(0.6), of: null },
    { key: 'answered', low: 0.75, high: 0.76, of: 800 },
    { key: 'rectified', low: 0.5, high: 0.51, of: 800 },
    { key: 'content', low: 0.6, high: 0.61, of: 500 },
  ])
})

const of = (key: FigureKey, part: Partial<Counts>) => {
  const { low, high, of: whole } = figuresOf({ ...nothing, ...part }).find((one) => one.key === key)!
  return [low, high, whole]
}

test('the few of a share are said in steps of five, whoever they are; nobody is said to be nobody', () => {
  for (const bad of [1, 2, 3, 4, 5])
    expect(of('good', { rated: 40, good: 40 - bad })).toEqual([0.88, 0.98, 40])
  expect(of('good', { rated: 40, good: 34 })).toEqual([0.75, 0.85, 40])
  expect(of('good', { rated: 40, good: 40 })).toEqual([1, 1, 40])
  expect(of('good', { rated: 40, good: 3 })).toEqual([0, 0.1, 40])
  expect(of('unprompted', { rated: 40, unprompted: 2 })).toEqual([0.03, 0.13, 40])
  expect(of('content', { verdicts: 9, content: 8 })).toEqual([0, 0.89, 9])
})

test('of how many cases the unrated are a share is not said: beside the ratings it would tell how many they are', () => {
  for (const lapsed of [1, 2, 3, 4, 5])
    expect(of('unrated', { rated: 20, lapsed })).toEqual([0.05, 0.2, null])
  expect(of('unrated', { rated: 20 })).toEqual([0, 0, null])
  expect(of('unrated', { lapsed: 7 })).toEqual([1, 1, null])
})

describe('too few', () => {
  test.each([1, 2, 3, 4])('%d people are not shown, neither as a number nor as a share', (n) => {
    const few = { ...nothing, rated: n, good: n, followed: n, verdicts: n, content: n }
    for (const { low, high, of } of figuresOf(few)) expect([low, high, of]).toEqual([null, null, null])
  })

  test('nobody at all is shown as nobody', () => {
    for (const { key, low, of } of figuresOf(nothing)) {
      expect(of).toBe(0)
      expect(low).toBe(key === 'ratings' ? 0 : null)
    }
  })

  test('a share lies within 0…1 and never stands on fewer than five', () => {
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
          for (const { key, low, high, of } of all) {
            expect(of === null || of === 0 || of >= 5).toBe(true)
            if (low === null || high === null || key === 'ratings') continue
            expect([low >= 0, low <= high, high <= 1]).toEqual([true, true, true])
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
