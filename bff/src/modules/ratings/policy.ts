/** Who may rate: the person served, and nobody for them (docs/product.md › Rule 4). Who may judge words: units above. */
import type { GrantFact } from '../identity/service'
import type { Kind } from '../cases/kind'
import { isParty, mayRate, type Parties, readerOf } from '../cases/policy'
import { divisionsAbove, unitsOf } from '../follow-ups/policy'
import { isStaffOf, isSupervisorOf } from '../identity/policy'

/**
 * @param raterId who has rated it: they go on reading what they wrote, also when they are no guardian any more
 * @returns the refusal's code, or undefined for whoever may rate
 */
export function refusalFor(
  { row, kind }: { row: Parties & { community: string }; kind: Pick<Kind, 'readByStaff'> },
  raterId: string | undefined,
  accountId: string,
  grants: readonly GrantFact[],
): 'not_found' | 'rating_not_yours' | 'guardian_not_verified' | undefined {
  if (raterId === accountId || mayRate(row, accountId)) return undefined
  if (isParty(row, accountId)) return row.childId === null ? 'rating_not_yours' : 'guardian_not_verified'
  return readerOf(row, accountId, grants, kind.readByStaff) ? 'rating_not_yours' : 'not_found'
}

/**
 * The unit that was rated never decides what is said of it, nor does whoever wrote it or had a hand in what was rated.
 * @returns the refusal's code, or undefined for whoever may decide whether doubtful words are shown
 */
export function judgingRefusal(
  words: { community: string; raterId: string; handled: boolean },
  accountId: string,
  grants: readonly GrantFact[],
): 'not_found' | 'not_allowed' | undefined {
  const { community, raterId, handled } = words
  if (!isStaffOf(grants, community)) return isSupervisorOf(grants, community) ? 'not_allowed' : 'not_found'
  const above = divisionsAbove(grants).some((division) => community.startsWith(division))
  const apart = !unitsOf(grants).includes(community) && raterId !== accountId && !handled
  return above && apart ? undefined : 'not_allowed'
}
