/** What is nobody's any more goes; running a job twice, late or after a crash changes nothing. */
import type { Deps } from '../../deps'
import { dayOf } from '../../platform/shanghai'
import { orphanMs, unattachedMs, unfinishedMs } from './rules'
import * as store from './store'

const before = ({ clock }: Deps, ms: number): Date => new Date(clock.now().getTime() - ms)

/** The objects of pages whose rows have gone. */
export async function removeObjects({ files }: Deps, objectIds: readonly string[]): Promise<void> {
  for (const objectId of objectIds) await files.store.remove(objectId)
}

/** Uploads that were never finished, and what was never sent with anything. @returns how many of a batch */
export const forgetFiles = (deps: Deps): Promise<number> =>
  store.deleteForgotten(deps.db, before(deps, unfinishedMs), before(deps, unattachedMs))

const batch = 500

/** Objects that no row knows: a process was killed, or the database is an older one. @returns how many went */
export async function removeOrphans(deps: Deps): Promise<number> {
  let removed = 0
  let keys: string[] = []
  async function sweep(): Promise<void> {
    const known = new Set((await store.knownObjects(deps.db, keys)).map(({ id }) => id))
    const orphans = keys.filter((key) => !known.has(key))
    await removeObjects(deps, orphans)
    removed += orphans.length
    keys = []
  }
  for await (const key of deps.files.store.list(before(deps, orphanMs))) {
    keys.push(key)
    if (keys.length === batch) await sweep()
  }
  await sweep()
  return removed
}

/** How much somebody handed in is of interest on that day. */
export const forgetQuotas = (deps: Deps): Promise<number> =>
  store.forgetQuotas(deps.db, dayOf(before(deps, orphanMs)))
