/** Small cells stay hidden: in every view, and in the difference of any two views that were ever published. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresOf, nothing } from '../../../bff/src/modules/figures/formulas'
import {
  type Counts,
  plainBlocks,
  plainPublished,
  type PlainRow,
  publishedIn,
  total,
  zero,
} from '../../support/figures'

const communities = ['532301101001', '532301101002', '532301102001', '532329203206']
const divisions = [...communities, '532301101', '532301102', '532301', '532329', '5323']
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
const services = ['booking', 'enrolment']

const few = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(40) })
const row: fc.Arbitrary<PlainRow> = fc
  .record({
    community: fc.constantFrom(...communities),
    service: fc.constantFrom(...services),
    month: fc.constantFrom(...months),
    rated: few,
    lapsed: few,
    followed: few,
    verdicts: few,
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ part, ...counts }) => {
    const some = (n: number): number => Math.floor(n * part)
    return {
      ...zero(),
      ...counts,
      good: some(counts.rated),
      unprompted: some(counts.rated),
      answered: some(counts.followed),
      rectified: some(counts.followed),
      content: some(counts.verdicts),
    }
  })
/** One row a cell. */
const cells = fc.uniqueArray(row, {
  selector: ({ community, service, month }) => `${community} ${service} ${month}`,
  maxLength: 40,
})

/** What somebody can ask for: a division, a service or all, a stretch of months, and when they looked. */
interface View {
  division: string
  service: string
  from: string
  to: string
  counts: Counts
}

function viewsOf(blocks: readonly PlainRow[]): View[] {
  const stretches = months.flatMap((from) => months.filter((to) => to >= from).map((to) => ({ from, to })))
  return divisions.flatMap((division) =>
    [...services, 'all'].flatMap((service) =>
      stretches.map(({ from, to }) => ({
        division,
        service,
        from,
        to,
        counts: total(
          blocks.filter(
            (block) =>
              block.community.startsWith(division) &&
              (service === 'all' || block.service === service) &&
              block.month >= from &&
              block.month <= to,
          ),
        ),
      })),
    ),
  )
}

const contains = (outer: View, inner: View): boolean =>
  inner.division.startsWith(outer.division) &&
  (outer.service === 'all' || outer.service === inner.service) &&
  outer.from <= inner.from &&
  outer.to >= inner.to

const placeOf = ({ division, service, from, to }: View): string => `${division} ${service} ${from} ${to}`

/** The people behind each figure. */
const people = (c: Counts): number[] => [c.rated, c.rated + c.lapsed, c.followed, c.verdicts]
const isSmall = (n: number): boolean => n > 0 && n < 5

/** Whether a view, or the difference of one and another inside it, is one to four people. */
function leaks(views: readonly View[]): boolean {
  return views.some(
    (outer) =>
      people(outer.counts).some(isSmall) ||
      views.some((inner) => {
        if (inner === outer || !contains(outer, inner)) return false
        const left = people(inner.counts)
        return people(outer.counts).some((n, index) => isSmall(n - (left[index] ?? 0)))
      }),
  )
}

/** A division without all of its children that are shown. */
function leaksBySiblings(views: readonly View[]): boolean {
  return views.some((outer) => {
    const inside = views.filter(
      (inner) =>
        inner.service === outer.service &&
        inner.from === outer.from &&
        inner.to === outer.to &&
        inner.division.length > outer.division.length &&
        inner.division.startsWith(outer.division) &&
        communities.includes(inner.division),
    )
    if (inside.length === 0) return false
    const rest = people(total(inside.map(({ counts }) => counts)))
    return people(outer.counts).some((n, index) => isSmall(n - (rest[index] ?? 0)))
  })
}

describe('blocks of at least five', () => {
  test('no view and no difference of two is one to four people', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const views = viewsOf(plainBlocks(rows, '2026-05'))
        expect(leaks(views)).toBe(false)
        expect(leaksBySiblings(views)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  test('nor of what was published before and what is published later: blocks only come', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...months), (rows, then) => {
        const before = plainBlocks(rows, then)
        const after = plainBlocks(rows, '2026-05')
        for (const block of before) expect(after).toContainEqual(block)
        const earlier = new Map(viewsOf(before).map((view) => [placeOf(view), people(view.counts)]))
        for (const view of viewsOf(after)) {
          const left = earlier.get(placeOf(view)) ?? [0, 0, 0, 0]
          for (const [index, n] of people(view.counts).entries())
            expect(isSmall(n - (left[index] ?? 0))).toBe(false)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('without them it leaks, also where every small view itself is hidden', () => {
    const month = '2026-01'
    const rows = [cell({ month }, 0, 20), cell({ community: '532301101002', month }, 0, 2)]
    const shown = viewsOf(rows).filter(({ counts }) => !people(counts).some(isSmall))
    expect(leaks(shown)).toBe(true)
    expect(leaks(viewsOf(plainBlocks(rows, '2026-05')))).toBe(false)
  })
})

/** A cell in which so many of so many gave a bad grade. */
const cell = (
  place: { community?: string; service?: string; month: string },
  bad: number,
  rated: number,
): PlainRow => ({
  ...zero(),
  community: '532301101001',
  service: 'booking',
  ...place,
  rated,
  good: rated - bad,
})

/** What is said of the bad grades in every division, service and stretch of months. */
function saidOf(rows: readonly PlainRow[]): { view: string; bad: number }[] {
  const published = plainPublished(rows)
  const at = [...new Set(rows.map(({ month }) => month))].sort()
  return [...new Set(published.map(({ division, service }) => `${division} ${service}`))].flatMap((place) => {
    const [division = '', service = ''] = place.split(' ')
    return at.flatMap((from) =>
      at
        .filter((to) => to >= from)
        .map((to) => ({
          view: `${place} ${from} ${to}`,
          ...publishedIn(published, { division, service, from, to }),
        })),
    )
  })
}

describe('who may be few', () => {
  test('is published in fives, in every view, so every sum and difference of views is one of five', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        for (const { view, bad } of saidOf(plainBlocks(rows, '2026-05'))) expect(bad % 5, view).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('one bad grade in each of five months is not to be told from their year', () => {
    const life = (bad: readonly number[]): string =>
      JSON.stringify(saidOf(bad.map((n, month) => cell({ month: `2026-0${month + 1}` }, n, 20))))
    expect(life([1, 1, 1, 1, 1])).toBe(life([0, 2, 1, 0, 2]))
    expect(life([1, 1, 1, 1, 1])).toBe(life([4, 0, 0, 0, 4]))
  })

  test('nor one in each of five communities from their township', () => {
    const places = (bad: readonly number[]): string =>
      JSON.stringify(
        saidOf(bad.map((n, at) => cell({ community: `53230110100${at}`, month: '2026-01' }, n, 40))),
      )
    expect(places([1, 1, 1, 1, 1])).toBe(places([3, 0, 2, 0, 0]))
  })

  /** Every way in which people of two services and two months can have given a bad grade, by what is said of them. */
  function worlds(
    sizes: readonly [number, number, number, number],
    say: (rows: PlainRow[]) => string,
  ): number[][][] {
    const upTo = (n: number): number[] => Array.from({ length: n + 1 }, (_, k) => k)
    const bySaid = new Map<string, number[][]>()
    for (const a of upTo(sizes[0]))
      for (const b of upTo(sizes[1]))
        for (const c of upTo(sizes[2]))
          for (const d of upTo(sizes[3])) {
            const bad = [a, b, c, d]
            const rows = bad.map((n, at) =>
              cell(
                { service: at % 2 ? 'enrolment' : 'booking', month: at < 2 ? '2026-01' : '2026-02' },
                n,
                sizes[at] ?? 0,
              ),
            )
            const said = say(rows)
            bySaid.set(said, [...(bySaid.get(said) ?? []), bad])
          }
    return [...bySaid.values()]
  }

  /** Whether somebody who knows every page, and how it is made, knows of a cell or of a sum which of 1, 2, 3, 4 it is. */
  const isTold = (all: readonly number[][]): boolean => {
    const groups = [[0], [1], [2], [3], [0, 1], [2, 3], [0, 2], [1, 3], [0, 1, 2, 3]]
    return groups.some((group) => {
      const sums = new Set(all.map((bad) => group.reduce((n, at) => n + (bad[at] ?? 0), 0)))
      const [first = 0] = sums
      return sums.size === 1 && first > 0 && first < 5
    })
  }

  const sizes = [6, 5, 6, 5] as const
  /** Every single one of a month gave a bad grade. */
  const isExtreme = (all: readonly number[][]): boolean =>
    all.every((bad) => bad.some((n, at) => n === sizes[at]))

  test('is not to be told by somebody who tries every possibility', () => {
    const told = worlds(sizes, (rows) => JSON.stringify(saidOf(rows))).filter(isTold)
    expect(told.filter((all) => !isExtreme(all))).toEqual([])
  })

  test.each([
    ['exactly', (bad: number) => bad],
    ['exactly but for one to four', (bad: number) => (bad > 0 && bad < 5 ? -1 : bad)],
  ])('said %s they are', (_, how) => {
    const sums = (rows: PlainRow[]): string =>
      JSON.stringify(
        [['booking', 'enrolment'], ['booking'], ['enrolment']].flatMap((services) =>
          [['2026-01', '2026-02'], ['2026-01'], ['2026-02']].map((at) => {
            const all = total(rows.filter((row) => services.includes(row.service) && at.includes(row.month)))
            return how(all.rated - all.good)
          }),
        ),
      )
    const told = worlds(sizes, sums).filter(isTold)
    expect(told.filter((all) => !isExtreme(all)).length).toBeGreaterThan(0)
  })
})

test('what is shown of a hidden cell is nothing', () => {
  for (const { low, of } of figuresOf({ ...nothing, rated: 3 })) expect(low === null || of === 0).toBe(true)
})
