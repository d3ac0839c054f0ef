/** The promise: a room is run by the staff of its community, and by the partner unit that its facility says, while it is one. */
import type { Who } from '../../../http/context'
import type { Deps } from '../../../deps'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import { type GrantFact, isPartnerOf, isStaffOf } from '../../identity/policy'
import { grantsInside, grantsOf } from '../../identity/service'

/** What says who runs a facility. */
export interface Run {
  community: string
  ownerId: string | null
}

/** Staff of the community, or the partner unit of this facility alone. */
export const runs = (grants: readonly GrantFact[], accountId: string, { community, ownerId }: Run): boolean =>
  isStaffOf(grants, community) || (ownerId === accountId && isPartnerOf(grants, community))

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
