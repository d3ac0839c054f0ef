/**
 * The promise: whoever uses a room tomorrow hears so once, this evening, if it was certain before; what was booked, confirmed
 * or moved in the evening itself is fresh in mind, and is not told.
 */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { addDays, dayOf, instantAt, startOfDay } from '../../platform/shanghai'
import { notify } from '../notices/service'
import { comingUntold, markReminded } from './reminder-store'

const batch = 200
/** From seven to ten: a worker that was down wakes nobody. */
const [tellsFrom, tellsUntil] = [19 * 60, 22 * 60]

/** @returns how many were reminded */
export async function remindOfBookings(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const today = dayOf(at)
  const evening = instantAt(today, tellsFrom)
  if (at < evening || at >= instantAt(today, tellsUntil)) return 0
  const [from, to] = [startOfDay(addDays(today, 1)), startOfDay(addDays(today, 2))]
  return eachOf(await comingUntold(deps.db, { from, to, evening }, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const told = await markReminded(tx, id, from, to)
      if (!told) return false
      await notify(tx, {
        id: deps.ids.id(),
        eventKey: `${id}/evening/${told.startsAt.toISOString()}`,
        accountId: told.subjectId,
        caseId: id,
        kind: 'booking_tomorrow',
        at,
        deliverAt: at,
      })
      return true
    }),
  )
}
