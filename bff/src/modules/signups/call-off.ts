/** The promise: whoever stands by a task that is not needed any more, or waits for it, hears so at once. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { authoriseMany } from '../cases/service'
import { findLineId, lockLine } from '../line/service'
import { cancelTask, findTask, openTasksOf, organiserOf } from '../tasks/service'
import { leave } from './leave'
import { openSignupsOf, toldOff } from './store'

/** @throws Problem not_found, not_allowed (a supervisor), task_over (it began, or was called off) */
export async function callOffTask(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<{ told: number }> {
  const told = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return toldOff(tx, id)
    const task = await findTask(readOf(tx), id)
    if (!task) throw new Problem('not_found')
    await organiserOf(tx, who, task)
    if (task.state !== 'open' || task.startsAt <= at) throw new Problem('task_over')
    await callOff(deps, tx, id, at)
    return toldOff(tx, id)
  })
  return { told }
}

async function callOff(deps: Deps, tx: Tx, taskId: string, at: Date): Promise<void> {
  const lineId = await findLineId(tx, { kind: 'task', taskId })
  if (!lineId) return
  await lockLine(tx, lineId)
  if (!(await cancelTask(tx, taskId))) return
  const ids = (await openSignupsOf(tx, taskId)).map((row) => row.id)
  const all = await authoriseMany(deps, tx, ids, { action: 'call_off', unasked: true }, at)
  await leave(deps, tx, { taskId, lineId }, all, null, at)
  const needId = (await findTask(readOf(tx), taskId))?.needId
  if (needId) await addJob(tx, 'look_at_need', { needId }, at)
}

/**
 * What is ahead of a need that staff or its person have settled otherwise. It may run late: what was asked for since then
 * stays.
 * @param settled the need, and its tasks when it was settled; jobs of before name none
 */
export const callOffTasksOf = (
  deps: Deps,
  { needId, taskIds }: { needId: string; taskIds?: readonly string[] | undefined },
): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    for (const { id } of await openTasksOf(tx, needId, at))
      if (taskIds === undefined || taskIds.includes(id)) await callOff(deps, tx, id, at)
  })
