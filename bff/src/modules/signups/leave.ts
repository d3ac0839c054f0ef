/** The one way out of a task: the case ends, its entry in the line ends, and its place is free. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { advance, type Authorised } from '../cases/service'
import { endEntries } from '../line/service'
import { release } from './line'
import type { Place } from './store'

/** Ends locked cases of one task under the lock of its line; what they had is free. */
export async function leave(
  deps: Deps,
  tx: Tx,
  { taskId, lineId }: Pick<Place, 'taskId' | 'lineId'>,
  all: readonly Authorised[],
  note: string | null,
  at: Date,
): Promise<void> {
  const had = all.filter(({ row }) => row.state === 'confirmed' || row.state === 'held').length
  await advance(deps, tx, all, { note, at })
  await endEntries(
    tx,
    all.map(({ row }) => row.id),
    at,
  )
  if (had > 0) await release(tx, { id: lineId, taskId }, had, at)
}
