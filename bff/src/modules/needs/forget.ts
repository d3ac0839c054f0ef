/**
 * The promise: what somebody needed a hand with, where, who came, and what was said of it is kept for its term after the end and no longer
 * (docs/product.md › Rule 6); the case stays as number, kind and dates.
 */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { proveErasure } from '../../platform/erasure'
import { dayMs } from '../../platform/shanghai'
import { lockCase } from '../cases/service'
import { directory } from '../divisions/service'
import { letKeptGo } from '../identity/service'
import { tagOfWish } from './rules'
import * as store from './store'

const batch = 50

/** @returns how many needs of a batch were emptied, and how many accounts of people served go */
export async function forgetNeeds(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const divisions = await directory(deps)
  const terms = (await store.communitiesHelped(deps.db)).map(({ community }) => ({
    community,
    before: new Date(now.getTime() - divisions.settings(community).keep_need_days * dayMs),
  }))
  const emptied = await eachOf(await store.oldNeeds(deps.db, terms, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      // What is over stays over: nothing opens a need again once it is closed.
      const row = await lockCase(tx, id)
      const went = await store.emptyNeed(tx, id)
      if (!row || !went || went.wish + went.others === 0) return false
      const { wish, others } = went
      const fields =
        tagOfWish(went) === 'health' ? { health: wish, contact: others } : { contact: wish + others }
      await store.eraseNotes(tx, id, now)
      await proveErasure(tx, { aboutId: row.subjectId, cause: 'retention', fields, at: now })
      return true
    }),
  )
  // Where nothing is kept for longer, whoever never signed in goes with the last of their needs.
  const before = new Date(Math.min(now.getTime(), ...terms.map((term) => term.before.getTime())))
  return emptied + (await letKeptGo(deps, before))
}
