/** Who may rate: the person served, and nobody for them (PRODUCT.md, rule 4). */
import type { GrantFact } from '../identity/service'
import { type CaseParties, isParty, mayRate, readerOf } from '../cases/policy'

type Parties = CaseParties & { decidingIds: readonly string[] }

/** @returns the refusal's code, or undefined for whoever may rate */
export function refusalFor(
  row: Parties,
  accountId: string,
  grants: readonly GrantFact[],
): 'not_found' | 'rating_not_yours' | 'guardian_not_verified' | undefined {
  if (mayRate(row, accountId)) return undefined
  if (isParty(row, accountId)) return row.type === 'enrolment' ? 'guardian_not_verified' : 'rating_not_yours'
  return readerOf(row, accountId, grants) ? 'rating_not_yours' : 'not_found'
}
