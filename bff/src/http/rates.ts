import type { Deps } from '../deps'
import { sha256 } from '../platform/crypto'
import { Problem } from '../platform/problem'
import { createLocalCounter, type Limit, networkOf } from '../platform/rate-limit'
import type { Asker } from './asker'
import type { Access } from './context'
import { limits } from './limits'

export interface RateCheck {
  /**
   * Counted before anything is asked of the database, for whoever calls: the account of a good token, else the address.
   * @param sent the body, of which a tablet's proof is counted
   * @throws Problem too_many_requests, proof_needed
   */
  count(method: string, access: Access, asker: Asker, sent: unknown): Promise<void>
}

/** Reads are counted in this process only: that count protects the process, not a secret. */
export function createRateCheck({ rates, config, clock }: Deps): RateCheck {
  const readsOf = createLocalCounter()
  function read(limit: Limit, whose: string): void {
    const minute = Math.floor(clock.now().getTime() / 60_000)
    if (readsOf(`${whose} ${minute}`) > limit.max * config.rateScale)
      throw new Problem('too_many_requests', { retryAfter: 30 })
  }
  async function signIn(asker: Asker, whose: string): Promise<void> {
    const retryAfter = await rates.take(limits.signInByAddress, whose)
    if (retryAfter === 0) return
    await asker.prove(retryAfter)
    await rates.within([[limits.signInWithProof, whose]])
  }
  /** What shows a new proof at every try is bounded by its address: by work, which no tablet of the hall is shut out by. */
  async function tablet(asker: Asker, network: string, sent: unknown): Promise<void> {
    const [wait = 0, work = 0] = await rates.takeAll([
      [limits.signInByTablet, tabletOf(sent)],
      [limits.tabletsByAddress, network],
    ])
    if (wait > 0) throw new Problem('too_many_requests', { retryAfter: wait })
    if (work > 0) await asker.prove(work)
  }
  return {
    async count(method, access, asker, sent) {
      const network = networkOf(asker.address)
      const { accountId } = asker
      if (access === 'tablet') return tablet(asker, network, sent)
      if (access === 'sign_in') return signIn(asker, accountId ?? network)
      if (method === 'GET')
        return accountId ? read(limits.readsByAccount, accountId) : read(limits.reads, network)
      if (accountId && access !== 'renewal') return rates.within([[limits.writesByAccount, accountId]])
      return rates.within([[limits.writesByAddress, network]])
    },
  }
}

/** What a tablet shows, true or not: a false one opens nothing. */
function tabletOf(sent: unknown): string {
  const { deviceId, deviceToken } = (sent ?? {}) as { deviceId?: unknown; deviceToken?: unknown }
  return sha256(`${String(deviceId)} ${String(deviceToken)}`).toString('base64url')
}
