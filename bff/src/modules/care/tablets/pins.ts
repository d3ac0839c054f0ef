/**
 * The promise: a PIN is guessed at most five times a quarter of an hour on one tablet, and opens one day on one tablet.
 * Wrong ones lock that carer out of that tablet alone, and the duty leader or staff let them in again.
 */
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { sameBytes } from '../../../platform/crypto'
import { Problem } from '../../../platform/problem'
import { randomSalt, slowHash } from '../../../platform/secrets'
import { addDays, dayOf, minuteMs, startOfDay } from '../../../platform/shanghai'
import { grantsOf, openTabletSession } from '../../identity/service'
import { clearTries, countTry, lockOf, type Pad, putPin } from './pin-store'
import { isTooSimple } from '../rules'
import { carersOnDuty, holdDevice, otherTablets } from './tablet-store'
import { type DeviceProof, pairedDevice } from './tablets'

const lockMs = 15 * minuteMs
const longestMs = 12 * 60 * minuteMs

/** Keyed before it is hashed: six digits alone could be found from the database by trying them all. */
const hashOf = ({ cipher }: Pick<Deps, 'cipher'>, pin: string, salt: Uint8Array): Promise<Buffer> =>
  slowHash(cipher.lookup('pin', pin), salt)

/** The same by each key of the ring: a PIN cannot be made anew when the key changes, only set again. */
const hashesOf = ({ cipher }: Pick<Deps, 'cipher'>, pin: string, salt: Uint8Array): Promise<Buffer[]> =>
  Promise.all(cipher.lookups('pin', pin).map((keyed) => slowHash(keyed, salt)))

/** @throws Problem not_allowed for who is no carer anywhere, pin_too_simple */
export async function setPin(deps: Deps, who: Who, pin: string): Promise<void> {
  const grants = await grantsOf(deps, who.accountId)
  if (!grants.some((g) => g.role === 'care_worker')) throw new Problem('not_allowed')
  if (isTooSimple(pin)) throw new Problem('pin_too_simple')
  const salt = randomSalt()
  const hash = await hashOf(deps, pin, salt)
  const at = deps.clock.now()
  await deps.db.transaction((tx) => putPin(tx, { accountId: who.accountId, hash, salt, at }))
}

/**
 * Lets a carer who is on duty today in onto the tablet, until the day ends. There is nothing that renews it.
 * @throws Problem device_not_paired, not_on_duty, pin_wrong (also where none was set), pin_locked
 */
export async function enterByPin(
  deps: Deps,
  entry: DeviceProof & { accountId: string; pin: string },
): Promise<{ accessToken: string; expiresAt: string; alsoOn: string[] }> {
  const { accountId } = entry
  const device = await pairedDevice(deps, entry)
  const now = deps.clock.now()
  const today = dayOf(now)
  const carers = await carersOnDuty(deps.db, device.community, { day: today, now })
  if (!carers.some((c) => c.accountId === accountId)) throw new Problem('not_on_duty')
  await checkPin(deps, { deviceId: device.id, accountId }, entry.pin, now)
  const alsoOn = await otherTablets(deps.db, { deviceId: device.id, accountId }, now)
  const endOfDay = startOfDay(addDays(today, 1)).getTime()
  const until = new Date(Math.min(endOfDay, now.getTime() + longestMs))
  return deps.db.transaction(async (tx) => {
    if (!(await holdDevice(tx, device.id))) throw new Problem('device_not_paired')
    const session = await openTabletSession(deps, tx, {
      accountId,
      device: `托管平板 · ${device.name}`,
      careDeviceId: device.id,
      until,
    })
    return { ...session, alsoOn }
  })
}

async function checkPin(deps: Deps, pad: Pad, pin: string, at: Date): Promise<void> {
  const counted = await countTry(deps.db, pad, { at, lockUntil: new Date(at.getTime() + lockMs) })
  if (!counted) return refuse(deps, pad, at)
  const hashes = await hashesOf(deps, pin, counted.salt)
  if (hashes.some((each) => sameBytes(each, counted.hash))) return clearTries(deps.db, pad, counted.hash)
  if (counted.last) throw new Problem('pin_locked', { retryAfter: lockMs / 1000 })
  throw new Problem('pin_wrong')
}

async function refuse({ db }: Deps, pad: Pad, at: Date): Promise<never> {
  const until = (await lockOf(db, pad))?.lockedUntil
  if (!until) throw new Problem('pin_wrong')
  throw new Problem('pin_locked', {
    retryAfter: Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000)),
  })
}
