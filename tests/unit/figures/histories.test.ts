/** Every history of a small place against everything that is published of it: rated, bad, followed up, last words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainBlocks, type PlainRow } from '../../support/figures'
import { groupsOfFive, plainPublished, publishedIn } from '../../support/published'
import { cell } from './cells'

/**
 * What became of the cases of one place in a month: how many rated; of them badly; of those followed up; of those with a
 * last word; of those not content.
 */
type Life = readonly [rated: number, bad: number, followed: number, verdicts: number, discontent: number]
const names = ['rated', 'bad', 'followed', 'verdicts', 'discontent'] as const

/** Every life of a month in which so many rated. */
const livesOf = (rated: number): Life[] =>
  upTo(rated).flatMap((bad) =>
    upTo(bad).flatMap((followed) =>
      upTo(followed).flatMap((verdicts) =>
        upTo(verdicts).map((discontent): Life => [rated, bad, followed, verdicts, discontent]),
      ),
    ),
  )
const upTo = (n: number): number[] => Array.from({ length: n + 1 }, (_, k) => k)

const rowOf = ([rated, bad, followed, verdicts, discontent]: Life, month: string): PlainRow => ({
  ...cell({ month }, bad, rated),
  followed,
  verdicts,
  content: verdicts - discontent,
})

/** Which of the five are released together, and within which one. */
const groups = [[0, 1], [2], [3, 4]] as const

/** What has been released by the end of each month: a group waits for five, and for whom they are part of. */
function released(months: readonly Life[]): number[][] {
  const [kept, seen, published] = [
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ]
  return months.map((life) => {
    for (let n = 0; n < 5; n += 1) {
      kept[n] = (kept[n] ?? 0) + (life[n] ?? 0)
      seen[n] = (seen[n] ?? 0) + (life[n] ?? 0)
    }
    for (const group of groups) {
      const whole = group[0]
      if ((kept[whole] ?? 0) < 5 || (whole > 0 && (seen[whole] ?? 0) > (published[whole - 1] ?? 0))) continue
      for (const n of group) [published[n], kept[n]] = [(published[n] ?? 0) + (kept[n] ?? 0), 0]
    }
    return [...published]
  })
}

type Say = (released: readonly number[]) => readonly number[]
/** As it is published: every number in fives. */
const roundedDown: Say = (all) => all.map((n) => n - (n % 5))
/** As it was: those who may be few in fives, and what they are of to the number. */
const wholesExact: Say = (all) => all.map((n, at) => (at === 1 || at === 4 ? n - (n % 5) : n))

/** Of every part how many, and how many of the rest of what it is a part of: bad and good, followed and not, … */
const factsOf = (life: Life): number[] =>
  [1, 2, 3, 4].flatMap((part) => [life[part] ?? 0, (life[part - 1] ?? 0) - (life[part] ?? 0)])

/** What of `facts` is so by the way in which the lives were made, and so is known to everybody. */
type Given = (fact: number) => boolean

class Worlds {
  n = 0
  private readonly least: number[] = []
  private readonly most: number[] = []
  add(months: readonly (readonly number[])[]): void {
    this.n += 1
    const size = months[0]?.length ?? 0
    for (let fact = 0; fact < size; fact += 1) {
      let sum = 0
      for (const [at, facts] of months.entries()) {
        const value = facts[fact] ?? 0
        sum += value
        this.see(at * size + fact, value)
      }
      this.see(months.length * size + fact, sum)
    }
  }
  private see(at: number, value: number): void {
    if (value < (this.least[at] ?? Infinity)) this.least[at] = value
    if (value > (this.most[at] ?? -Infinity)) this.most[at] = value
  }
  /** Somebody who knows every page knows which of one to four it was, or that all of some were of one mind. */
  isTold(isGiven: Given): boolean {
    return this.least.some((low, at) => {
      if (low !== this.most[at] || isGiven(at % 8)) return false
      const other = this.least[at % 2 === 0 ? at + 1 : at - 1] ?? 0
      return low === 0 ? other > 0 : low < 5
    })
  }
}

/** How many of the histories are told to whoever tries every one that gives the same pages. */
function countPublished(
  histories: Iterable<readonly Life[]>,
  say: Say,
  isGiven: Given = () => false,
): number {
  const bySaid = new Map<string, Worlds>()
  const facts = new Map<Life, number[]>()
  const known = (life: Life): number[] => {
    const found = facts.get(life) ?? factsOf(life)
    facts.set(life, found)
    return found
  }
  for (const months of histories) {
    const key = released(months)
      .map((all) => say(all).join())
      .join(' ')
    const worlds = bySaid.get(key) ?? new Worlds()
    bySaid.set(key, worlds)
    worlds.add(months.map(known))
  }
  return [...bySaid.values()].reduce(
    (published, worlds) => published + (worlds.isTold(isGiven) ? worlds.n : 0),
    0,
  )
}

function* pairs(month: readonly Life[]): Iterable<readonly Life[]> {
  for (const first of month) for (const second of month) yield [first, second]
}

describe('what becomes of bad grades', () => {
  const month = [5, 6, 7, 8, 9].flatMap(livesOf)

  test.each<[string, (life: Life) => boolean, Given]>([
    ['followed up', ([, , followed, verdicts]) => verdicts === followed, (fact) => fact === 5],
    ['with a last word', ([, bad, followed]) => followed === bad, (fact) => fact === 3],
  ])(
    'tells nothing of one to four of those %s, nor of one mind, in 416,025 histories of two months',
    (_, isOf, isGiven) => {
      const some = month.filter(isOf)
      expect(some.length ** 2).toBe(416_025)
      expect(countPublished(pairs(some), roundedDown, isGiven)).toBe(0)
    },
    120_000,
  )

  test('nor in a first month of up to twelve, where all were bad, or none was content', () => {
    const first = [5, 6, 7, 8, 9, 10, 11, 12].flatMap(livesOf).map((life) => [life])
    expect(countPublished(first, roundedDown)).toBe(0)
    expect(countPublished(first, wholesExact)).toBeGreaterThan(100)
  })

  test('control: where those who were followed up and had the last word are said exactly, many are told', () => {
    const some = [5, 6, 7].flatMap(livesOf).filter(([, bad, followed]) => followed === bad)
    expect(countPublished(pairs(some), wholesExact, (fact) => fact === 3)).toBeGreaterThan(10_000)
    // Ten rated and nine were followed up: the page told that one was content. It does not any more.
    const alike = (say: Say): number[] =>
      livesOf(10)
        .filter((life) => {
          const of = (one: Life) => String(say(released([one])[0] ?? []))
          return of(life) === of([10, 9, 9, 0, 0])
        })
        .map(([, bad]) => bad)
    expect(new Set(alike(wholesExact))).toEqual(new Set([9]))
    expect(new Set(alike(roundedDown)).size).toBeGreaterThan(4)
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
          released([first, second]).map(roundedDown),
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
      expect(groupsOfFive(cases)).toBe(short(cases))
    }),
  )
  expect(groupsOfFive([52, 1, 1, 1])).toBe(0)
  expect(groupsOfFive([52, 1, 1, 1, 1])).toBe(1)
})

test('nobody moves a number alone, however often they come', () => {
  const others = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 0, maxLength: 12 })
  fc.assert(
    fc.property(others, fc.nat(60), (cases, mine) => {
      const [without, withMe] = [groupsOfFive(cases), groupsOfFive([...cases, mine])]
      const fours = cases.reduce((sum, n) => sum + n, 0) / 4
      // Each five that I am in has four others.
      expect(withMe).toBeLessThanOrEqual(Math.floor(Math.max(without, fours)))
    }),
  )
})
