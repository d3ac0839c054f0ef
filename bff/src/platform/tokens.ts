import { createHmac, createSecretKey } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { Clock } from './clock'
import { Problem } from './problem'

export const accessSeconds = 15 * 60
export const refreshSeconds = 30 * 86_400

export interface Claims {
  accountId: string
  sessionId: string
  /** Seconds since 1970. */
  expires: number
}

export interface TokenMaker {
  /** @param until ends it then instead of in a quarter of an hour: for a session that is not renewed */
  access(accountId: string, sessionId: string, until?: Date): { token: string; expiresAt: Date }
  /** @throws Problem sign_in_required for anything that is not ours, session_expired after its time */
  verify(token: string): Claims
  /**
   * The refresh token of one generation of a session. It can be made again from the key, so a rotation whose answer
   * was lost can be answered again, while the database holds only its hash.
   */
  refresh(sessionId: string, generation: number): string
  /** Which session and generation a token claims to be; the hash in the database decides whether it is. */
  readRefresh(token: string): { sessionId: string; generation: number } | undefined
}

const maxCached = 10_000
const refreshShape = /^([0-9a-f-]{36})\.(\d{1,9})\.[\w-]{43}$/

/** @param secret 32 bytes; access and refresh tokens use keys derived from it */
export function createTokens(secret: Buffer, clock: Clock): TokenMaker {
  const accessKey = createSecretKey(createHmac('sha256', secret).update('access').digest())
  const refreshKey = createHmac('sha256', secret).update('refresh').digest()
  const verified = new Map<string, Claims>()
  const seconds = (): number => Math.floor(clock.now().getTime() / 1000)
  return {
    access(accountId, sessionId, until) {
      const iat = seconds()
      const exp = until ? Math.floor(until.getTime() / 1000) : iat + accessSeconds
      const token = jwt.sign({ sid: sessionId, iat, exp }, accessKey, { subject: accountId })
      return { token, expiresAt: new Date(exp * 1000) }
    },
    verify(token) {
      const known = verified.get(token) ?? read(token, accessKey)
      if (known.expires <= seconds()) {
        verified.delete(token)
        throw new Problem('session_expired')
      }
      if (verified.size >= maxCached) verified.clear()
      verified.set(token, known)
      return known
    },
    refresh(sessionId, generation) {
      const mac = createHmac('sha256', refreshKey).update(`${sessionId}.${generation}`).digest('base64url')
      return `${sessionId}.${generation}.${mac}`
    },
    readRefresh(token) {
      const found = refreshShape.exec(token)
      return found ? { sessionId: found[1] ?? '', generation: Number(found[2]) } : undefined
    },
  }
}

function read(token: string, key: ReturnType<typeof createSecretKey>): Claims {
  try {
    const claims = jwt.verify(token, key, { algorithms: ['HS256'], ignoreExpiration: true })
    if (typeof claims === 'string' || !claims.sub || typeof claims.sid !== 'string' || !claims.exp)
      throw new Error('claims')
    return { accountId: claims.sub, sessionId: claims.sid, expires: claims.exp }
  } catch {
    throw new Problem('sign_in_required')
  }
}
