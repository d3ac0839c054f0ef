/** Moves that are no button of the case, but follow from something of its own: a time, a referral. */
import type { CaseAction } from '@linli/contracts/case-base'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { allowed, type Authorised, capacityInside, lockCase, seenInside, stateNow } from '../cases/service'
import { consultationKind } from './kind'

/**
 * Locks the case and decides whether one of its two may do this now; nobody else learns that there is one.
 * @throws Problem not_found, not_allowed (the other side's), action_not_open
 */
export async function authoriseStep(
  deps: Deps,
  tx: Tx,
  { accountId }: Pick<Who, 'accountId'>,
  { id, action }: { id: string; action: CaseAction },
  at: Date,
): Promise<Authorised> {
  const seen = await seenInside(deps, tx, await lockCase(tx, id))
  const capacity = seen && (await capacityInside(tx, seen, accountId))
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
