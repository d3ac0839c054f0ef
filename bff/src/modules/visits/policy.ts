/** Names and addresses are for those who work in the community itself; above it there are counts (docs/product.md › Rule 6). */
import type { GrantFact } from '../identity/service'

const worksAt = (grant: GrantFact, community: string): boolean =>
  (grant.role === 'staff' || grant.role === 'grid_worker') && grant.division === community

/** The badge of who works in a community; undefined for whom its elders do not exist. */
export const badgeIn = (grants: readonly GrantFact[], community: string): string | undefined =>
  grants.find((grant) => worksAt(grant, community))?.displayName

/** Staff keep the register; grid workers visit. */
export const managesIn = (grants: readonly GrantFact[], community: string): boolean =>
  grants.some((grant) => grant.role === 'staff' && grant.division === community)

/** Where somebody may visit. */
export const communitiesOf = (grants: readonly GrantFact[]): string[] => [
  ...new Set(grants.filter((grant) => worksAt(grant, grant.division)).map(({ division }) => division)),
]

/** Whoever works or supervises at a division counts what lies below it. */
export const countsIn = (grants: readonly GrantFact[], division: string): boolean =>
  grants.some(
    (grant) =>
      (grant.role === 'staff' || grant.role === 'grid_worker' || grant.role === 'supervisor') &&
      division.startsWith(grant.division),
  )
