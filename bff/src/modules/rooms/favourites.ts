/** The promise: what somebody puts first is read by them alone, and nothing follows from it. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { dayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { favouritesOf, lastUseOf, setFavourite } from './favourites-store'
import { roomRow, summarise, withCalendar } from './service'

const shown = 50

export async function listFavourites(deps: Deps, who: Who) {
  const now = deps.clock.now()
  const [rows, last, divisions] = await Promise.all([
    favouritesOf(deps.db, who.accountId, now, shown),
    lastUseOf(deps.db, who.accountId),
    directory(deps),
  ])
  const near = rows.map((row) => ({ ...withCalendar(row, divisions), nearness: 0 }))
  return { rooms: await summarise(deps, near, dayOf(now)), last: last ?? null }
}

/** @throws Problem not_found */
export async function keepFavourite(deps: Deps, who: Who, roomId: string, kept: boolean) {
  const row = await roomRow(deps, roomId)
  await setFavourite(deps.db, { accountId: who.accountId, roomId: row.id, kept, at: deps.clock.now() })
  return { kept }
}
