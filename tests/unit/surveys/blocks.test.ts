import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastShown } from '../../../bff/contracts/src/common'
import { blocksOf, resultsOf, type Tally } from '../../../bff/src/modules/surveys/blocks'

const one = (answered: number): Tally => ({ answered, counts: [[answered]] })
const zero = one(0)

/** Townships of two counties; a place is a county, a township and a community, a digit each. */
const at = (place: string): string =>
  `53230${place.charAt(0)}10${place.charAt(1)}00${place.charAt(2)}`.slice(0, 12)
const counts = (answers: Record<string, number>): Map<string, number> =>
  new Map(Object.entries(answers).map(([place, n]) => [at(place), n]))
const root = '5323'

describe('a block', () => {
  const blocks = (answers: Record<string, number>, of = root) =>
    blocksOf(counts(answers), of)
      .map((block) => block.sort())
      .sort()
  const block = (...places: string[]): string[] => places.map(at)

  test.each<[string, Record<string, number>, string[][]]>([
    ['five in a community', { '111': 5, '112': 0 }, [['111']]],
    ['a few of one township, together', { '111': 3, '112': 2 }, [['111', '112']]],
    [
      'a rest, with the smallest of its township',
      { '111': 9, '112': 6, '113': 4 },
      [['111'], ['112', '113']],
    ],
    ['a rest without one, in the county', { '111': 3, '121': 2, '131': 8 }, [['111', '121'], ['131']]],
    ['a rest of the county, with its smallest', { '111': 4, '121': 9, '131': 7 }, [['111', '131'], ['121']]],
    ['a rest of two counties, together', { '111': 3, '211': 4 }, [['111', '211']]],
    [
      'a rest at the root, with the smallest of all',
      { '111': 2, '211': 9, '212': 7 },
      [['111', '212'], ['211']],
    ],
    ['of equals, with the first', { '111': 6, '112': 6, '113': 1 }, [['111', '113'], ['112']]],
    ['nobody of four', { '111': 2, '211': 2 }, []],
    ['nobody of nobody', {}, []],
  ])('is %s', (_, answers, expected) => {
    expect(blocks(answers)).toEqual(expected.map((places) => block(...places)).sort())
  })

  test('of a survey of one community, or of one township', () => {
    expect(blocks({ '111': 5 }, at('111'))).toEqual([block('111')])
    expect(blocks({ '111': 4 }, at('111'))).toEqual([])
    expect(blocks({ '111': 2, '112': 3 }, at('111').slice(0, 9))).toEqual([block('111', '112')])
  })
})

/** Every division that has a code in such a tree. */
const divisionsOf = (communities: Iterable<string>): string[] => [
  ...new Set([...communities].flatMap((code) => [4, 6, 9, 12].map((n) => code.slice(0, n)))),
]
const parentOf = (code: string): string => code.slice(0, { 12: 9, 9: 6, 6: 4 }[code.length] ?? 0)

const places = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .map((place) => place.join(''))
const trees = fc
  .dictionary(places, fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 })), {
    maxKeys: 30,
  })
  .map((answers) => counts(answers))

/** Of every two numbers that are shown and of which one is inside the other, and of what all children leave over. */
function differences(shown: ReadonlyMap<string, number>): number[] {
  const all = [...shown]
  const nested = all.flatMap(([outer, n]) =>
    all.filter(([inner]) => inner !== outer && inner.startsWith(outer)).map(([, m]) => n - m),
  )
  const left = all.map(([outer, n]) =>
    all.filter(([inner]) => parentOf(inner) === outer).reduce((rest, [, m]) => rest - m, n),
  )
  return [...all.map(([, n]) => n), ...nested, ...left]
}

const isSafe = (n: number): boolean => n === 0 || n >= leastShown

function shownBy(tree: ReadonlyMap<string, number>): Map<string, number> {
  const tallies = new Map([...tree].map(([code, n]) => [code, one(n)]))
  const results = resultsOf(tallies, zero, divisionsOf(tree.keys()), root)
  return new Map(results.map(({ division, answered }) => [division, answered]))
}

describe('whatever was answered where', () => {
  test('no number that is shown, and no difference of any two, is of one to four people', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(differences(shownBy(tree)).filter((n) => !isSafe(n))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('nor is what any choice of divisions that do not overlap leaves over of one around them', () => {
    fc.assert(
      fc.property(trees, fc.infiniteStream(fc.boolean()), (tree, coin) => {
        const shown = shownBy(tree)
        const chosen: [string, number][] = []
        for (const [code, n] of [...shown].sort(([a], [b]) => b.length - a.length)) {
          const overlaps = chosen.some(([other]) => other.startsWith(code) || code.startsWith(other))
          if (code !== root && !overlaps && coin.next().value) chosen.push([code, n])
        }
        for (const [outer, n] of shown) {
          const inside = chosen.filter(([code]) => code !== outer && code.startsWith(outer))
          expect(isSafe(inside.reduce((rest, [, m]) => rest - m, n))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('control: hiding what is small, without taking in a neighbour, gives it away by subtraction', () => {
    const hiding = (tree: ReadonlyMap<string, number>): Map<string, number> => {
      const sumOf = (division: string): number =>
        [...tree].filter(([code]) => code.startsWith(division)).reduce((sum, [, n]) => sum + n, 0)
      return new Map(
        divisionsOf(tree.keys())
          .map((code): [string, number] => [code, sumOf(code)])
          .filter(([, n]) => isSafe(n)),
      )
    }
    const broken = fc.check(
      fc.property(trees, (tree) => differences(hiding(tree)).every(isSafe)),
      { numRuns: 500 },
    )
    expect(broken.failed).toBe(true)
  })

  test('every answer is in one block, but where a whole survey has fewer than five', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const blocks = blocksOf(tree, root)
        const inBlocks = blocks.flat()
        const total = [...tree.values()].reduce((sum, n) => sum + n, 0)
        const answered = [...tree].filter(([, n]) => n > 0).map(([code]) => code)
        expect(inBlocks.sort()).toEqual(total >= leastShown ? answered.sort() : [])
        expect(shownBy(tree).get(root)).toBe(total >= leastShown ? total : undefined)
      }),
      { numRuns: 300 },
    )
  })

  test('nobody is not to be told from up to four', () => {
    const shown = shownBy(counts({ '111': 0, '112': 7, '121': 0 }))
    expect([shown.get(at('111')), shown.get(at('121').slice(0, 9)), shown.get(at('112'))]).toEqual([
      undefined,
      undefined,
      7,
    ])
  })

  test('options are summed over the same blocks', () => {
    const tallies = new Map<string, Tally>([
      [
        at('111'),
        {
          answered: 6,
          counts: [
            [4, 2],
            [6, 0, 0],
          ],
        },
      ],
      [
        at('112'),
        {
          answered: 3,
          counts: [
            [0, 3],
            [1, 1, 1],
          ],
        },
      ],
    ])
    const nobody: Tally = {
      answered: 0,
      counts: [
        [0, 0],
        [0, 0, 0],
      ],
    }
    const township = at('111').slice(0, 9)
    expect(resultsOf(tallies, nobody, [township, at('111'), at('112'), at('113')], root)).toEqual([
      {
        division: township,
        answered: 9,
        counts: [
          [4, 5],
          [7, 1, 1],
        ],
      },
    ])
  })
})
