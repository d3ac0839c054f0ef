/** Who may be few is published in fives, so that no page, and no sum or difference of pages, tells of one to four. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainBlocks, type PlainRow, total } from '../../support/figures'
import { plainPublished, publishedIn } from '../../support/published'
import { cell, cells } from './cells'

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
