/**
 * The promise: where a task for somebody is not full, its person hears so the evening before, and whoever organises it as it
 * begins; who comes all the same stands on its list.
 */
import { officesFrom } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { eachOf } from '../../platform/each'
import { addDays, dayMs, dayOf, instantAt } from '../../platform/shanghai'
import { nearestWith } from '../identity/service'
import { notify } from '../notices/service'
import { type ShortRow, shortTasks } from './short-store'

const batch = 200
const hourMs = 3_600_000
const eveningOf = (startsAt: Date): Date => instantAt(addDays(dayOf(startsAt), -1), 19 * 60)

/** May run late or twice: each is told once. @returns of how many tasks */
export async function tellShort(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await shortTasks(
    deps.db,
    new Date(at.getTime() - hourMs),
    new Date(at.getTime() + 2 * dayMs),
    batch,
  )
  return eachOf(found, (row) => deps.db.transaction((tx) => tell(deps, tx, row, at)))
}

async function tell(deps: Deps, tx: Tx, row: ShortRow, at: Date): Promise<boolean> {
  if (row.startsAt <= at) {
    const told = await nearestWith(tx, officesFrom(row.community), ['staff', 'grid_worker'])
    for (const accountId of told) await tellOne(deps, tx, row, { kind: 'task_short', accountId, at })
    return true
  }
  const evening = eveningOf(row.startsAt)
  // What was asked for after it was not to be full by then.
  if (at < evening || row.createdAt > evening) return false
  await tellOne(deps, tx, row, { kind: 'need_unsure', accountId: row.personId, at })
  return true
}

const tellOne = (
  { ids }: Deps,
  tx: Tx,
  { taskId, needId, startsAt }: ShortRow,
  { kind, accountId, at }: { kind: NoticeKind; accountId: string; at: Date },
): Promise<void> =>
  notify(tx, {
    id: ids.id(),
    eventKey: `${taskId}/${kind}/${startsAt.toISOString()}/${accountId}`,
    accountId,
    caseId: needId,
    kind,
    at,
    deliverAt: at,
  })
