/**
 * What the clock does, by the same table as everybody: tell the township of a request nobody answered in time, and
 * close what has been used. Whether something is overdue is computed wherever it is read; these only tell and tidy, and
 * may run late or twice.
 */
import type { CaseAction } from '@linli/contracts/case-base'
import type { Deps } from '../../deps'
import type { Db, Tx } from '../../platform/db'
import { authoriseClock, insertEvent, moveCase } from '../cases/service'
import { notify } from '../notices/service'
import { isClosed } from './rules'
import { accountsAbove, endedCases, overdueCases } from './store'

type Row = NonNullable<Awaited<ReturnType<typeof authoriseClock>>>['row']

/** @returns how many moved */
export const escalateOverdue = (deps: Deps): Promise<number> =>
  eachCase(deps, overdueCases, async (tx, id, at) => {
    const row = await moveByClock(tx, id, 'escalate', at)
    if (!row) return false
    for (const { accountId } of await accountsAbove(tx, row.community))
      await notify(tx, {
        id: deps.ids.id(),
        eventKey: `${row.id}/escalate/${at.toISOString()}/${accountId}`,
        accountId,
        caseId: row.id,
        kind: 'booking_escalated',
        at,
        deliverAt: at,
      })
    return true
  })

/** @returns how many moved */
export const completeEnded = (deps: Deps): Promise<number> =>
  eachCase(deps, endedCases, async (tx, id, at) => Boolean(await moveByClock(tx, id, 'complete', at)))

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

/** @returns the case as it was, if its table let the clock move it now */
async function moveByClock(tx: Tx, id: string, action: CaseAction, at: Date): Promise<Row | undefined> {
  const authorised = await authoriseClock(tx, id, action, at)
  if (!authorised) return undefined
  const { row, to } = authorised
  const moved = await moveCase(tx, id, row.state, {
    to,
    waitingFor: isClosed(to) ? 'nobody' : row.waitingFor,
    decidedBy: null,
    decidedAt: null,
    closedAt: isClosed(to) ? at : null,
    ...(action === 'escalate' && { escalatedAt: at }),
  })
  if (!moved) return undefined
  await insertEvent(tx, {
    caseId: id,
    at,
    action,
    from: row.state,
    to,
    side: 'system',
    actorId: null,
    actorName: null,
    note: null,
    alternativeRoomId: null,
  })
  return row
}
