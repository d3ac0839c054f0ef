/** What of a counted survey is said, so that one to four people stand behind nothing that can be read or subtracted. */
import { leastShown } from '@linli/contracts/common'
import type { questionResult } from '@linli/contracts/surveys'
import type { output } from 'zod/mini'
import { between, narrowed, stepOf, tells } from '../../platform/steps'

type Shares = output<typeof questionResult>['shares']

const totalOf = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0)
/** What is known of each option. */
const known = (counts: readonly number[]) =>
  narrowed(
    counts.map((n) => stepOf(n, totalOf(counts))),
    totalOf(counts),
  )

/**
 * Between which shares those lie who chose each option.
 * @param counts by option @param above the same of every division above whose result can be read, too
 * @returns null where the steps of all options together, or beside those of a division above, tell of one to four
 */
export function sharesOf(counts: readonly number[], above: readonly (readonly number[])[]): Shares {
  const [of, steps] = [totalOf(counts), known(counts)]
  const isTold = above.some((outer) => tells(between(known(outer), steps), totalOf(outer) - of))
  if (isTold || tells(steps, of)) return null
  const share = (n: number): number => (of === 0 ? 0 : Math.round((100 * n) / of) / 100)
  return steps.map(({ least, most }) => ({ low: share(least), high: share(most) }))
}

const isFew = (n: number): boolean => n > 0 && n < leastShown

/** Only of the whole survey: sheets are a group, too, and so is what is not on paper; parts of them could be taken out. */
export const paperShown = ({ onPaper, answered }: { onPaper: number; answered: number }): number | null =>
  isFew(onPaper) || isFew(answered - onPaper) ? null : onPaper
