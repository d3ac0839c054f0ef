/** What a task's line gives out: places, counted in the task's row, to whoever still fits it. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { readOf } from '../../platform/read'
import type { Entry, Line, LineResource } from '../line/service'
import { settleAfter } from '../line/service'
import { findTask, freePlaces, givePlaceBack, takePlace } from '../tasks/service'
import { fitOfEntry } from './fit'

const idOf = ({ taskId }: Line): string => taskId ?? ''

export const taskLine: LineResource = {
  kind: 'task',
  free: (tx, line) => freePlaces(tx, idOf(line)),
  async take(deps, tx, line, entries, at) {
    for (const entry of entries) if (!(await stand(deps, tx, line, entry, at))) return false
    return true
  },
  release: (tx, line, entries, at) => release(tx, { id: line.id, taskId: idOf(line) }, entries.length, at),
  startOf: (_tx, _line, entry) => Promise.resolve(entry.until),
  changed: () => undefined,
}

/** Their time is kept by the database, as soon as the case says `held`. */
async function stand(deps: Deps, tx: Tx, line: Line, entry: Entry, at: Date): Promise<boolean> {
  const task = await findTask(readOf(tx), idOf(line))
  return task !== undefined && (await fitOfEntry(deps, tx, task, entry, at)) && takePlace(tx, task, at)
}

/**
 * Gives places back. Who joins does not take the line's lock, so somebody may join between the look through the line and
 * the end of this transaction: the job looks once more after it, and no place is lost.
 */
export async function release(
  tx: Tx,
  line: { id: string; taskId: string },
  places: number,
  at: Date,
): Promise<void> {
  await givePlaceBack(tx, line.taskId, places)
  await settleAfter(tx, line.id, at)
}
