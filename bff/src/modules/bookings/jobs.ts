/**
 * What the clock does: tell the township of a request nobody answered in time, and close what has been used. Whether
 * something is overdue is computed wherever it is read; these only tell and tidy, and may run late or twice.
 */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { insertEvent, moveCase } from '../cases/service'
import { notify } from '../notices/service'
import { accountsAbove, lockEnded, lockOverdue } from './store'

export async function escalateOverdue(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const rows = await lockOverdue(tx, at)
    for (const { id, community, waiting_for: waitingFor } of rows) {
      const told = {
        to: 'pending',
        waitingFor,
        decidedBy: null,
        decidedAt: null,
        closedAt: null,
      } as const
      if (!(await moveCase(tx, id, 'pending', { ...told, escalatedAt: at }))) continue
      await bySystem(tx, { caseId: id, at, action: 'escalate', from: 'pending', to: 'pending' })
      for (const { accountId } of await accountsAbove(tx, community))
        await notify(tx, {
          id: deps.ids.id(),
          eventKey: `${id}/escalate/${at.toISOString()}/${accountId}`,
          accountId,
          caseId: id,
          kind: 'booking_escalated',
          at,
          deliverAt: at,
        })
    }
    return rows.length
  })
}

export async function completeEnded(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const rows = await lockEnded(tx, at)
    for (const { id } of rows) {
      const done = {
        to: 'completed',
        waitingFor: 'nobody',
        decidedBy: null,
        decidedAt: null,
        closedAt: at,
      } as const
      if (!(await moveCase(tx, id, 'confirmed', done))) continue
      await bySystem(tx, { caseId: id, at, action: 'complete', from: 'confirmed', to: 'completed' })
    }
    return rows.length
  })
}

type SystemEvent = Pick<Parameters<typeof insertEvent>[1], 'caseId' | 'at' | 'action' | 'from' | 'to'>

const bySystem = (tx: Tx, event: SystemEvent): Promise<void> =>
  insertEvent(tx, {
    ...event,
    side: 'system',
    actorId: null,
    actorName: null,
    note: null,
    alternativeRoomId: null,
  })
