/** Moves that are no button of the case, but follow from something of its own: a time, a referral. */
import type { CaseAction } from '@linli/contracts/case-base'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { allowed, type Authorised, capacityOf, lockCase, seenInside, stateNow } from '../cases/service'
import type { GrantFact } from '../identity/service'
import { consultationKind } from './kind'

export interface Actor {
  accountId: string
  grants: readonly GrantFact[]
}

/**
 * Locks the case and decides whether one of its two may do this now; nobody else learns that there is one.
 * @throws Problem not_found, not_allowed (the other side's), action_not_open
 */
export async function authoriseStep(
  deps: Deps,
  tx: Tx,
  { accountId, grants }: Actor,
  { id, action }: { id: string; action: CaseAction },
  at: Date,
): Promise<Authorised> {
  const seen = await seenInside(deps, tx, await lockCase(tx, id))
  const capacity = seen && capacityOf(seen, accountId, grants)
  if (seen?.row.type !== consultationKind.type || !capacity || capacity.reader === 'supervisor')
    throw new Problem('not_found')
  const side = capacity.reader === 'party' ? 'party' : 'staff'
  if (!seen.kind.transitions.some((t) => t.action === action && t.side === side && t.unasked))
    throw new Problem('not_allowed')
  const by = { side, actorId: accountId, actorName: side === 'staff' ? capacity.badge : null } as const
  const isOver = stateNow(seen.row, seen.kind, at) !== seen.row.state
  const authorised = isOver ? undefined : allowed(seen, { action, by, unasked: true }, at)
  if (!authorised) throw new Problem('action_not_open')
  return authorised
}
