import type { AgreedVersions } from '@linli/contracts/agreed'
import type { Clock } from '../platform/clock'
import { Problem } from '../platform/problem'
import type { Revocations } from '../platform/revocations'
import type { TokenMaker } from '../platform/tokens'
import type { Who } from './context'

/** Who it is, and what their account has agreed to. */
export interface Authenticated {
  who: Who
  agreed: AgreedVersions
}

/**
 * Who the bearer token speaks for.
 * @returns undefined when no token was sent
 * @throws Problem sign_in_required, session_expired or session_revoked
 */
export async function authenticate(
  header: string | undefined,
  { tokens, revocations, clock }: { tokens: TokenMaker; revocations: Revocations; clock: Clock },
): Promise<Authenticated | undefined> {
  if (!header) return undefined
  const token = tokenIn(header)
  if (!token) throw new Problem('sign_in_required')
  const { accountId, sessionId } = tokens.verify(token)
  const { revoked, end, deviceId, agreed } = await revocations.stateOf(sessionId)
  if (revoked) throw new Problem('session_revoked')
  if (end <= clock.now()) throw new Problem('session_expired')
  return { who: { accountId, sessionId, ...(deviceId && { deviceId }) }, agreed }
}

const tokenIn = (header: string): string | undefined => /^Bearer ([\w.-]{1,1000})$/.exec(header)?.[1]

/** Whether a token was made here and has not run out; whether its session still stands is asked later, of the database. */
export function isOurs(header: string, tokens: TokenMaker): boolean {
  const token = tokenIn(header)
  if (!token) return false
  try {
    tokens.verify(token)
    return true
  } catch {
    return false
  }
}
