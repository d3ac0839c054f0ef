/**
 * What the clock does to a follow-up: tells a level higher that it is late. It ends nothing, ever. Whether something is
 * overdue is computed wherever it is read; this may run late or twice.
 */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { eachOf } from '../../platform/each'
import { dayOf, startOfDay } from '../../platform/shanghai'
import { transitionFor } from '../cases/service'
import { carryOut, judged, lockFollowUp } from './move'
import { lateDue } from './rules'
import { lateFollowUps } from './store'

const batch = 50

/** @returns how many were escalated */
export async function escalateFollowUps(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await lateFollowUps(deps.db, at, startOfDay(dayOf(at)), batch), ({ id }) =>
    deps.db.transaction((tx) => escalate(deps, tx, id, at)),
  )
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
  await carryOut(deps, tx, row, { action: 'escalate', to: transition.to, at, ...nobody })
  return true
}
