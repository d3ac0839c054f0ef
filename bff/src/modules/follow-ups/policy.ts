/**
 * Who stands where in a follow-up (docs/product.md › Ratings). The unit that was rated never judges itself: nobody of it, and
 * nobody who had a hand in what was rated, handles or reviews.
 */
import type { FollowUpState } from '@linli/contracts/follow-up-case'
import type { FollowUpRole } from '@linli/contracts/follow-ups'
import { digits, isCommunity } from '@linli/contracts/ladder'
import { isSupervisorOf } from '../identity/policy'
import type { GrantFact } from '../identity/service'

export interface Standing {
  raterId: string
  community: string
  handledBy: string
  state: FollowUpState
  /** The reader acted as staff in this follow-up. */
  acted: boolean
  /** The reader acted as staff in the case that was rated. */
  involved: boolean
}

/** @returns undefined for whom the follow-up does not exist (docs/product.md › Rule 7) */
export function roleOf(
  f: Standing,
  accountId: string,
  grants: readonly GrantFact[],
): FollowUpRole | undefined {
  if (f.raterId === accountId) return 'rater'
  if (unitsOf(grants).includes(f.community)) return 'unit'
  const above = levelsAbove(grants, f.community)
  if (!f.involved) {
    const other = (level: number): boolean => level < f.handledBy.length || level <= digits.prefecture
    if (f.state === 'reviewing' && !f.acted && above.some(other)) return 'reviewer'
    if (above.includes(f.handledBy.length)) return 'handler'
  }
  return above.length > 0 || isSupervisorOf(grants, f.community) ? 'observer' : undefined
}

/** The communities whose own staff somebody is. */
export const unitsOf = (grants: readonly GrantFact[]): string[] =>
  grants.filter((g) => isStaffRole(g) && isUnit(g)).map((g) => g.division)

/** The divisions above communities for which somebody works. */
export const divisionsAbove = (grants: readonly GrantFact[]): string[] =>
  grants.filter((g) => g.role === 'staff' && !isUnit(g)).map((g) => g.division)

/** Does anything here reach the division? Then its list exists for the reader. */
export const mayList = (grants: readonly GrantFact[], division: string): boolean =>
  isSupervisorOf(grants, division) ||
  unitsOf(grants).includes(division) ||
  levelsAbove(grants, division).length > 0

const levelsAbove = (grants: readonly GrantFact[], code: string): number[] =>
  divisionsAbove(grants)
    .filter((division) => code.startsWith(division))
    .map((division) => division.length)

const isStaffRole = (g: GrantFact): boolean => g.role === 'staff' || g.role === 'grid_worker'
const isUnit = (g: GrantFact): boolean => isCommunity(g.division)
