/**
 * What the clock does to a follow-up: tells a level higher that it is late. It ends nothing, ever. Whether something is
 * overdue is computed wherever it is read; this may run late or twice.
 */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { dayOf, startOfDay } from '../../platform/shanghai'
import { transitionFor } from '../cases/service'
import { carryOut, judged, lockFollowUp } from './move'
import { lateDue } from './rules'
import { lateFollowUps } from './store'

const batch = 50

/**
 * One follow-up a transaction: one that cannot be moved does not hold up the others.
 * @returns how many were escalated
 * @throws the first failure, after all of the batch were tried
 */
export async function escalateFollowUps(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const failures: unknown[] = []
  let escalated = 0
  for (const { id } of await lateFollowUps(deps.db, at, startOfDay(dayOf(at)), batch)) {
    try {
      if (await deps.db.transaction((tx) => escalate(deps, tx, id, at))) escalated += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return escalated
}

/** @returns false when its table does not let the clock do it, or not any more */
async function escalate(deps: Deps, tx: Tx, id: string, at: Date): Promise<boolean> {
  const row = await lockFollowUp(tx, id, null)
  if (!row) return false
  // The hard stop is a due time of its own.
  const one = judged({ ...row, dueAt: lateDue(row, at) })
  const transition = transitionFor(one, { action: 'escalate', side: 'system' }, at)
  if (!transition) return false
  const nobody = { side: 'system', actorId: null, actorName: null, note: null } as const
  await carryOut(deps, tx, row, { step: 'escalate', to: transition.to, at, ...nobody })
  return true
}
