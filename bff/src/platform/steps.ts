/**
 * Numbers of people said in steps: nobody, 1–5, 6–10, 11–15, … (PRODUCT.md › Ratings: cells under 5 hidden). Of two
 * views, one inside the other, neither the smaller, nor the larger, nor what lies between them is then ever known to be
 * one to four people, nor their remainders: where a number is pinned by the other view it stands at the end of a step,
 * five or more from either side (`tests/unit/platform/steps.test.ts` tries them all).
 */
import { leastShown } from '@linli/contracts/common'

export interface Step {
  least: number
  most: number
}

/**
 * The step in which `n` of `whole` people lie. The last one reaches to the whole and begins so early that at least five
 * may remain before it.
 */
export function stepOf(n: number, whole: number): Step {
  if (n === 0) return { least: 0, most: 0 }
  const last = Math.max(0, Math.floor((whole - leastShown) / leastShown)) * leastShown
  if (n > last) return { least: last + 1, most: whole }
  const most = Math.ceil(n / leastShown) * leastShown
  return { least: most - leastShown + 1, most }
}

/** What is known of each part when the parts together are `whole`. */
export function narrowed(parts: readonly Step[], whole: number): Step[] {
  const least = parts.reduce((sum, part) => sum + part.least, 0)
  const most = parts.reduce((sum, part) => sum + part.most, 0)
  return parts.map((part) => ({
    least: Math.max(part.least, whole - (most - part.most)),
    most: Math.min(part.most, whole - (least - part.least)),
  }))
}

/** Whether a part is known to be one to four people. */
export const tells = (parts: readonly Step[], whole: number): boolean =>
  narrowed(parts, whole).some(({ least, most }) => least === most && least > 0 && least < leastShown)

/** What lies between a view and one inside it, part by part. */
export const between = (outer: readonly Step[], inner: readonly Step[]): Step[] =>
  outer.map(({ least, most }, n) => ({
    least: Math.max(0, least - (inner[n]?.most ?? 0)),
    most: most - (inner[n]?.least ?? 0),
  }))
