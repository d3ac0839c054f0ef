/** One person waits once in a line: when two accounts become one, the entry that stands earlier stays. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { advance, allowed, lockCase, seenInside } from '../cases/service'
import { doubled, findEntry, lockLine, markEnded } from './store'
import type { Resources } from './resource'
import { settleAfter } from './service'
import { settle } from './settle'

const why = '两个账户合并成一个，保留排得靠前的那个'

/**
 * Offers that are over are written down first, or the one that still counts would go. What is held for the one that goes
 * is offered to the next (docs/locks.md).
 */
export async function oneEntryEach(
  deps: Deps,
  resources: Resources,
  tx: Tx,
  { from, into }: { from: string; into: string },
  at: Date,
): Promise<void> {
  for (const lineId of new Set((await doubled(tx, [from, into])).map((one) => one.lineId))) {
    const line = await lockLine(tx, lineId)
    if (line) await settle(deps, tx, resources[line.kind], lineId, at)
  }
  for (const { lineId, caseId } of await doubled(tx, [from, into])) {
    const line = await lockLine(tx, lineId)
    const seen = await seenInside(deps, tx, await lockCase(tx, caseId))
    if (!seen) continue
    const action = seen.row.state === 'held' ? 'decline' : 'leave'
    const by = { side: 'party' as const, actorId: seen.row.subjectId, actorName: null }
    const authorised = allowed(seen, { action, by }, at)
    if (!authorised) continue
    const entry = action === 'decline' && (await findEntry(tx, caseId))
    await advance(deps, tx, [authorised], { note: why, at })
    await markEnded(tx, [caseId], at)
    if (line && entry) await resources[line.kind].release(tx, line, [entry], at)
    await settleAfter(tx, lineId, at)
  }
}
