import type { Deps } from '../deps'
import { Problem } from '../platform/problem'
import { createLocalCounter, type Limit, networkOf } from '../platform/rate-limit'
import type { Who } from './context'
import { limits } from './limits'
import type { Access } from './mount'

export interface RateCheck {
  /** Counted before anything is asked of the database, whoever calls. @throws Problem too_many_requests */
  address(method: string, access: Access, address: string): Promise<void>
  /** @throws Problem too_many_requests */
  account(method: string, who: Who): Promise<void>
}

/** Reads are counted in this process only: that count protects the process, not a secret. */
export function createRateCheck({ rates, config, clock }: Deps): RateCheck {
  const readsOf = createLocalCounter()
  const scaled = (limit: Limit): Limit => ({ ...limit, max: limit.max * config.rateScale })
  const write = async (limit: Limit, whose: string): Promise<void> => {
    const retryAfter = await rates.take(scaled(limit), whose)
    if (retryAfter > 0) throw new Problem('too_many_requests', { retryAfter })
  }
  return {
    async address(method, access, address) {
      const network = networkOf(address)
      if (method !== 'GET')
        return write(access === 'sign_in' ? limits.signInByAddress : limits.writesByAddress, network)
      const minute = Math.floor(clock.now().getTime() / 60_000)
      if (readsOf(`${network} ${minute}`) > scaled(limits.reads).max)
        throw new Problem('too_many_requests', { retryAfter: 30 })
    },
    async account(method, who) {
      if (method !== 'GET') await write(limits.writesByAccount, who.accountId)
    },
  }
}
