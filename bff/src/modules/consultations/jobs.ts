/** The promise: nobody's absence keeps a question from an answer; what cannot be given to anybody is the desk's again. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { dayOf } from '../../platform/shanghai'
import { destroyCaseKeys } from '../case-keys/service'
import { advance, authoriseMany } from '../cases/service'
import { removeFilesOfCases } from '../files/service'
import { abandoned, stranded } from './assign-store'
import { giveOn } from './give-on'

const batch = 50

/**
 * Ends what nobody waits for any more, with its pictures and the key by which its words open.
 * @returns of how many something went
 */
export async function endAbandoned(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await deps.db.transaction((tx) => abandoned(tx, batch))
  return eachOf(found, ({ id }) =>
    deps.db.transaction(async (tx) => {
      const moves = await authoriseMany(deps, tx, [id], { action: 'cancel', unasked: true }, at)
      await advance(deps, tx, moves, { at })
      await removeFilesOfCases(tx, [id])
      await destroyCaseKeys(tx, [id])
      return true
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
