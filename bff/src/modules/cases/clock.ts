/**
 * What the clock does for any service, by the same table as everybody: the level above is told of what nobody answered
 * in time, and what is over is written down. Both are computed wherever they are read; this may run late or twice.
 */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { advance } from './advance'
import { lapsed, overdue, unanswered } from './clock-store'
import type { Change, Kind } from './kind'
import { lapsesBeside } from './rules'
import { authoriseClock } from './service'

const batch = 50

/** One case a transaction, as many may be told of one. @returns how many moved */
export async function escalateOverdue(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = [
    ...(await unanswered(deps.db, statesWith(deps, 'escalate', 'unanswered'), at, batch)),
    ...(await overdue(deps.db, statesWith(deps, 'escalate', 'overdue'), at, batch)),
  ]
  return move(deps, found, 'escalate', at, { escalatedAt: at })
}

/** Of services that do not write it down themselves. @returns how many moved */
export async function lapseOverdue(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const states = statesWith(deps, 'lapse', 'lapsed', (kind, from) => !lapsesBeside(kind, from))
  return move(deps, await lapsed(deps.db, states, at, batch), 'lapse', at, {})
}

const move = (
  deps: Deps,
  found: readonly { id: string }[],
  action: string,
  at: Date,
  change: Change,
): Promise<number> =>
  eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => {
      const authorised = await authoriseClock(deps, tx, id, action, at)
      if (authorised) await advance(deps, tx, [authorised], { at, change })
      return authorised !== undefined
    }),
  )

/** From which states, as `type/state`, the tables let the clock do it under this condition. */
const statesWith = (
  { kinds }: Deps,
  action: string,
  condition: string,
  isOurs: (kind: Kind, from: string) => boolean = () => true,
): string[] =>
  [...kinds.values()].flatMap((kind) =>
    kind.transitions
      .filter((t) => t.side === 'system' && t.action === action && t.when?.includes(condition))
      .filter(({ from }) => isOurs(kind, from))
      .map(({ from }) => `${kind.type}/${from}`),
  )
