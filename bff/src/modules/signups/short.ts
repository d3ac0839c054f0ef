/**
 * The promise: where a task for somebody is not full, its person and whoever asked for them hear so the evening before, and
 * whoever organises it as it begins; who comes all the same stands on its list.
 */
import { officesFrom } from '@linli/contracts/ladder'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { eachOf } from '../../platform/each'
import { nearestWith } from '../identity/service'
import { notify, notifyPeople } from '../notices/service'
import { type ShortRow, shortTasks } from './short-store'

const batch = 200

/** May run late or twice: each is told once. @returns of how many tasks */
export async function tellShort(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await shortTasks(deps.db, at, batch), (row) =>
    deps.db.transaction(async (tx) => {
      if (row.startsAt > at) await notifyPeople(tx, [row.needId], 'need_unsure', at, row.evening)
      else await tellDesk(deps, tx, row, at)
      return true
    }),
  )
}

async function tellDesk({ ids }: Deps, tx: Tx, row: ShortRow, at: Date): Promise<void> {
  const { taskId, needId, startsAt, community } = row
  for (const accountId of await nearestWith(tx, officesFrom(community), ['staff', 'grid_worker']))
    await notify(tx, {
      id: ids.id(),
      eventKey: `${taskId}/task_short/${startsAt.toISOString()}/${accountId}`,
      ...{ accountId, caseId: needId, kind: 'task_short', at, deliverAt: at },
    })
}
