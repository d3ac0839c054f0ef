/**
 * The promise: codes are counted for whoever asks. A stranger uses up a stranger's turns, does some work when many were
 * used, and never those of a device that was signed in to the number before (docs/sessions.md has the arithmetic).
 */
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import { codeLimits } from '../../http/limits'
import { Problem } from '../../platform/problem'
import { networkOf } from '../../platform/rate-limit'
import { type Budget, giveOneBack, isKnownDevice, takenFrom, takeOne } from './budget-store'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const unbounded = 1e9
/** To one number for devices it does not know: so many an hour before work is asked for, a day from a network, a day. */
export const strangers = { plainAnHour: 10, aDayFromNetwork: 15, aDay: 40 }

/** The network of an address: 256 of IPv4, the /64 of IPv6 (which is already what an address is counted as). */
const neighbourhood = (address: string): string => networkOf(address).replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1')

/**
 * Counts a code that is about to be sent.
 * @param phone in full; only keyed hashes of it are kept
 * @returns gives back what was counted to the number, where nothing was sent
 * @throws Problem too_many_requests, proof_needed
 */
export async function spendBudget(deps: Deps, asker: Asker, phone: string): Promise<() => Promise<void>> {
  const nothing = (): Promise<void> => Promise.resolve()
  await nearOrOver(deps, asker, codeLimits.service, 'all')
  if (asker.own) return nothing
  const phoneHash = deps.cipher.lookup('phone', phone)
  if (asker.device && (await isKnownDevice(deps.db, phoneHash, asker.device))) return nothing
  if (asker.accountId) await nearOrOver(deps, asker, codeLimits.account, asker.accountId)
  else await countAddress(deps, asker)
  return countStrangers(deps, asker, phone)
}

async function countAddress(deps: Deps, asker: Asker): Promise<void> {
  await nearOrOver(deps, asker, codeLimits.address, networkOf(asker.address))
  await nearOrOver(deps, asker, codeLimits.network, neighbourhood(asker.address))
}

async function nearOrOver(
  { rates, config }: Deps,
  asker: Asker,
  [near, over]: (typeof codeLimits)[keyof typeof codeLimits],
  whose: string,
): Promise<void> {
  const scaled = (limit: typeof near) => ({ ...limit, max: limit.max * config.rateScale })
  if ((await rates.take(scaled(near), whose)) === 0) return
  await asker.prove()
  const retryAfter = await rates.take(scaled(over), whose)
  if (retryAfter > 0) throw new Problem('too_many_requests', { retryAfter })
}

async function countStrangers({ db, cipher, clock, config }: Deps, asker: Asker, phone: string) {
  const at = clock.now()
  const bucket = (what: string): Buffer => cipher.lookup('code budget', `${what} ${phone}`)
  const most = (n: number): number => Math.max(1, Math.min(unbounded, Math.floor(n * config.rateScale)))
  const [anHourAgo, aDayAgo] = [hourMs, dayMs].map((ms) => new Date(at.getTime() - ms)) as [Date, Date]
  const hour = { bucket: bucket('hour'), at, from: anHourAgo, most: unbounded }
  if ((await takenFrom(db, hour)) >= most(strangers.plainAnHour)) await asker.prove()
  const budgets: Budget[] = [
    {
      bucket: bucket(`day ${neighbourhood(asker.address)}`),
      at,
      from: aDayAgo,
      most: most(strangers.aDayFromNetwork),
    },
    { bucket: bucket('day'), at, from: aDayAgo, most: most(strangers.aDay) },
    hour,
  ]
  const taken: Budget[] = []
  const giveBack = async (): Promise<void> => {
    for (const budget of taken) await giveOneBack(db, budget.bucket)
  }
  for (const budget of budgets) {
    if (await takeOne(db, budget)) taken.push(budget)
    else {
      await giveBack()
      throw new Problem('too_many_requests', { retryAfter: hourMs / 1000 })
    }
  }
  return giveBack
}
