/** What the clock does: of whoever has not said whether they were helped, staff are to ask. It may run late or twice. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { advance, authoriseClock } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { answerDue } from './service'
import { unsaid } from './store'

const batch = 50

/** @returns how many moved */
export async function askUnsaid(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await unsaid(deps.db, at, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const authorised = await authoriseClock(deps, tx, id, 'lapse', at)
      if (!authorised) return false
      const dueAt = answerDue(await settingsInside(tx, authorised.row.community), at)
      // Its hour is over: from here on it is by when staff ask that counts.
      await advance(deps, tx, [authorised], {
        at,
        change: { startsAt: null, endsAt: null, dueAt, escalatedAt: null },
      })
      return true
    }),
  )
}
