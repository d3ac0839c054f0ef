/** The promise: who was locked out by somebody's wrong guesses gets past it by a word of the duty leader or of staff. */
import type { PinLock } from '@linli/contracts/care-desk'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { Problem } from '../../../platform/problem'
import { dayOf } from '../../../platform/shanghai'
import { grantsOf } from '../../identity/service'
import { dutySessions } from '../days/day-store'
import { lockedIn, type Pad, unlock } from './pin-store'
import { findDevice } from './tablet-store'

/** Codes of communities and divisions in which this person may let a carer in again, today. */
async function placesOf(deps: Deps, who: Who): Promise<string[]> {
  const now = deps.clock.now()
  const [duties, grants] = await Promise.all([
    dutySessions(deps.db, who.accountId, { day: dayOf(now), now }),
    who.deviceId ? [] : grantsOf(deps, who.accountId),
  ])
  return [
    ...duties.filter((duty) => duty.leader).map((duty) => duty.community),
    ...grants.filter((g) => g.role === 'staff' || g.role === 'grid_worker').map((g) => g.division),
  ]
}

/** @returns nothing for whoever may let nobody in */
export async function pinLocks(deps: Deps, who: Who): Promise<PinLock[]> {
  const places = await placesOf(deps, who)
  const rows = places.length === 0 ? [] : await lockedIn(deps.db, places, deps.clock.now())
  return rows.map(({ lockedUntil, ...row }) => ({ ...row, lockedUntil: lockedUntil.toISOString() }))
}

/** What is not locked any more stays so. @throws Problem not_found for a tablet where this person leads nobody */
export async function unlockPin(deps: Deps, who: Who, pad: Pad): Promise<PinLock[]> {
  const places = await placesOf(deps, who)
  const device = await findDevice(deps.db, pad.deviceId)
  if (!device || !places.some((place) => device.community.startsWith(place))) throw new Problem('not_found')
  await unlock(deps.db, pad)
  return pinLocks(deps, who)
}
