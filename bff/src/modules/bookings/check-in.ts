/**
 * The promise: whoever stands at a door with a booking there now is checked in by one tap, however often they tap; everybody
 * else reads what is the matter, and what to do (docs/bookings.md).
 */
import type { BookingDetail } from '@linli/contracts/booking-case'
import type { Deps } from '../../deps'
import { doorCodeTries } from '../../http/limits'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { advance, authorise } from '../cases/service'
import { forgetDay, roomAtDoor } from '../rooms/service'
import { type AtDoor, bookedNear } from './check-in-store'
import { bookingCaseOf } from './read'
import { doorOpens } from './rules'

/** @throws Problem the codes of the contract `checkInAtDoor`, too_many_requests */
export async function checkInAtDoor(deps: Deps, who: Who, code: string): Promise<BookingDetail> {
  await deps.rates.within([[doorCodeTries, who.accountId]])
  const roomId = await roomAtDoor(deps, code)
  if (!roomId) throw new Problem('door_code_unknown')
  const found = foundAtDoor(
    await bookedNear(deps.db, who.accountId, deps.clock.now()),
    roomId,
    deps.clock.now(),
  )
  if (found.isThere) return bookingCaseOf(deps, who, found.id)
  await arrive(deps, who, found)
  return bookingCaseOf(deps, who, found.id)
}

/** A second device of the same person may have said it in this moment: then it has been said. */
async function arrive(deps: Deps, who: Who, { id, startsAt }: AtDoor): Promise<void> {
  try {
    const row = await deps.db.transaction(async (tx) => {
      const at = deps.clock.now()
      const one = await authorise(deps, tx, who, { id, action: 'arrive', note: null, type: 'booking' }, at)
      await advance(deps, tx, [one], { at })
      return one.row
    })
    forgetDay(deps, row.community, startsAt)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'action_not_open') throw error
    const { facts, state } = await bookingCaseOf(deps, who, id)
    if (state === 'missed') throw new Problem('check_in_released', { caseId: id })
    if (facts.checkedInAt === null) throw error
  }
}

/**
 * Of somebody's bookings the one at this door now: the first one to which nobody has come yet, else the one that was said.
 * @throws Problem what is the matter
 */
export function foundAtDoor(all: readonly AtDoor[], roomId: string, now: Date): AtDoor {
  const isNow = ({ startsAt, endsAt }: AtDoor): boolean => doorOpens(startsAt) <= now && now < endsAt
  const here = all.filter((one) => one.roomId === roomId)
  const nowHere = here.filter(isNow)
  const mine = nowHere.filter(({ state }) => state === 'confirmed')
  const found = mine.find(({ isThere }) => !isThere) ?? mine.at(-1)
  if (found) return found
  throw refusalAtDoor(all, here, nowHere, isNow, now)
}

function refusalAtDoor(
  all: readonly AtDoor[],
  here: readonly AtDoor[],
  nowHere: readonly AtDoor[],
  isNow: (one: AtDoor) => boolean,
  now: Date,
): Problem {
  const of = (state: AtDoor['state']) => nowHere.find((one) => one.state === state)
  const missed = of('missed')
  if (missed) return new Problem('check_in_released', { caseId: missed.id })
  const pending = of('pending')
  if (pending) return new Problem('check_in_pending', { caseId: pending.id })
  const today = here.filter(({ startsAt }) => dayOf(startsAt) === dayOf(now))
  const later = today.find(({ state, startsAt }) => state === 'confirmed' && startsAt > now)
  if (later)
    return new Problem('check_in_early', { caseId: later.id, from: doorOpens(later.startsAt).toISOString() })
  const other = all.find((one) => one.state === 'confirmed' && isNow(one))
  if (other) return new Problem('check_in_elsewhere', { caseId: other.id, roomName: other.roomName })
  const over = today.findLast(({ state }) => state !== 'pending')
  return over ? new Problem('check_in_over', { caseId: over.id }) : new Problem('check_in_none')
}
