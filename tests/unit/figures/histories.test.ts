/** Every history of a small place against everything that is published of it: rated, bad, followed up, last words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainBlocks, type PlainRow } from '../../support/figures'
import { fivesOf, plainPublished, publishedIn } from '../../support/published'
import { cell } from './cells'

/**
 * What became of the cases of one place in a month: how many rated; of them badly; of those followed up; of those with a
 * last word; of those not content.
 */
type Life = readonly [rated: number, bad: number, followed: number, verdicts: number, discontent: number]
const names = ['rated', 'bad', 'followed', 'verdicts', 'discontent'] as const

/** Every life of a month in which so many rated. */
function lives(rated: number): Life[] {
  const all: Life[] = []
  for (let bad = 0; bad <= rated; bad += 1)
    for (let followed = 0; followed <= bad; followed += 1)
      for (let verdicts = 0; verdicts <= followed; verdicts += 1)
        for (let discontent = 0; discontent <= verdicts; discontent += 1)
          all.push([rated, bad, followed, verdicts, discontent])
  return all
}

const rowOf = ([rated, bad, followed, verdicts, discontent]: Life, month: string): PlainRow => ({
  ...cell({ month }, bad, rated),
  followed,
  verdicts,
  content: verdicts - discontent,
})

/** What has been released by the end of each month: a group waits until five have come together. */
function released(months: readonly Life[]): number[][] {
  const kept = [0, 0, 0, 0, 0]
  const told = [0, 0, 0, 0, 0]
  return months.map((life) => {
    for (const n of kept.keys()) kept[n] = (kept[n] ?? 0) + (life[n] ?? 0)
    for (const group of [[0, 1], [2], [3, 4]]) {
      const [whole = 0] = group
      if ((kept[whole] ?? 0) < 5) continue
      for (const n of group) [told[n], kept[n]] = [(told[n] ?? 0) + (kept[n] ?? 0), 0]
    }
    return [...told]
  })
}

type Say = (released: readonly number[]) => readonly number[]
/** As it is published: every number in fives. */
const inFives: Say = (all) => all.map((n) => n - (n % 5))
/** As it was: those who may be few in fives, and what they are of to the number. */
const wholesExact: Say = ([rated = 0, bad = 0, followed = 0, verdicts = 0, discontent = 0]) => [
  rated,
  bad - (bad % 5),
  followed,
  verdicts,
  discontent - (discontent % 5),
]

/** Who is part of whom: bad of rated, followed of bad, … */
const within = [1, 2, 3, 4].map((n) => [n - 1, n] as const)

/**
 * Whether a history is told to whoever knows every page and tries every life that gives it: that a part of some is one to
 * four and which, or that all of them were, or that none was.
 */
function countTold(histories: readonly (readonly Life[])[], say: Say): number {
  const groups = new Map<string, { least: number[]; most: number[]; n: number }>()
  const facts = (months: readonly Life[]): number[] => {
    const sums = months.reduce<number[]>((sum, life) => life.map((n, at) => n + (sum[at] ?? 0)), [])
    return [...months, sums].flatMap((life) =>
      within.flatMap(([whole, part]) => [life[part] ?? 0, (life[whole] ?? 0) - (life[part] ?? 0)]),
    )
  }
  for (const months of histories) {
    const key = released(months)
      .map((all) => say(all).join())
      .join(' ')
    const known = facts(months)
    const group = groups.get(key)
    if (!group) groups.set(key, { least: known, most: [...known], n: 1 })
    else {
      group.n += 1
      for (const [at, n] of known.entries()) {
        group.least[at] = Math.min(group.least[at] ?? n, n)
        group.most[at] = Math.max(group.most[at] ?? n, n)
      }
    }
  }
  let told = 0
  for (const { least, most, n } of groups.values()) {
    const isExact = (at: number): boolean => least[at] === most[at]
    const few = least.some((low, at) => isExact(at) && low > 0 && low < 5)
    // Facts stand in pairs: a part, and the rest of what it is of.
    const unanimous = least.some(
      (low, at) => isExact(at) && low === 0 && (least[at % 2 === 0 ? at + 1 : at - 1] ?? 0) > 0,
    )
    if (few || unanimous) told += n
  }
  return told
}

describe('what becomes of bad grades', () => {
  const month = [5, 6].flatMap(lives)
  const two = month.flatMap((first) => month.map((second) => [first, second]))

  test('tells nothing of one to four, in any two months, from whatever pages: tried with every life', () => {
    expect(two.length).toBeGreaterThan(100_000)
    expect(countTold(two, inFives)).toBe(0)
  })

  test('nor in a first month of up to twelve, where all were bad, or none was content', () => {
    const first = [5, 6, 7, 8, 9, 10, 11, 12].flatMap(lives).map((life) => [life])
    expect(countTold(first, inFives)).toBe(0)
    expect(countTold(first, wholesExact)).toBeGreaterThan(100)
  })

  test('control: where those who were followed up and had the last word are said exactly, many are told', () => {
    expect(countTold(two, wholesExact)).toBeGreaterThan(10_000)
    const ten: Life = [10, 9, 9, 0, 0]
    const those = lives(10).map((life) => [life])
    const same = (say: Say): Life[] =>
      those
        .flat()
        .filter((life) => String(say(released([life])[0] ?? [])) === String(say(released([ten])[0] ?? [])))
    // Ten rated and nine were followed up: the page told that one was content. It does not any more.
    expect(new Set(same(wholesExact).map(([, bad]) => bad)).has(9)).toBe(true)
    expect(new Set(same(inFives).map(([, bad]) => bad)).size).toBeGreaterThan(4)
  })

  test('is what the plain statement makes of the same rows', () => {
    const some = fc.constantFrom(...month)
    fc.assert(
      fc.property(some, some, (first, second) => {
        const rows = [rowOf(first, '2026-01'), rowOf(second, '2026-02')]
        const plain = plainPublished(plainBlocks(rows, '2026-02'))
        const at = { division: '532301101001', service: 'booking' }
        const sums = ['2026-01', '2026-02'].map((to) => publishedIn(plain, { ...at, to }))
        expect(sums.map((all) => names.map((name) => all[name]))).toEqual(
          released([first, second]).map(inFives),
        )
      }),
      { numRuns: 200 },
    )
  })
})

test('fives of different people: the plain way equals the short one', () => {
  const short = (cases: readonly number[]): number => {
    const sorted = [...cases].sort((a, b) => b - a)
    const all = cases.reduce((sum, n) => sum + n, 0)
    const left = [0, 1, 2, 3, 4].map((top) => {
      const others = all - sorted.slice(0, top).reduce((sum, n) => sum + n, 0)
      return Math.floor(others / (5 - top))
    })
    return Math.min(...left)
  }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), (cases) => {
      expect(fivesOf(cases)).toBe(short(cases))
    }),
  )
  expect(fivesOf([52, 1, 1, 1])).toBe(0)
  expect(fivesOf([52, 1, 1, 1, 1])).toBe(1)
})

test('nobody moves a number alone, however often they come', () => {
  const others = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 0, maxLength: 12 })
  fc.assert(
    fc.property(others, fc.nat(60), (cases, mine) => {
      const [without, withMe] = [fivesOf(cases), fivesOf([...cases, mine])]
      const fours = cases.reduce((sum, n) => sum + n, 0) / 4
      // Each five that I am in has four others.
      expect(withMe).toBeLessThanOrEqual(Math.floor(Math.max(without, fours)))
    }),
  )
})
