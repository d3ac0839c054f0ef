/** Who stands where: a grant is a role at a division and reaches it and everything below (docs/product.md › Rule 7). */
import type { Role } from '@linli/contracts/roles'

/** A role at a division; `displayName` is the name on the badge. */
export interface GrantFact {
  role: Role
  division: string
  displayName: string
}

const reaches = (grant: GrantFact, code: string): boolean => code.startsWith(grant.division)

/** Staff and grid workers decide cases of their communities. */
export const isStaffOf = (grants: readonly GrantFact[], code: string): boolean =>
  grants.some((g) => (g.role === 'staff' || g.role === 'grid_worker') && reaches(g, code))

/** A partner unit opens its own hall to residents: what it runs, a facility says. */
export const isPartnerOf = (grants: readonly GrantFact[], code: string): boolean =>
  grants.some((g) => g.role === 'partner_unit' && reaches(g, code))

/** Supervisors see the state of what lies below them, nothing private, and decide nothing. */
export const isSupervisorOf = (grants: readonly GrantFact[], code: string): boolean =>
  grants.some((g) => g.role === 'supervisor' && reaches(g, code))

/** The name on the badge of whoever runs rooms: staff, or the partner unit that a hall belongs to. */
export const badgeOf = (grants: readonly GrantFact[], code: string): string =>
  badgeFor(grants, code) || (grants.find((g) => isPartnerOf([g], code))?.displayName ?? '')

/** The name on the badge of whoever works or watches there, that of the nearest division; else of the unit that has a hall there. */
export const nearestBadge = (grants: readonly GrantFact[], code: string): string =>
  nearest(grants.filter((g) => isStaffOf([g], code) || isSupervisorOf([g], code))) || badgeOf(grants, code)

/** The name on the badge under which somebody acts as staff: that of the nearest division. */
export const badgeFor = (grants: readonly GrantFact[], code: string): string =>
  nearest(grants.filter((g) => isStaffOf([g], code)))

const nearest = (grants: readonly GrantFact[]): string =>
  grants.reduce<GrantFact | undefined>(
    (near, g) => (near && near.division.length >= g.division.length ? near : g),
    undefined,
  )?.displayName ?? ''
