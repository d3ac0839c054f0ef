/** The promise: a room is run by the staff of its community, and by the partner unit that its facility says, while it is one. */
import type { Who } from '../../../http/context'
import type { Deps } from '../../../deps'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import { type GrantFact, isPartnerOf, isStaffOf, isSupervisorOf } from '../../identity/policy'
import { grantsInside, grantsOf } from '../../identity/service'

interface RoomOwned {
  community_code: string
  owner_id: string | null
}

/** What says who runs a facility. */
export interface Run {
  community: string
  ownerId: string | null
}

/** Staff of the community, or the partner unit of this facility alone. */
export const runs = (grants: readonly GrantFact[], accountId: string, { community, ownerId }: Run): boolean =>
  isStaffOf(grants, community) || (ownerId === accountId && isPartnerOf(grants, community))

/** Who runs a room is who runs its facility. */
export const runOf = ({ community_code: community, owner_id: ownerId }: RoomOwned): Run => ({
  community,
  ownerId,
})

/** Of a division: all of its rooms for its staff and for who watches over it; of a partner unit its own alone. */
export interface Sight {
  canManage: boolean
  /** Only what this account runs; null is everything. */
  owner: string | null
}

/** @returns undefined for whom a division's rooms are not there */
export function sightOf(
  grants: readonly GrantFact[],
  accountId: string,
  division: string,
): Sight | undefined {
  if (isStaffOf(grants, division)) return { canManage: true, owner: null }
  if (isSupervisorOf(grants, division)) return { canManage: false, owner: null }
  return isPartnerOf(grants, division) ? { canManage: true, owner: accountId } : undefined
}

/** @throws Problem not_found */
export async function mustRun(deps: Pick<Deps, 'db'>, who: Who, run: Run | undefined): Promise<GrantFact[]> {
  const grants = await grantsOf(deps, who.accountId)
  if (!run || !runs(grants, who.accountId, run)) throw new Problem('not_found')
  return grants
}

/** As it stands in this moment of a transaction. @throws Problem not_found */
export async function mustRunInside(tx: Tx, who: Who, run: Run | undefined): Promise<GrantFact[]> {
  const grants = await grantsInside(tx, who.accountId)
  if (!run || !runs(grants, who.accountId, run)) throw new Problem('not_found')
  return grants
}
