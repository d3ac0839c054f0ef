/** One person waits once in a line: when two accounts become one, the entry that stands earlier stays. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { insertEvent, lockCase, transitionFor } from '../cases/service'
import { moveTo } from './settle'
import { doubled, lockLine, markEnded } from './store'
import { settleAfter } from './service'

const why = '两个账户合并成一个，保留排得靠前的那个'

/** Lock order: the lines by id, then their cases. What is held for the one that goes is offered to the next. */
export async function oneEntryEach(
  _deps: Deps,
  tx: Tx,
  { from, into }: { from: string; into: string },
  at: Date,
): Promise<void> {
  for (const { lineId, caseId } of await doubled(tx, [from, into])) {
    await lockLine(tx, lineId)
    const row = await lockCase(tx, caseId)
    const action = row?.state === 'held' ? 'decline' : 'leave'
    const transition = row && transitionFor(row, action, 'party', at, row.subjectId)
    if (!row || !transition || !(await moveTo(tx, row, transition.to, at))) continue
    await markEnded(tx, [row.id], at)
    await insertEvent(tx, {
      caseId: row.id,
      at,
      action,
      from: row.state,
      to: transition.to,
      side: 'party',
      actorId: row.subjectId,
      actorName: null,
      note: why,
      alternativeRoomId: null,
    })
    await settleAfter(tx, lineId, at)
  }
}
