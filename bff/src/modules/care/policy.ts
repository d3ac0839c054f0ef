/** Who arranges the care of a community: its staff. A supervisor sees the plan and changes nothing. */
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import type { GrantFact } from '../identity/service'

/** @returns undefined for whom it does not exist */
export function arranges(grants: readonly GrantFact[], code: string): 'staff' | 'supervisor' | undefined {
  if (isStaffOf(grants, code)) return 'staff'
  return isSupervisorOf(grants, code) ? 'supervisor' : undefined
}

export const isCarerOf = (grants: readonly GrantFact[], code: string): boolean =>
  grants.some((g) => g.role === 'care_worker' && code.startsWith(g.division))
