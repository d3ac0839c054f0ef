/** Small cells stay hidden: in every view, and in the difference of any two views that were ever published. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresOf, nothing } from '../../../bff/src/modules/figures/formulas'
import { type Counts, plainBlocks, type PlainRow, total } from '../../support/figures'
import { cell, cells, communities, months, services } from './cells'

const divisions = [...communities, '532301101', '532301102', '532301', '532329', '5323']

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

test('what is shown of a hidden cell is nothing', () => {
  for (const { low, of } of figuresOf({ ...nothing, rated: 3 })) expect([low ?? 0, of]).toEqual([0, 0])
})
