import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureKey } from '../../../bff/contracts/src/figures'
import { figuresOf, nothing, type Published, sum } from '../../../bff/src/modules/figures/formulas'
import { monthOver, shiftMonth } from '../../../bff/src/modules/figures/rules'

const published: Published = {
  rated: 4_000,
  followed: 800,
  verdicts: 500,
  bad: 400,
  unprompted: 1_000,
  lapsed: 6_000,
  unanswered: 200,
  unrectified: 400,
  discontent: 200,
}

test('each figure by its formula, between what may have been kept back', () => {
  const share = (low: number, high = low) => ({ low, high })
  expect(figuresOf(published)).toEqual([
    { key: 'ratings', low: 4_000, high: 4_000, of: 4_000 },
    { key: 'good', ...share(0.9), of: 4_000 },
    { key: 'unprompted', ...share(0.25), of: 4_000 },
    { key: 'unrated', ...share(0.6), of: null },
    { key: 'answered', ...share(0.74, 0.76), of: 800 },
    { key: 'rectified', ...share(0.49, 0.51), of: 800 },
    { key: 'content', ...share(0.59, 0.61), of: 500 },
  ])
})

const of = (key: FigureKey, part: Partial<Published>) => {
  const figure = figuresOf({ ...nothing, ...part }).find((one) => one.key === key)
  return [figure?.low, figure?.high, figure?.of]
}

test('up to four were kept back before, and up to four are now', () => {
  expect(of('ratings', { rated: 40 })).toEqual([40, 40, 40])
  expect(of('good', { rated: 40 })).toEqual([0.89, 1, 40])
  expect(of('good', { rated: 40, bad: 5 })).toEqual([0.75, 0.98, 40])
  expect(of('good', { rated: 5, bad: 10 })).toEqual([0, 0.33, 5])
  expect(of('good', { rated: 5, bad: 5 })).toEqual([0, 0.89, 5])
  expect(of('good', { rated: 40, bad: -5 })).toEqual([1, 1, 40])
  expect(of('unprompted', { rated: 40, unprompted: 40 })).toEqual([0.82, 1, 40])
  expect(of('content', { verdicts: 10, discontent: 0 })).toEqual([0.33, 1, 10])
})

test('of how many cases the unrated are a share is not said: beside the ratings it would tell how many they are', () => {
  expect(of('unrated', { rated: 20, lapsed: 5 })).toEqual([0.04, 0.36, null])
  expect(of('unrated', { rated: 20 })).toEqual([0, 0.2, null])
  expect(of('unrated', { lapsed: 10 })).toEqual([0.6, 1, null])
  expect(of('unrated', {})).toEqual([null, null, 0])
})

describe('too few', () => {
  test.each([1, 2, 3, 4])('%d people are not shown, neither as a number nor as a share', (n) => {
    const few = { ...nothing, rated: n, followed: n, verdicts: n }
    for (const { key, low, high, of } of figuresOf(few))
      expect([low, high, of]).toEqual(key === 'ratings' ? [0, 0, 0] : [null, null, 0])
  })

  test('nobody at all is shown as nobody', () => {
    for (const { key, low, of } of figuresOf(nothing)) {
      expect(of).toBe(0)
      expect(low).toBe(key === 'ratings' ? 0 : null)
    }
  })

  test('a share lies within 0…1 and never stands on fewer than five', () => {
    const whole = fc.nat(30)
    const side = fc.integer({ min: -2, max: 8 }).map((n) => 5 * n)
    const any = fc.record({
      rated: whole,
      followed: whole,
      verdicts: whole,
      bad: side,
      unprompted: side,
      lapsed: side,
      unanswered: side,
      unrectified: side,
      discontent: side,
    })
    fc.assert(
      fc.property(any, (all) => {
        for (const { key, low, high, of } of figuresOf(all)) {
          expect(of === null || of === 0 || of >= 5).toBe(true)
          if (low === null || high === null || key === 'ratings') continue
          expect([low >= 0, low <= high, high <= 1]).toEqual([true, true, true])
        }
      }),
    )
  })
})

test('months are summed number by number', () => {
  expect(sum([published, published, nothing])).toMatchObject({ rated: 8_000, discontent: 400 })
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
