/** Who may rate: the person served, and nobody for them (PRODUCT.md, rule 4). */
import type { GrantFact } from '../identity/service'
import { type CaseParties, isParty, mayRate, readerOf } from '../cases/policy'

type Parties = CaseParties & { decidingIds: readonly string[] }

/**
 * @param raterId who has rated it: they go on reading what they wrote, also when they are no guardian any more
 * @returns the refusal's code, or undefined for whoever may rate
 */
export function refusalFor(
  row: Parties,
  raterId: string | undefined,
  accountId: string,
  grants: readonly GrantFact[],
): 'not_found' | 'rating_not_yours' | 'guardian_not_verified' | undefined {
  if (raterId === accountId || mayRate(row, accountId)) return undefined
  if (isParty(row, accountId)) return row.type === 'enrolment' ? 'guardian_not_verified' : 'rating_not_yours'
  return readerOf(row, accountId, grants) ? 'rating_not_yours' : 'not_found'
}
