/**
 * What the clock does, by the same table as everybody: tell the township of a request nobody answered in time, and
 * close what has been used. Whether something is overdue is computed wherever it is read; these only tell and tidy, and
 * may run late or twice.
 */
import type { CaseAction } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { authoriseClock, insertEvent, moveCase } from '../cases/service'
import { notify } from '../notices/service'
import { isClosed } from './rules'
import { accountsAbove, endedCases, overdueCases } from './store'

type Row = NonNullable<Awaited<ReturnType<typeof authoriseClock>>>['row']

/** One case a transaction: however many are told of it, one case cannot hold up the others. @returns how many moved */
export async function escalateOverdue(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const [found] = await overdueCases(tx, at, 1)
    const row = found && (await moveByClock(tx, found.id, 'escalate', at))
    if (!row) return 0
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
    return 1
  })
}

/** @returns how many moved */
export async function completeEnded(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    let moved = 0
    for (const { id } of await endedCases(tx, at, 50))
      if (await moveByClock(tx, id, 'complete', at)) moved += 1
    return moved
  })
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
