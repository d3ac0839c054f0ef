import type { Tokens } from '@linli/contracts/identity'
import { renew } from './token-renewal'
import { exclusively } from './renewal-lock'
import { followStorage, renewTokens } from './session'

type Exchange = (refreshToken: string, key: string) => Promise<Tokens>

let running: Promise<void> | null = null

/**
 * Exchanges the refresh token once, however many calls and tabs met the expiry together. Its key stays the same until an
 * answer has come: a refresh token is spent by its first use, so a lost answer is asked for again under the same key.
 */
export function exchangeOnce(usedToken: string, exchange: Exchange): Promise<void> {
  running ??= renew(usedToken, { follow: followStorage, keep: renewTokens, exchange, exclusively }).finally(
    () => {
      running = null
    },
  )
  return running
}
