/** What of a counted survey is said, so that one to four people stand behind nothing that can be read. */
import { leastShown } from '@linli/contracts/figures'

const isFew = (n: number): boolean => n > 0 && n < leastShown

/**
 * Which share chose each option, in whole percent. What one to four chose is not said; where only one such option would
 * be missing, or all of them together are too few, the smallest other one goes with it.
 */
export function percentsOf(counts: readonly number[]): (number | null)[] {
  const of = counts.reduce((sum, n) => sum + n, 0)
  const hidden = new Set(counts.flatMap((n, option) => (isFew(n) ? [option] : [])))
  const inAll = (): number => [...hidden].reduce((sum, option) => sum + (counts[option] ?? 0), 0)
  while (hidden.size > 0 && (hidden.size === 1 || isFew(inAll()))) {
    const shown = counts
      .map((n, option) => ({ n, option }))
      .filter(({ n, option }) => n > 0 && !hidden.has(option))
      .sort((a, b) => a.n - b.n)
    const [smallest] = shown
    if (!smallest) break
    hidden.add(smallest.option)
  }
  return counts.map((n, option) => (hidden.has(option) ? null : of === 0 ? 0 : Math.round((100 * n) / of)))
}

/** Only of the whole survey: sheets are a group, too, and so is what is not on paper; parts of them could be taken out. */
export const paperShown = ({ onPaper, answered }: { onPaper: number; answered: number }): number | null =>
  isFew(onPaper) || isFew(answered - onPaper) ? null : onPaper
