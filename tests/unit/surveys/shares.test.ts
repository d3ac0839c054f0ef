import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundedDown, resultOf } from '../../../bff/src/modules/surveys/shares'

const words = (counts: readonly number[]): string => {
  const { of, shares } = resultOf([counts])
  return `${of}: ${shares?.map(({ low, high }) => `${Math.round(low * 100)}–${Math.round(high * 100)}`).join(' ') ?? 'nothing'}`
}

test.each([
  [[5_300, 2_900, 1_800], '10000: 53–53 29–29 18–18'],
  [[53, 29, 18], '100: 52–54 27–29 17–19'],
  [[50, 30, 20], '100: 48–52 29–33 19–23'],
  [[40, 0, 0, 0, 1], '40: 91–100 0–9 0–9 0–9 0–9'],
  [[0, 8], '5: 0–44 56–100'],
  [[0, 0], 'null: nothing'],
  [[2, 2], 'null: nothing'],
  // Every option has a rest, and two together do not hold them all: each would be known to be of two to four.
  [[3, 4, 4], '10: nothing'],
  [[4, 4, 4, 4, 4], '20: nothing'],
  [[3, 3], '5: 20–80 20–80'],
])('of %j is said %s', (counts, said) => {
  expect(words(counts)).toBe(said)
})

/** Every way to divide some people among options. */
function divided(of: number, options: number): number[][] {
  if (options === 1) return [[of]]
  return Array.from({ length: of + 1 }, (_, n) => n).flatMap((n) =>
    divided(of - n, options - 1).map((rest) => [n, ...rest]),
  )
}

/** What somebody knows of each option who tries every possibility: the fewest and the most who may have chosen it. */
const known = (all: readonly number[][]): [fewest: number, most: number][] =>
  (all[0] ?? []).map((_, option) => {
    const numbers = all.map((counts) => counts[option] ?? 0)
    return [Math.min(...numbers), Math.max(...numbers)]
  })

/** Less than “one to four”. */
const isTold = ([fewest, most]: [number, number]): boolean => fewest > 0 && most < 5 && most - fewest < 3

describe('somebody who tries every possibility', () => {
  const worlds = (options: number, say: (counts: number[]) => string): number[][][] => {
    const bySaid = new Map<string, number[][]>()
    for (const of of [5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
      for (const counts of divided(of, options)) {
        const said = say(counts)
        bySaid.set(said, [...(bySaid.get(said) ?? []), counts])
      }
    return [...bySaid.values()]
  }

  test.each([2, 3, 4])(
    'of %d options learns of none who chose it but “up to four” or “one to four”',
    (options) => {
      const said = worlds(options, (counts) => (resultOf([counts]).shares ? words(counts) : ''))
      for (const all of said)
        if (resultOf([all[0] ?? []]).shares) expect(known(all).filter(isTold)).toEqual([])
    },
  )

  test.each<[string, (n: number, of: number) => number]>([
    ['to the percent', (n, of) => Math.round((100 * n) / of)],
    ['exactly but for one to four', (n) => (n > 0 && n < 5 ? -1 : n)],
  ])('learns of some where they are said %s', (_, how) => {
    const said = worlds(3, (counts) => {
      const of = counts.reduce((sum, n) => sum + n, 0)
      return JSON.stringify([of, counts.map((n) => how(n, of))])
    })
    expect(said.some((all) => known(all).some(isTold))).toBe(true)
  })
})

test('five villages with one such answer each are not to be told from their township', () => {
  const villages = [
    [40, 0, 0, 0, 1],
    [40, 1, 0, 0, 0],
    [41, 0, 0, 0, 0],
    [37, 0, 0, 0, 4],
  ]
  expect(new Set(villages.map(words)).size).toBe(2)
  expect(words([37, 0, 0, 0, 4])).toBe('40: 80–98 0–10 0–10 0–10 0–10')
  expect(words([200, 0, 0, 0, 5])).toBe(words([201, 0, 0, 0, 6]))
})

test('what is said holds the truth, in fives, and most is said', () => {
  const counts = fc.array(fc.nat(60), { minLength: 2, maxLength: 6 })
  let said = 0
  fc.assert(
    fc.property(counts, (all) => {
      const total = all.reduce((sum, n) => sum + n, 0)
      fc.pre(total >= 5)
      const { of, shares } = resultOf([all])
      expect([of, total - roundedDown(total)]).toEqual([roundedDown(total), total % 5])
      if (shares) said += 1
      for (const [option, { low, high }] of shares?.entries() ?? []) {
        expect(low - 0.006).toBeLessThanOrEqual((all[option] ?? 0) / total)
        expect(high + 0.006).toBeGreaterThanOrEqual((all[option] ?? 0) / total)
      }
    }),
  )
  expect(said).toBeGreaterThan(80)
})

describe('telephones and paper', () => {
  test('are said in one range, each of its own fives', () => {
    const shares = [
      { low: 0.71, high: 1 },
      { low: 0, high: 0.29 },
    ]
    expect(
      resultOf([
        [10, 0],
        [10, 0],
      ]),
    ).toEqual({ of: 20, shares })
    expect(
      resultOf([
        [10, 0],
        [2, 2],
      ]),
    ).toEqual(resultOf([[10, 0]]))
    expect(
      resultOf([
        [1, 0],
        [2, 2],
      ]),
    ).toEqual({ of: null, shares: null })
  })
})
