/**
 * The promise: a shared tablet opens nothing by itself; what is opened on it ends with the day, with the carer's leaving
 * or the moment it is unpaired.
 */
import type { CareDevice } from '@linli/contracts/care-desk'
import type { Deps } from '../../../deps'
import type { Asker } from '../../../http/asker'
import type { Who } from '../../../http/context'
import { sameBytes, sha256 } from '../../../platform/crypto'
import { Problem } from '../../../platform/problem'
import { randomSecret } from '../../../platform/secrets'
import { dayOf, minuteMs } from '../../../platform/shanghai'
import { community, directory } from '../../divisions/service'
import { countGuess, grantsOf, revokeTablet } from '../../identity/service'
import { arranges } from '../policy'
import {
  carersOnDuty,
  type Device,
  devicesIn,
  findDevice,
  insertDevice,
  insertPairingCode,
  markUsed,
  spendPairingCode,
  unpair,
} from './tablet-store'

const pairingMs = 10 * minuteMs
/** How often other digits are tried when the same are out already. */
const tries = 3

/** @throws Problem not_found where the reader has no grant that reaches the division */
export async function listDevices(deps: Deps, who: Who, division: string): Promise<CareDevice[]> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!arranges(grants, division) || !divisions.find(division)) throw new Problem('not_found')
  return (await devicesIn(deps.db, division)).map(present)
}

const present = ({ id, name, community, pairedAt, lastUsedAt }: Device): CareDevice => ({
  id,
  name,
  community,
  pairedAt: pairedAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})

/** @throws Problem not_found, not_allowed */
export async function makePairingCode(
  deps: Deps,
  who: Who,
  code: string,
): Promise<{ code: string; expiresAt: string }> {
  const [place, grants] = await Promise.all([community(deps, code), grantsOf(deps, who.accountId)])
  mustArrange(arranges(grants, place.code))
  const expiresAt = new Date(deps.clock.now().getTime() + pairingMs)
  for (let n = 0; n < tries; n++) {
    const digits = `${deps.ids.code()}${deps.ids.code().slice(0, 2)}`
    const codeHash = deps.cipher.lookup('pairing', digits)
    const made = { codeHash, community: place.code, createdBy: who.accountId, expiresAt }
    if (await insertPairingCode(deps.db, made)) return { code: digits, expiresAt: expiresAt.toISOString() }
  }
  throw new Problem('busy')
}

function mustArrange(as: ReturnType<typeof arranges>): void {
  if (!as) throw new Problem('not_found')
  if (as !== 'staff') throw new Problem('not_allowed')
}

/**
 * @throws Problem pairing_code_wrong for one that does not exist, was used, or is older than ten minutes; proof_needed or
 *   too_many_requests for whoever tries many
 */
export async function pairDevice(deps: Deps, asker: Asker, { code, name }: { code: string; name: string }) {
  await countGuess(deps, asker, 'pairing')
  const { db, ids, clock, cipher } = deps
  const [id, deviceToken, at] = [ids.id(), randomSecret(), clock.now()]
  const spent = await db.transaction(async (tx) => {
    const found = await spendPairingCode(tx, cipher.lookup('pairing', code), at)
    if (!found) throw new Problem('pairing_code_wrong')
    const tokenHash = sha256(deviceToken)
    await insertDevice(tx, { id, community: found.community, name, tokenHash, pairedBy: found.createdBy, at })
    return found
  })
  return { deviceId: id, deviceToken, communityName: await nameOf(deps, spent.community) }
}

const nameOf = async (deps: Deps, code: string): Promise<string> =>
  (await directory(deps)).find(code)?.name ?? ''

export interface DeviceProof {
  deviceId: string
  deviceToken: string
}

/** @throws Problem device_not_paired, also for a token that is not this tablet's */
export async function pairedDevice(deps: Deps, { deviceId, deviceToken }: DeviceProof): Promise<Device> {
  const device = await findDevice(deps.db, deviceId)
  if (!device || device.revoked || !sameBytes(device.tokenHash, sha256(deviceToken)))
    throw new Problem('device_not_paired')
  await markUsed(deps.db, deviceId, deps.clock.now())
  return device
}

/** Who is on duty today in the tablet's community: names on badges, nothing else. @throws Problem device_not_paired */
export async function deviceCarers(deps: Deps, proof: DeviceProof) {
  const device = await pairedDevice(deps, proof)
  const now = deps.clock.now()
  return {
    communityName: await nameOf(deps, device.community),
    carers: await carersOnDuty(deps.db, device.community, { day: dayOf(now), now }),
  }
}

/** Whoever is in on the tablet is out from this answer on. @throws Problem not_found, not_allowed */
export async function unpairDevice(deps: Deps, who: Who, id: string): Promise<void> {
  const [device, grants] = await Promise.all([findDevice(deps.db, id), grantsOf(deps, who.accountId)])
  if (!device) throw new Problem('not_found')
  mustArrange(arranges(grants, device.community))
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    // First the tablet, whose row everybody holds who enters: nobody is let in beside this.
    await unpair(tx, id, at)
    await revokeTablet(tx, id, at)
  })
}
