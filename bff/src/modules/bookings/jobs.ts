/**
 * What the clock does, by the same table as everybody: tell the township of a request nobody answered in time, and
 * close what has been used. Whether something is overdue is computed wherever it is read; these only tell and tidy, and
 * may run late or twice.
 */
import type { Deps } from '../../deps'
import type { Db, Tx } from '../../platform/db'
import { advance, authoriseClock } from '../cases/service'
import { endedCases, overdueCases } from './store'

/** @returns how many moved */
export const escalateOverdue = (deps: Deps): Promise<number> =>
  eachCase(deps, overdueCases, (tx, id, at) => moveByClock(deps, tx, id, 'escalate', at))

/** @returns how many moved */
export const completeEnded = (deps: Deps): Promise<number> =>
  eachCase(deps, endedCases, (tx, id, at) => moveByClock(deps, tx, id, 'complete', at))

const batch = 50

/**
 * One case a transaction: a case that cannot be moved, or of which many are told, does not hold up the others.
 * @throws the first failure, after all of the batch were tried
 */
async function eachCase(
  deps: Deps,
  find: (db: Db, now: Date, limit: number) => Promise<{ id: string }[]>,
  move: (tx: Tx, id: string, at: Date) => Promise<boolean>,
): Promise<number> {
  const at = deps.clock.now()
  const failures: unknown[] = []
  let moved = 0
  for (const { id } of await find(deps.db, at, batch)) {
    try {
      if (await deps.db.transaction((tx) => move(tx, id, at))) moved += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return moved
}

/** @returns whether its table let the clock move it now */
async function moveByClock(
  deps: Deps,
  tx: Tx,
  id: string,
  action: 'escalate' | 'complete',
  at: Date,
): Promise<boolean> {
  const authorised = await authoriseClock(deps, tx, id, action, at)
  if (!authorised) return false
  await advance(deps, tx, [authorised], { at, change: action === 'escalate' ? { escalatedAt: at } : {} })
  return true
}
