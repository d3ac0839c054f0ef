import type { Tokens } from '@linli/contracts/identity'
import { renewTokens, rereadSession } from './session'
import { forget, recall, store } from './storage'
import { uuid } from './uuid'

interface Attempt {
  token: string
  key: string
}
type Exchange = (refreshToken: string, key: string) => Promise<Tokens>

let running: Promise<void> | null = null

/**
 * Exchanges the refresh token once, however many calls met the expiry together. The key is kept until an answer has
 * come: a refresh token is spent by its first use, so a lost answer has to be asked for again under the same key.
 */
export function exchangeOnce(usedToken: string, exchange: Exchange): Promise<void> {
  running ??= run(usedToken, exchange).finally(() => {
    running = null
  })
  return running
}

async function run(usedToken: string, exchange: Exchange) {
  const session = rereadSession()
  // Another tab, or a call just before this one, has new tokens already.
  if (session === null || session.tokens.accessToken !== usedToken) return
  const { refreshToken } = session.tokens
  const last = recall<Attempt>('refresh')
  const key = last?.token === refreshToken ? last.key : uuid()
  store('refresh', { token: refreshToken, key } satisfies Attempt)
  renewTokens(await exchange(refreshToken, key))
  forget('refresh')
}
