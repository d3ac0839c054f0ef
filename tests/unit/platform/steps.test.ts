/** Numbers said in steps: tried out for every pair of views of up to fifty people, by somebody who knows how it is done. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { between, narrowed, type Step, stepOf, tells } from '../../../bff/src/platform/steps'

test.each([
  [0, 100, [0, 0]],
  [1, 100, [1, 5]],
  [5, 100, [1, 5]],
  [6, 100, [6, 10]],
  [100, 100, [96, 100]],
  // The last step begins where five may still remain before it.
  [3, 9, [1, 9]],
  [9, 12, [6, 12]],
  [21, 24, [16, 24]],
  [3, Infinity, [1, 5]],
])('%d of %d are said as %j', (n, whole, [least, most]) => {
  expect(stepOf(n, whole)).toEqual({ least, most })
})

type Say = (n: number, whole: number) => Step | number

/** A view of some people, and the rest of a larger view around it. */
interface Split {
  inner: number
  rest: number
}

const ranges = (to: number, from = 0): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n)

/** Every way in which up to `most` people lie in two views, by what is said of both. */
function worldsOf(say: Say, { inner, rest }: Split): Split[][] {
  const worlds = new Map<string, Split[]>()
  for (const a of ranges(inner))
    for (const b of ranges(rest)) {
      const said = JSON.stringify([say(a, inner), say(a + b, inner + rest)])
      worlds.set(said, [...(worlds.get(said) ?? []), { inner: a, rest: b }])
    }
  return [...worlds.values()]
}

const isTold = (numbers: readonly number[]): boolean => {
  const [first = 0, ...others] = numbers
  return first > 0 && first < 5 && others.every((n) => n === first)
}

/** Whether two views, one inside the other, ever tell of one to four people, on either side of the share. */
function leaks(say: Say, most: number): boolean {
  const splits = ranges(most - 5, 5).flatMap((inner) =>
    ranges(most - inner, 5).map((rest): Split => ({ inner, rest })),
  )
  return splits.some((size) =>
    worldsOf(say, size).some((worlds) =>
      [
        worlds.map(({ inner }) => inner),
        worlds.map(({ inner }) => size.inner - inner),
        worlds.map(({ rest }) => rest),
        worlds.map(({ rest }) => size.rest - rest),
        worlds.map(({ inner, rest }) => inner + rest),
        worlds.map(({ inner, rest }) => size.inner + size.rest - inner - rest),
      ].some(isTold),
    ),
  )
}

describe('two views, one inside the other, by people of whom each has at least five', () => {
  test('never tell of one to four', () => {
    expect(leaks(stepOf, 44)).toBe(false)
  })

  test.each<[string, Say]>([
    ['exactly', (n) => n],
    ['to the percent', (n, whole) => Math.round((100 * n) / whole)],
    [
      'exactly but for one to four',
      (n, whole) => (n > 0 && n < 5 ? -1 : whole - n > 0 && whole - n < 5 ? -2 : n),
    ],
    ['in steps from 1–4 on', (n) => Math.ceil((n + 1) / 5)],
    ['in steps to the very end', (n) => Math.ceil(n / 5)],
  ])('said %s they do', (_, say) => {
    expect(leaks(say, 24)).toBe(true)
  })
})

const numbers = fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: 2, maxLength: 5 })

test('what is known of parts holds the truth, and nothing of one to four that is not told', () => {
  fc.assert(
    fc.property(numbers, (parts) => {
      const whole = parts.reduce((sum, n) => sum + n, 0)
      fc.pre(whole >= 5)
      const steps = parts.map((n) => stepOf(n, whole))
      const known = narrowed(steps, whole)
      for (const [n, { least, most }] of known.entries())
        expect([parts[n]! >= least, parts[n]! <= most]).toEqual([true, true])
      if (!tells(steps, whole))
        for (const { least, most } of known) expect(isTold(ranges(most, least))).toBe(false)
    }),
  )
})

test('what lies between two views holds the truth', () => {
  fc.assert(
    fc.property(numbers, numbers, (inner, more) => {
      const rest = inner.map((_, n) => more[n] ?? 0)
      const outer = inner.map((n, option) => n + (rest[option] ?? 0))
      const stepsOf = (all: number[]): Step[] =>
        all.map((n) =>
          stepOf(
            n,
            all.reduce((a, b) => a + b, 0),
          ),
        )
      for (const [n, { least, most }] of between(stepsOf(outer), stepsOf(inner)).entries())
        expect([rest[n]! >= least, rest[n]! <= most]).toEqual([true, true])
    }),
  )
})
