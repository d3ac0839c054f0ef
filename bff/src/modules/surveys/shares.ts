/**
 * The promise: of a counted survey every number of people is said in fives, never more exactly, so no sum or difference of
 * any results tells of one to four people.
 */
import { leastShown } from '@linli/contracts/common'
import type { questionResult } from '@linli/contracts/surveys'
import type { output } from 'zod/mini'

/** What is said of a number: the whole fives in it. */
export const roundedDown = (n: number): number => n - (n % leastShown)

const most = leastShown - 1
const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0)

/**
 * Of how many answers, and between which shares those lie who chose each option.
 * @param ways by option, of each way of answering in which at least five did
 * @returns no shares where the rests of all options of one way together tell of one that is chosen by two to four, and
 * nothing at all where nobody is to be spoken of
 */
export function resultOf(ways: readonly (readonly number[])[]): output<typeof questionResult> {
  const published = ways.filter((counts) => roundedDown(sum(counts)) > 0)
  if (published.length === 0) return { of: null, shares: null }
  const of = sum(published.map((counts) => roundedDown(sum(counts))))
  if (published.some(tellsOfFew)) return { of, shares: null }
  const spare = most * published.length
  const rounded = (published[0] ?? []).map((_, option) =>
    sum(published.map((counts) => roundedDown(counts[option] ?? 0))),
  )
  const alone = rounded.map((n) => ({ low: share(n, of + spare), high: share(n + spare, of) }))
  return { of, shares: alone.map((one, n) => within(one, alone.toSpliced(n, 1))) }
}

/** The rest of an option is at least what the others cannot hold. */
function tellsOfFew(counts: readonly number[]): boolean {
  const rounded = counts.map(roundedDown)
  return roundedDown(sum(counts)) - sum(rounded) - most * (counts.length - 1) > 1 && rounded.includes(0)
}

type Range = { low: number; high: number }

/** All shares together are the whole: no option has more than the least of the others leave, nor less than their most. */
const within = ({ low, high }: Range, others: readonly Range[]): Range => {
  const left = (end: keyof Range): number =>
    Math.round(100 * (1 - others.reduce((sum, one) => sum + one[end], 0))) / 100
  return { low: Math.max(low, left('high')), high: Math.max(low, Math.min(high, left('low'))) }
}

/** 0…1, in hundredths. */
const share = (n: number, of: number): number => Math.min(1, Math.round((100 * n) / of) / 100)
