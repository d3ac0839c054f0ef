/**
 * The promise: one line for every service: the first by published points and then by arrival is asked first, an offer
 * is kept for its person until its deadline, and everybody can see where they stand and why.
 */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { Problem } from '../../platform/problem'
import { forgetRanks } from './ranks'
import type { LineResource } from './resource'
import { settle } from './settle'
import { findLineId, insertEntries, insertLine, type LineKey, lockLine, type NewEntry } from './store'

export type { Entry, Line, LineResource, Resources } from './resource'
export type { NewEntry } from './store'
export { placeNow } from './seen-rank'
export { settle } from './settle'
export { attempt, findLineId, lockLine, markEnded as endEntries, moveEntries } from './store'

/** Finds the line or makes it. @returns its id */
export async function openLine(tx: Tx, key: LineKey, at: Date): Promise<string> {
  const known = await findLineId(tx, key)
  if (known) return known
  await insertLine(tx, key, at)
  const made = await findLineId(tx, key)
  if (!made) throw new Problem('busy')
  return made
}

/**
 * Puts cases that were just made in the state `waiting` into the line, in the order given. Siblings share their
 * group's id and score.
 */
export async function join(tx: Tx, lineId: string, entries: readonly NewEntry[], at: Date): Promise<void> {
  if (entries.length > 0) await insertEntries(tx, lineId, entries, at)
}

/** Has the line settled once more, later: for what frees only then. */
export const settleAfter = (tx: Tx, lineId: string, runAt: Date): Promise<void> =>
  addJob(tx, 'settle_line', { lineId }, runAt)

/** Settles a line in a transaction of its own. */
export async function settleNow(deps: Deps, resource: LineResource, lineId: string): Promise<void> {
  const line = await deps.db.transaction(async (tx) => {
    await settle(deps, tx, resource, lineId, deps.clock.now())
    return lockLine(tx, lineId)
  })
  if (!line) return
  resource.changed(deps, line)
  forgetRanks(deps, lineId)
}
