/**
 * The promise: every number that is shown is of blocks of at least five answers, and a block is never shown in part.
 * So the difference of any two shown numbers is nobody, or at least five people (docs/product.md › Ratings: cells under five
 * hidden). Everything here is computed for the whole survey at once: two views of it are made of the same blocks.
 */

import { leastShown } from '@linli/contracts/common'
import { digits, ladder, upwards } from '@linli/contracts/ladder'

/** The divisions from one upwards to the survey's own, nearest first. */
const upTo = (root: string, code: string): string[] =>
  upwards(code).filter((above) => above.length >= root.length)

interface Block {
  communities: string[]
  answered: number
}

const byNumber = (a: Block, b: Block): number =>
  a.answered - b.answered || ((a.communities[0] ?? '') < (b.communities[0] ?? '') ? -1 : 1)

const joined = (parts: readonly Block[]): Block => ({
  communities: parts.flatMap((part) => part.communities).sort(),
  answered: parts.reduce((sum, part) => sum + part.answered, 0),
})

/**
 * A community with five answers or more is a block of its own. Those with fewer are put together in their township; if
 * that is still fewer than five, they take in the smallest block there, or else go up to the county, then the prefecture.
 * A survey that has fewer than five answers has no block.
 * @param counts answers by community @param root the survey's division
 */
export function blocksOf(counts: ReadonlyMap<string, number>, root: string): string[][] {
  const all = [...counts].map(([code, answered]): Block => ({ communities: [code], answered }))
  let whole = all.filter(({ answered }) => answered >= leastShown)
  let loose = all.filter(({ answered }) => answered > 0 && answered < leastShown)
  for (const length of ladder.filter((n) => n < digits.community && n >= root.length)) {
    const still: Block[] = []
    for (const [within, parts] of groupedBy(length, loose)) {
      const pool = joined(parts)
      const taken = pool.answered < leastShown ? smallest(whole, within) : undefined
      if (pool.answered < leastShown && !taken) still.push(pool)
      else whole = [...whole.filter((block) => block !== taken), taken ? joined([taken, pool]) : pool]
    }
    loose = still
  }
  return whole.map(({ communities }) => communities)
}

function groupedBy(length: number, loose: readonly Block[]): Map<string, Block[]> {
  const groups = new Map<string, Block[]>()
  for (const block of loose) {
    const within = (block.communities[0] ?? '').slice(0, length)
    groups.set(within, [...(groups.get(within) ?? []), block])
  }
  return groups
}

const smallest = (whole: readonly Block[], within: string): Block | undefined =>
  whole.filter(({ communities }) => communities.every((code) => code.startsWith(within))).sort(byNumber)[0]

/** What was answered in one community, in one way: how many, and of each question how many chose each option. */
export interface Tally {
  answered: number
  counts: number[][]
}

export interface Result extends Tally {
  division: string
}

/**
 * What is shown of each division: the sum of the blocks that lie wholly inside it, and nothing where there is none,
 * whether nobody or up to four have answered: five or none.
 * @param zero the tally of nobody @param divisions whose results are asked for, the survey's own and below
 */
export function resultsOf(
  tallies: ReadonlyMap<string, Tally>,
  zero: Tally,
  divisions: readonly string[],
  root: string,
): Result[] {
  const counts = new Map([...tallies].map(([code, { answered }]) => [code, answered]))
  const sums = new Map<string, Tally>()
  for (const block of blocksOf(counts, root)) {
    const sum = block.map((code) => tallies.get(code) ?? zero).reduce(plus, zero)
    const [first = '', ...others] = block
    for (const code of upTo(root, first).filter((above) => others.every((other) => other.startsWith(above))))
      sums.set(code, plus(sums.get(code) ?? zero, sum))
  }
  return divisions.flatMap((division) => {
    const sum = sums.get(division)
    return sum ? [{ division, ...sum }] : []
  })
}

const plus = (a: Tally, b: Tally): Tally => ({
  answered: a.answered + b.answered,
  counts: a.counts.map((options, q) => options.map((n, option) => n + (b.counts[q]?.[option] ?? 0))),
})
