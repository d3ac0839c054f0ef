/**
 * What the clock does for any service, by the same table as everybody: the level above is told of what nobody answered
 * in time. Whether something is overdue is computed wherever it is read; this only tells, and may run late or twice.
 */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { advance } from './advance'
import { unanswered } from './clock-store'
import { authoriseClock } from './service'

const batch = 50

/** One case a transaction, as many may be told of one. @returns how many moved */
export async function escalateOverdue(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await unanswered(deps.db, escalating(deps), at, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const authorised = await authoriseClock(deps, tx, id, 'escalate', at)
      if (authorised) await advance(deps, tx, [authorised], { at, change: { escalatedAt: at } })
      return authorised !== undefined
    }),
  )
}

/** The services whose table lets the clock do it once nobody has answered. */
const escalating = ({ kinds }: Deps): string[] =>
  [...kinds.values()]
    .filter((kind) => kind.transitions.some((t) => t.action === 'escalate' && t.when?.includes('unanswered')))
    .map(({ type }) => type)
