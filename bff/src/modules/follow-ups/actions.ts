/** Actions over HTTP: who may take which, by the row of the declared table and the place of whoever asks. */
import { type FollowUpDetail, type FollowUpRole } from '@linli/contracts/follow-ups'
import { followUpTransitions } from '@linli/contracts/follow-up-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { maskText } from '../../platform/masking'
import { mayName } from '../../platform/names'
import { claim, type Idempotency } from '../../platform/idempotency'
import { nameFault } from '../../platform/own-words'
import { Problem } from '../../platform/problem'
import { knownNames, transitionFor } from '../cases/service'
import { badgeFor } from '../identity/policy'
import { contactOf, type GrantFact, grantsOf } from '../identity/service'
import { carryOut, judged, lockFollowUp, type Taken } from './move'
import { roleOf } from './policy'
import { readFollowUp } from './read'
import type { FollowUpAction } from './rules'
import { type FollowUpRow, raterOf } from './store'

export interface Asked {
  id: string
  /** A review is asked as what it finds; which action that is depends on what is reviewed. */
  action: Exclude<FollowUpAction, 'approve' | 'object' | 'escalate'> | { stands: boolean }
  note: string | null
}

/** @throws Problem not_found, not_allowed, action_not_open, second_unit_needed, idempotency_key_reused */
export async function takeAction(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: Asked,
): Promise<FollowUpDetail> {
  const [grants, name] = await Promise.all([grantsOf(deps, who.accountId), raterName(deps, asked.id)])
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, asked.id, at)) return
    const { row, taken } = await authorise(tx, { accountId: who.accountId, grants }, asked, at)
    const note = taken.note && (await noteOf(deps, tx, { action: taken.action, note: taken.note }, row, name))
    await carryOut(deps, tx, row, { ...taken, note })
  })
  return readFollowUp(deps, who, asked.id)
}

async function raterName(deps: Deps, id: string): Promise<string | null> {
  const raterId = await raterOf(deps.db, id)
  return raterId ? (await contactOf(deps, raterId)).name : null
}

/** Actions of the unit itself, which does not know who it was and has to say when it was put right. */
const ofUnit: readonly FollowUpAction[] = ['rectify', 'appeal']

/**
 * A timeline stays for ever, and the unit reads most of it: what those above write, often right after a call, holds
 * nobody's name and no number; what the unit writes keeps its days. What may still hold a name is written again.
 * @throws Problem invalid_request
 */
async function noteOf(
  deps: Deps,
  tx: Tx,
  { action, note }: { action: FollowUpAction; note: string },
  { ratedId }: FollowUpRow,
  name: string | null,
): Promise<string> {
  const masked = maskText(note, await knownNames(deps, tx, ratedId, name), ofUnit.includes(action))
  if (mayName(masked)) throw new Problem('invalid_request', undefined, [nameFault('body.note')])
  return masked
}

async function authorise(
  tx: Tx,
  { accountId, grants }: { accountId: string; grants: readonly GrantFact[] },
  asked: Asked,
  at: Date,
): Promise<{ row: FollowUpRow; taken: Taken }> {
  const row = await lockFollowUp(tx, asked.id, accountId)
  const role = row && roleOf(row, accountId, grants)
  if (!row || !role) throw new Problem('not_found')
  const side = role === 'rater' ? 'party' : 'staff'
  const action = actionOf(asked.action, row)
  mayTake(action, role, row)
  const transition = transitionFor(judged(row), { action, side }, at)
  if (!transition) throw new Problem('action_not_open')
  const actorName = side === 'staff' ? badgeFor(grants, row.community) : null
  return {
    row,
    taken: { action, to: transition.to, side, actorId: accountId, actorName, note: asked.note, at },
  }
}

function actionOf(asked: Asked['action'], row: FollowUpRow): FollowUpAction {
  if (typeof asked === 'string') return asked
  if (row.reviewing === 'verdict') return asked.stands ? 'conclude' : 'again'
  return asked.stands ? 'uphold' : 'overturn'
}

/**
 * Is this an action of their place at all, in any state? Those above are handler or reviewer by the state alone, so either
 * one's action is only not open now.
 * @throws Problem not_allowed, second_unit_needed
 */
function mayTake(action: FollowUpAction, role: FollowUpRole, row: FollowUpRow): void {
  const by = followUpTransitions.find((t) => t.action === action)?.by
  const above = role === 'handler' || role === 'reviewer'
  if (by === 'reviewer' && role === 'handler' && row.state === 'reviewing')
    throw new Problem('second_unit_needed')
  const theirs = by === undefined ? role === 'rater' : by === role || (by !== 'unit' && above)
  if (!theirs) throw new Problem('not_allowed')
}
