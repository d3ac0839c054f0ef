import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperShown, sharesOf } from '../../../bff/src/modules/surveys/shares'

const words = (counts: readonly number[], above: number[][] = []): string[] | null =>
  sharesOf(counts, above)?.map(({ low, high }) => `${Math.round(low * 100)}–${Math.round(high * 100)}`) ??
  null

test.each([
  [
    [500, 300, 200],
    ['50–50', '30–30', '20–20'],
  ],
  [
    [53, 29, 18],
    ['51–55', '26–30', '16–20'],
  ],
  [
    [57, 43, 0],
    ['56–59', '41–44', '0–0'],
  ],
  [
    [93, 48, 1],
    ['64–67', '32–35', '1–4'],
  ],
  [
    [0, 0],
    ['0–0', '0–0'],
  ],
  // Five people, each for something else: then every one of them is known.
  [[1, 1, 1, 1, 1], null],
  [
    [1, 4, 0],
    ['20–80', '20–80', '0–0'],
  ],
])('of %j is said %j', (counts, said) => {
  expect(words(counts)).toEqual(said)
})

test('beside a division above that would give one of them away nothing is said', () => {
  // Of the five more each must have chosen something else: every step is met at its end.
  expect(words([50, 30, 20, 10, 5], [[51, 31, 21, 11, 6]])).toBeNull()
  expect(words([50, 30, 20, 10, 5], [[55, 30, 20, 10, 5]])).not.toBeNull()
})

/** Every way to divide some people among options. */
function divided(of: number, options: number): number[][] {
  if (options === 1) return [[of]]
  return Array.from({ length: of + 1 }, (_, n) => n).flatMap((n) =>
    divided(of - n, options - 1).map((rest) => [n, ...rest]),
  )
}

const isFewAlone = (all: readonly number[]): boolean => new Set(all).size === 1 && all[0]! > 0 && all[0]! < 5

describe('somebody who tries every possibility', () => {
  test.each([5, 6, 9, 11, 12, 16])('learns of no option of %d people that one to four chose it', (of) => {
    const bySaid = new Map<string, number[][]>()
    for (const counts of divided(of, 3)) {
      const said = words(counts)
      if (said) bySaid.set(said.join(), [...(bySaid.get(said.join()) ?? []), counts])
    }
    expect(bySaid.size).toBeGreaterThan(2)
    for (const worlds of bySaid.values())
      for (const option of [0, 1, 2])
        expect(isFewAlone(worlds.map((counts) => counts[option]!)), JSON.stringify(worlds)).toBe(false)
  })

  test.each([
    [5, 5],
    [7, 8],
    [11, 5],
    [6, 11],
  ])('nor of %d people beside %d more in the division above', (of, more) => {
    const bySaid = new Map<string, { inner: number[]; rest: number[] }[]>()
    for (const inner of divided(of, 3))
      for (const rest of divided(more, 3)) {
        const outer = inner.map((n, option) => n + rest[option]!)
        const [below, above] = [words(inner, [outer]), words(outer)]
        if (!below || !above) continue
        const said = `${below.join()} ${above.join()}`
        bySaid.set(said, [...(bySaid.get(said) ?? []), { inner, rest }])
      }
    expect(bySaid.size).toBeGreaterThan(2)
    for (const worlds of bySaid.values())
      for (const option of [0, 1, 2])
        for (const side of ['inner', 'rest'] as const)
          expect(isFewAlone(worlds.map((world) => world[side][option]!)), JSON.stringify(worlds)).toBe(false)
  })
})

test('what is said holds the truth, and most is said', () => {
  const counts = fc.array(fc.nat(60), { minLength: 2, maxLength: 6 })
  let said = 0
  fc.assert(
    fc.property(counts, (all) => {
      const of = all.reduce((sum, n) => sum + n, 0)
      fc.pre(of >= 5)
      const shares = sharesOf(all, [])
      if (shares) said += 1
      for (const [option, { low, high }] of shares?.entries() ?? []) {
        expect(low - 0.005).toBeLessThanOrEqual(all[option]! / of)
        expect(high + 0.005).toBeGreaterThanOrEqual(all[option]! / of)
      }
    }),
  )
  expect(said).toBeGreaterThan(80)
})

test('sheets are a group, and so is what is not on paper', () => {
  expect(paperShown({ onPaper: 4, answered: 20 })).toBeNull()
  expect(paperShown({ onPaper: 16, answered: 20 })).toBeNull()
  expect(paperShown({ onPaper: 0, answered: 20 })).toBe(0)
  expect(paperShown({ onPaper: 8, answered: 20 })).toBe(8)
})
