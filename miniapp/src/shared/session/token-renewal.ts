import type { Me, Tokens } from '@linli/contracts/identity'

export interface Session {
  tokens: Tokens
  me: Me
  /**
   * The Idempotency-Key under which these tokens are going to be exchanged. Made with them and kept beside them, so that
   * all tabs of a browser exchange them under one key and get one answer; whoever has copied a token alone does not have
   * it, and is caught by the service when the token is used twice.
   */
  renewalKey?: string
}

/** The part of a refresh token that names its session. */
export const sessionIdOf = (tokens: Tokens) => tokens.refreshToken.slice(0, 36)

const generationOf = (tokens: Tokens) => Number(tokens.refreshToken.split('.')[1])

/** Which of two is to be followed: what is stored, unless that is an older generation of the same session. */
export function newer(here: Session | null, stored: Session | null): Session | null {
  if (here === null || stored === null) return stored
  if (sessionIdOf(here.tokens) !== sessionIdOf(stored.tokens)) return stored
  return generationOf(here.tokens) > generationOf(stored.tokens) ? here : stored
}

/** Sessions that were stored before keys were kept beside them: all tabs read the same one off the token. */
const keyOf = ({ renewalKey, tokens }: Session) => renewalKey ?? tokens.refreshToken.slice(-32)

export interface RenewalPort {
  /** Reads what is stored and makes it this page's session. @returns that session */
  follow(): Session | null
  /** Stores the new tokens, unless that session has gone or went on meanwhile. */
  keep(tokens: Tokens): void
  exchange(refreshToken: string, key: string): Promise<Tokens>
  /** One tab at a time, where the platform has a way; it is quicker so, not safer. */
  exclusively(work: () => Promise<void>): Promise<void>
}

/**
 * Renews the session that answered with `usedToken`, once for all tabs: whoever comes second finds new tokens stored.
 * Nothing is given up before storage was read once more.
 * @throws what the exchange threw, when it is still about what is stored
 */
export function renew(usedToken: string, port: RenewalPort): Promise<void> {
  return port.exclusively(async () => {
    const session = port.follow()
    if (session === null || session.tokens.accessToken !== usedToken) return
    const { refreshToken } = session.tokens
    try {
      port.keep(await port.exchange(refreshToken, keyOf(session)))
    } catch (error) {
      if (port.follow()?.tokens.refreshToken === refreshToken) throw error
    }
  })
}
