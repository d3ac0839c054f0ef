/**
 * The promise: what was said in a matter is kept for its term after the end and no longer (docs/product.md › Rule 6): words,
 * names and pictures go, and the key of the case with them, so that no copy opens any more. What is open, or can still be
 * asked on, is not touched.
 */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { proveErasure } from '../../platform/erasure'
import { readOf } from '../../platform/read'
import { dayMs } from '../../platform/shanghai'
import { destroyCaseKeys } from '../case-keys/service'
import { lockCase } from '../cases/service'
import { directory } from '../divisions/service'
import { deleteFilesOf } from '../files/service'
import * as store from './forget-store'

const batch = 50

/** @returns how many matters of a batch were emptied */
export async function forgetConsultations(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const [divisions, communities] = await Promise.all([
    directory(deps),
    store.communitiesAdvised(deps.db.statement),
  ])
  const terms = communities.map(({ community }) => ({
    community,
    before: new Date(now.getTime() - divisions.settings(community).keep_legal_days * dayMs),
  }))
  const found = await store.oldMatters(deps.db.statement, terms, { now, limit: batch })
  return eachOf(found, ({ id }) => forget(deps, terms, id, now))
}

/** Looked at again once it is held: its person may have asked on in this moment. */
const forget = (deps: Deps, terms: readonly store.Term[], id: string, now: Date): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    await lockCase(tx, id)
    const [row] = await store.oldMatters(readOf(tx), terms, { now, limit: 1, only: id })
    if (!row) return false
    const legal = (await store.emptyMatter(tx, id)) + (await deleteFilesOf(tx, [id]))
    await destroyCaseKeys(tx, [id])
    await proveErasure(tx, { aboutId: row.subjectId, cause: 'retention', fields: { legal }, at: now })
    return true
  })
