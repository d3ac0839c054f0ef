/** The promise: nobody's absence keeps a question from an answer; what cannot be given to anybody is the desk's again. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { dayOf } from '../../platform/shanghai'
import { advance, authoriseMany, lockCase } from '../cases/service'
import { abandoned, heldAround, stranded, unowned } from './assign-store'
import { handlerIn } from './facts-store'
import { giveOn, giveOnUnlessFree } from './give-on'

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
 * Gives on what an adviser has and cannot work on any more, since a name is known that was not, or two accounts are one.
 * Each is looked at while it is held, and so is its adviser.
 * @returns how many were looked at
 */
export async function giveOnConflicts(deps: Deps, accountId: string): Promise<number> {
  const at = deps.clock.now()
  const found = await deps.db.transaction((tx) => heldAround(tx, accountId))
  return eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => {
      const row = await lockCase(tx, id)
      // What is with nobody is given out with the name of now, once it is held there.
      if (!row || row.closedAt !== null || (await handlerIn(tx, id)).handlerId === null) return false
      await giveOnUnlessFree(deps, tx, id, at)
      return true
    }),
  )
}

/** Gives out what only a desk has, once somebody can have it. Some a minute. */
export async function giveOutUnowned(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await deps.db.transaction((tx) => unowned(tx, batch))
  return eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => (await giveOn(deps, tx, id, { at, found: true })) !== undefined),
  )
}
