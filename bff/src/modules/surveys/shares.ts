/**
 * The promise: of a counted survey every number of people is said in fives, never more exactly, so no sum or difference of
 * any results tells of one to four people.
 */
import { leastShown } from '@linli/contracts/common'
import type { questionResult } from '@linli/contracts/surveys'
import type { output } from 'zod/mini'

/** What is said of a number: the whole fives in it. */
export const fives = (n: number): number => n - (n % leastShown)

const most = leastShown - 1

/**
 * Of how many answers, and between which shares those lie who chose each option.
 * @param counts by option
 * @returns no shares where the rests of all options together tell of one that is chosen by two to four
 */
export function resultOf(counts: readonly number[]): output<typeof questionResult> {
  const of = fives(counts.reduce((sum, n) => sum + n, 0))
  const said = counts.map(fives)
  /** The rest of an option is at least what the others cannot hold. */
  const rest = of - said.reduce((sum, n) => sum + n, 0) - most * (counts.length - 1)
  if (of === 0) return { of, shares: said.map(() => ({ low: 0, high: 0 })) }
  if (rest > 1 && said.includes(0)) return { of, shares: null }
  const alone = said.map((n) => ({ low: share(n, of + most), high: share(n + most, of) }))
  return { of, shares: alone.map((one, n) => within(one, alone.toSpliced(n, 1))) }
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
