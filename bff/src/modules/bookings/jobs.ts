/** What the clock does: it closes what has been used, by the same table as everybody. It may run late or twice. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { advance, authoriseClock } from '../cases/service'
import { endedCases } from './store'

const batch = 50

/** @returns how many moved */
export async function completeEnded(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await endedCases(deps.db, at, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const authorised = await authoriseClock(deps, tx, id, 'complete', at)
      if (authorised) await advance(deps, tx, [authorised], { at })
      return authorised !== undefined
    }),
  )
}
