/** Small cells stay hidden: in every view, and in the difference of any two views that were ever published. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counts, figuresOf } from '../../../bff/src/modules/figures/formulas'
import { plainBlocks, type PlainRow, total, zero } from '../../support/figures'

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
        for (const view of viewsOf(after)) {
          const earlier = viewsOf(before).find((old) => contains(old, view) && contains(view, old))
          const left = earlier ? people(earlier.counts) : [0, 0, 0, 0]
          for (const [index, n] of people(view.counts).entries())
            expect(isSmall(n - (left[index] ?? 0))).toBe(false)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('without them it leaks, also where every small view itself is hidden', () => {
    const cell = (community: string, rated: number): PlainRow => ({
      ...zero(),
      community,
      service: 'booking',
      month: '2026-01',
      rated,
      good: rated,
    })
    const rows = [cell('532301101001', 20), cell('532301101002', 2)]
    const shown = viewsOf(rows).filter(({ counts }) => !people(counts).some(isSmall))
    expect(leaks(shown)).toBe(true)
    expect(leaks(viewsOf(plainBlocks(rows, '2026-05')))).toBe(false)
  })
})

test('what is shown of a hidden cell is nothing', () => {
  for (const { low, of } of figuresOf({ ...zero(), rated: 3, good: 3 }))
    expect(low === null || of === 0).toBe(true)
})

describe('the two sides of a share', () => {
  /** Counts of one view by how many are on the side that may be few. */
  const sides: Record<string, (few: number, whole: number) => Partial<Counts>> = {
    good: (few, rated) => ({ rated, good: rated - few }),
    unprompted: (unprompted, rated) => ({ rated, unprompted }),
    answered: (few, followed) => ({ followed, answered: followed - few }),
    rectified: (few, followed) => ({ followed, rectified: followed - few }),
    content: (few, verdicts) => ({ verdicts, content: verdicts - few }),
    unrated: (lapsed) => ({ rated: 20, lapsed }),
  }
  const said = (counts: Partial<Counts>): string => JSON.stringify(figuresOf({ ...zero(), ...counts }))
  const upTo = (n: number): number[] => Array.from({ length: n + 1 }, (_, few) => few)

  test.each(Object.entries(sides))('%s: no view tells which of 1, 2, 3, 4 it was', (_, counts) => {
    for (const whole of [5, 6, 9, 10, 14, 23, 60])
      for (const few of [1, 2, 3, 4]) {
        const alike = upTo(whole).filter((n) => said(counts(n, whole)) === said(counts(few, whole)))
        expect(alike.length, `${few} of ${whole}`).toBeGreaterThan(1)
      }
  })
})
