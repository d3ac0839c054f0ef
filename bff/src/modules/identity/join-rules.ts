/** Who may be two people: pure rules over what records say of two accounts. Bars are none of it: an answer would tell of them. */

import * as z from 'zod/mini'

export type Proof = 'phone' | 'wechat' | 'counter'

export const records = z.strictObject({
  /** Both are or were guardians of one child. */
  shareChild: z.boolean(),
  /** One of them decided about a link of the other, as staff. */
  actedOn: z.boolean(),
  /** Compared forms of the names that staff have read on papers. */
  papersFrom: z.array(z.string()),
  papersInto: z.array(z.string()),
})
export type Records = z.output<typeof records>

/**
 * By a telephone whoever staff know is joined only under the name on the papers, and two guardians of one child never are.
 * At the counter papers have been seen now: what they said before must not say two, and of one child's guardians must say one.
 * @param names compared forms of what the accounts are called now; null where they are not
 */
export function areTwo(records: Records, names: readonly (string | null)[], proof: Proof): boolean {
  const { shareChild, actedOn, papersFrom, papersInto } = records
  if (actedOn) return true
  const sayOne = papersFrom.some((name) => papersInto.includes(name))
  if (proof === 'counter') return !sayOne && (shareChild || (papersFrom.length > 0 && papersInto.length > 0))
  return shareChild || [...papersFrom, ...papersInto].some((read) => names.some((name) => name !== read))
}
