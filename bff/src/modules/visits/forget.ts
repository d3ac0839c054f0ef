/** The promise: a visit's note, and what is written of whoever moved away or died, is kept for its term and no longer. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { proveErasure } from '../../platform/erasure'
import { addDays, dayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { communitiesVisited, emptyOld, oldElders } from './forget-store'
import { lockElders } from './store'

const batch = 50

/** @returns of how many elders of a batch something went */
export async function forgetVisits(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const divisions = await directory(deps)
  const terms = (await communitiesVisited(deps.db)).map(({ community }) => ({
    community,
    before: addDays(dayOf(at), -divisions.settings(community).keep_visit_days),
  }))
  return eachOf(await oldElders(deps.db, terms, batch), ({ id, before }) =>
    deps.db.transaction(async (tx) => {
      await lockElders(tx, [id])
      const fields = await emptyOld(tx, id, before)
      await proveErasure(tx, { aboutId: id, cause: 'retention', fields, at })
      return fields.health + fields.contact > 0
    }),
  )
}
