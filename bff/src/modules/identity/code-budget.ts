/**
 * The promise: codes are counted for whoever asks. A stranger uses up a stranger's turns, does some work when many were
 * used, and never those of a device that was signed in to the number before (docs/sessions.md › How it is kept has the arithmetic).
 */
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import { codeLimits } from '../../http/limits'
import { Problem } from '../../platform/problem'
import { type Limit, networkOf } from '../../platform/rate-limit'
import { giveOneBack, isKnownDevice, takenFrom, takeOne } from './budget-store'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const unbounded = 1e9
/** To one number for devices it does not know: so many an hour before work is asked for, a day from a network, a day. */
export const strangers = { plainAnHour: 10, aDayFromNetwork: 15, aDay: 40 }
/** For a device that it knows, and for the second proof of who is signed in: so many a day. */
export const perDay = { known: 20 }

/** The network of an address: 256 of IPv4, the /64 of IPv6 (which is already what an address is counted as). */
export const neighbourhood = (address: string): string =>
  networkOf(address).replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1')

/**
 * Counts a code that is about to be sent.
 * @param phone in full; only keyed hashes of it are kept
 * @returns gives back what was counted to the number, where nothing was sent
 * @throws Problem too_many_requests, proof_needed
 */
export async function spendBudget(deps: Deps, asker: Asker, phone: string): Promise<() => Promise<void>> {
  const phoneHash = deps.cipher.lookup('phone', phone)
  const own = asker.own ? 'own' : undefined
  const known =
    asker.device && (await isKnownDevice(deps.db, phoneHash, asker.device)) ? asker.device : undefined
  const knows = own ?? known
  await countNear(deps, asker, [[codeLimits.service, 'all'], ...(knows ? [] : placesOf(asker))])
  if (knows) return takeAll(deps, phone, [[`known ${knows}`, dayMs, perDay.known]])
  return countStrangers(deps, asker, phone)
}

/** Whom a stranger's code counts for. */
const placesOf = ({ accountId, address }: Asker): Count[] =>
  accountId
    ? [[codeLimits.account, accountId]]
    : [
        [codeLimits.address, networkOf(address)],
        [codeLimits.network, neighbourhood(address)],
      ]

/** Whose use is counted, and the number near which work is asked for and the one over which nothing helps. */
type Count = readonly [limits: readonly [near: Limit, over: Limit], whose: string]

/**
 * One after the other, and as long as none is near its limit in one question to Redis.
 * @throws Problem proof_needed near a limit, too_many_requests over it
 */
export async function countNear(
  { rates }: Pick<Deps, 'rates'>,
  asker: Asker,
  counts: readonly Count[],
): Promise<void> {
  const waits = await rates.takeAll(counts.map(([[near], whose]) => [near, whose]))
  const at = waits.findIndex((wait) => wait > 0)
  const reached = counts[at]
  if (!reached) return
  await asker.prove()
  const [[, over], whose] = reached
  await rates.within([[over, whose]])
  if (at + 1 < counts.length) await countNear({ rates }, asker, counts.slice(at + 1))
}

async function countStrangers(deps: Deps, asker: Asker, phone: string): Promise<() => Promise<void>> {
  const { db, clock, config } = deps
  const anHourAgo = new Date(clock.now().getTime() - hourMs)
  const sent = await takenFrom(db, { bucket: bucketOf(deps, 'hour', phone), from: anHourAgo })
  if (sent >= Math.max(1, strangers.plainAnHour * config.rateScale)) await asker.prove()
  return takeAll(deps, phone, [
    [`day ${neighbourhood(asker.address)}`, dayMs, strangers.aDayFromNetwork],
    ['day', dayMs, strangers.aDay],
    ['hour', hourMs, unbounded],
  ])
}

const bucketOf = ({ cipher }: Deps, what: string, phone: string): Buffer =>
  cipher.lookup('code budget', `${what} ${phone}`)

/** Takes one of each, or none. @throws Problem too_many_requests */
async function takeAll(
  deps: Deps,
  phone: string,
  budgets: readonly (readonly [what: string, windowMs: number, most: number])[],
): Promise<() => Promise<void>> {
  const { db, clock, config } = deps
  const at = clock.now()
  const taken: Buffer[] = []
  const giveBack = async (): Promise<void> => {
    for (const bucket of taken) await giveOneBack(db, bucket)
  }
  for (const [what, windowMs, n] of budgets) {
    const bucket = bucketOf(deps, what, phone)
    const most = Math.max(1, Math.min(unbounded, Math.floor(n * config.rateScale)))
    if (await takeOne(db, { bucket, at, from: new Date(at.getTime() - windowMs), most })) taken.push(bucket)
    else {
      await giveBack()
      throw new Problem('too_many_requests', { retryAfter: hourMs / 1000 })
    }
  }
  return giveBack
}
