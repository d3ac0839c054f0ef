/** What the clock does: who was visited is asked, then staff are to ask. It may run late or twice. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { dayMs } from '../../platform/shanghai'
import { advance, authoriseClock } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { answerDue } from './due'
import { askedSince, endedBy } from './store'

const batch = 50

/** When the visit is over its person is asked, and its hour stands on nobody's list any more. @returns how many moved */
export async function askVisited(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await endedBy(deps.db, at, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const authorised = await authoriseClock(deps, tx, id, 'finish', at)
      if (authorised) await advance(deps, tx, [authorised], { at, change: { startsAt: null, endsAt: null } })
      return authorised !== undefined
    }),
  )
}

/** A day later staff are to ask by telephone, by a time that is said. @returns how many moved */
export async function chaseSilent(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  // Whom nobody can ask in the app is asked for at once: the table of the case says whom.
  const found = await askedSince(deps.db, new Date(at.getTime() - dayMs), at, batch)
  return eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => {
      const authorised = await authoriseClock(deps, tx, id, 'chase', at)
      if (!authorised) return false
      const dueAt = answerDue(await settingsInside(tx, authorised.row.community), at)
      await advance(deps, tx, [authorised], { at, change: { dueAt, escalatedAt: null } })
      return true
    }),
  )
}
