import { createRequire } from 'node:module'
import { vi } from 'vitest'
import type { Me, Tokens } from '../../bff/contracts/src/identity'
import type * as Refresh from '../../miniapp/src/shared/session/exchange-once'
import type * as Session from '../../miniapp/src/shared/session/session'

const taro = createRequire(new URL('../../miniapp/package.json', import.meta.url)).resolve('@tarojs/taro')

/** One tab of a browser: the app's own code of the session, with a memory of its own. */
export interface Tab {
  session: typeof Session
  refresh: typeof Refresh
}

export type Stored = Map<string, string>

/** Opens a tab over what the browser has stored; the platform is a map and nothing else. */
export async function openTab(stored: Stored): Promise<Tab> {
  const platform = {
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, text: string) => void stored.set(key, text),
    removeStorageSync: (key: string) => void stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
  }
  return withTaro(platform, async () => ({
    session: await import('../../miniapp/src/shared/session/session'),
    refresh: await import('../../miniapp/src/shared/session/exchange-once'),
  }))
}

/** Loads parts of the app anew, over a platform that has this and nothing else. */
export async function withTaro<T>(platform: object, load: () => Promise<T>): Promise<T> {
  vi.resetModules()
  vi.doMock(taro, () => ({ default: platform }))
  const loaded = await load()
  vi.doUnmock(taro)
  return loaded
}

export const meOf = (id: string): Me => ({
  id,
  name: null,
  phone: null,
  community: null,
  elderMode: false,
  grants: [],
})

const sessionId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The service's rule for one family of refresh tokens: one use, the same key the same answer, another key the end. */
export function tokenFamily(n: number) {
  let generation = 0
  let lastKey = ''
  let revoked = false
  let access = 0
  const tokens = (): Tokens => ({
    accessToken: `${n}.${generation}.${access++}`,
    accessExpiresAt: '',
    refreshToken: `${sessionId(n)}.${generation}.${'m'.repeat(43)}`,
    refreshExpiresAt: '',
  })
  return {
    tokens,
    revoked: () => revoked,
    generation: () => generation,
    /** @throws what the service answers */
    exchange(refreshToken: string, key: string): Tokens {
      const given = Number(refreshToken.split('.')[1])
      if (revoked) throw new Error('session_revoked')
      if (given === generation) {
        generation += 1
        lastKey = key
      } else if (given !== generation - 1 || key !== lastKey) {
        revoked = true
        throw new Error('session_revoked')
      }
      return tokens()
    },
  }
}
