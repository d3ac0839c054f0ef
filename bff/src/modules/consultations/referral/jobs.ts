/** The promise: what nobody acknowledged in time is the sender's again, whether or not anybody looks. */
import type { Deps } from '../../../deps'
import { eachOf } from '../../../platform/each'
import { bringBack } from './back'
import { unreceived } from './store'

const batch = 50

/** @returns how many came back */
export async function returnUnreceived(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await unreceived(deps.db.statement, at, batch)
  return eachOf(found, ({ id }) => deps.db.transaction((tx) => bringBack(deps, tx, id, at)))
}
