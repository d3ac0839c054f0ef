/** The promise: where something else ends a signup, it ends by its table, and its place goes to the next in line. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { authoriseMany } from '../cases/service'
import { findLineId, lockLine, settle } from '../line/service'
import { taskLine } from './line'
import { leave } from './leave'
import { openSignupsBy } from './store'

type Open = Awaited<ReturnType<typeof openSignupsBy>>[number]

export async function endUnfitSignup(
  deps: Deps,
  tx: Tx,
  { id, taskId }: Pick<Open, 'id' | 'taskId'>,
  at: Date,
  action: 'unfit' | 'call_off' = 'unfit',
): Promise<boolean> {
  const lineId = await findLineId(tx, { kind: 'task', taskId })
  if (!lineId) return false
  await lockLine(tx, lineId)
  const all = await authoriseMany(deps, tx, [id], { action, unasked: true }, at)
  await leave(deps, tx, { taskId, lineId }, all, null, at)
  await settle(deps, tx, taskLine, lineId, at)
  return all.length > 0
}

/** A guardian took the consent back, or the child is erased. */
export async function leaveTasksAsChild(deps: Deps, tx: Tx, childId: string, at: Date): Promise<void> {
  for (const open of await openSignupsBy(tx, [childId])) await endUnfitSignup(deps, tx, open, at)
}

/** Two accounts that become one are in one place at a time: what stands stays, then what was asked for first. */
export async function oneTaskAtATime(
  deps: Deps,
  tx: Tx,
  { from, into }: { from: string; into: string },
  at: Date,
): Promise<void> {
  const kept: Open[] = []
  for (const open of await openSignupsBy(tx, [from, into])) {
    const clashes = kept.some(
      (k) =>
        k.taskId === open.taskId ||
        (open.state !== 'waiting' && k.startsAt < open.endsAt && open.startsAt < k.endsAt),
    )
    if (clashes) await endUnfitSignup(deps, tx, open, at)
    else kept.push(open)
  }
}
