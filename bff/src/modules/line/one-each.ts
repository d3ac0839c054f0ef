/** One person waits once in a line: when two accounts become one, the entry that stands earlier stays. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { advance, allowed, lockCase, seenInside } from '../cases/service'
import { doubled, lockLine, markEnded } from './store'
import { settleAfter } from './service'

const why = '两个账户合并成一个，保留排得靠前的那个'

/** The lines by id, each with its case (docs/locks.md). What is held for the one that goes is offered to the next. */
export async function oneEntryEach(
  deps: Deps,
  tx: Tx,
  { from, into }: { from: string; into: string },
  at: Date,
): Promise<void> {
  for (const { lineId, caseId } of await doubled(tx, [from, into])) {
    await lockLine(tx, lineId)
    const seen = await seenInside(deps, tx, await lockCase(tx, caseId))
    if (!seen) continue
    const action = seen.row.state === 'held' ? 'decline' : 'leave'
    const by = { side: 'party' as const, actorId: seen.row.subjectId, actorName: null }
    const authorised = allowed(seen, { action, by }, at)
    if (!authorised) continue
    await advance(deps, tx, [authorised], { note: why, at })
    await markEnded(tx, [caseId], at)
    await settleAfter(tx, lineId, at)
  }
}
