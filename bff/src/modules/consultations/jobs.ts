/** The promise: nobody's absence keeps a question from an answer; what cannot be given to anybody is the desk's again. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { dayOf } from '../../platform/shanghai'
import { advance, authoriseMany } from '../cases/service'
import { barredCases } from './assign'
import { abandoned, heldAround, stranded, unowned } from './assign-store'
import { giveOn } from './give-on'

const batch = 50

/** Ends what nobody waits for any more. @returns how many ended */
export async function endAbandoned(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await deps.db.transaction((tx) => abandoned(tx, batch))
  return eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => {
      const moves = await authoriseMany(deps, tx, [id], { action: 'cancel', unasked: true }, at)
      await advance(deps, tx, moves, { at })
      return moves.length
    }),
  )
}

/**
 * Gives on what its handler does not open within a day though it presses, or cannot work on: away, or out of office.
 * @returns how many were given on
 */
export async function giveOnStranded(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await deps.db.transaction((tx) => stranded(tx, dayOf(at), at, batch))
  return eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => (await giveOn(deps, tx, id, { at })) !== undefined),
  )
}

/**
 * Gives on what an adviser has and cannot work on any more, since a name is known that was not, or two accounts are one:
 * what was given last first, so that whoever was there before stays.
 * @returns how many were given on
 */
export async function giveOnConflicts(deps: Deps, accountId: string): Promise<number> {
  const at = deps.clock.now()
  const found = await deps.db.transaction((tx) => heldAround(tx, accountId))
  return eachOf(found, async ({ id, handlerId }) => {
    if (!(await barredCases(deps, handlerId, [id])).has(id)) return false
    return deps.db.transaction(async (tx) => (await giveOn(deps, tx, id, { at })) !== undefined)
  })
}

/** Gives out what only a desk has, once somebody can have it. Some a minute. */
export async function giveOutUnowned(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await deps.db.transaction((tx) => unowned(tx, batch))
  return eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => (await giveOn(deps, tx, id, { at, found: true })) !== undefined),
  )
}
