/**
 * The promise: a session is one device; its refresh token works once, a second use ends it, and an ended session is
 * refused at once everywhere (docs/product.md › Sessions).
 */
import type { Tokens } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { sameBytes, sha256 } from '../../platform/crypto'
import { Problem } from '../../platform/problem'
import { randomSecret } from '../../platform/secrets'
import { endOf, longestMs } from '../../platform/session-end'
import { refreshSeconds } from '../../platform/tokens'
import { findSession, grantsOf, insertSession, liveSessions, revoke, rotate, type SessionRow } from './store'

/** How long a refresh token made now is good: thirty days, and never longer than the session may last. */
const refreshEnd = (createdAt: Date, at: Date): Date =>
  new Date(Math.min(at.getTime() + refreshSeconds * 1000, createdAt.getTime() + longestMs))

/** Opens a session in the transaction that let the person in. */
export async function openSession(
  deps: Deps,
  tx: Tx,
  { accountId, device, id = deps.ids.id() }: { accountId: string; device: string; id?: string },
): Promise<Tokens> {
  const at = deps.clock.now()
  const refreshToken = deps.tokens.refresh(id, 0)
  const expiresAt = refreshEnd(at, at)
  await insertSession(tx, { id, accountId, device, refreshHash: sha256(refreshToken), at, expiresAt })
  return tokensOf(deps, { id, accountId, expiresAt }, refreshToken)
}

/**
 * Opens a session of a shared tablet: it ends at `until`, and there is no token that would renew it.
 * @param tablet the paired device, whose row the caller holds
 */
export async function openTabletSession(
  deps: Deps,
  tx: Tx,
  tablet: { accountId: string; device: string; careDeviceId: string; until: Date },
): Promise<{ accessToken: string; expiresAt: string }> {
  const { until, ...session } = tablet
  const [id, at] = [deps.ids.id(), deps.clock.now()]
  await insertSession(tx, { ...session, id, refreshHash: sha256(randomSecret()), at, expiresAt: until })
  const { token, expiresAt } = deps.tokens.access(session.accountId, id, until)
  return { accessToken: token, expiresAt: expiresAt.toISOString() }
}

/** The tokens of a session again as it was opened. @returns undefined once it was renewed or ended */
export const firstTokens = (deps: Deps, session: SessionRow): Tokens | undefined =>
  session.revokedAt || session.generation > 0
    ? undefined
    : tokensOf(deps, session, deps.tokens.refresh(session.id, 0))

function tokensOf(
  { tokens }: Deps,
  session: Pick<SessionRow, 'id' | 'accountId' | 'expiresAt'>,
  refreshToken: string,
): Tokens {
  const { token, expiresAt } = tokens.access(session.accountId, session.id)
  return {
    accessToken: token,
    accessExpiresAt: expiresAt.toISOString(),
    refreshToken,
    refreshExpiresAt: session.expiresAt.toISOString(),
  }
}

/**
 * Rotates a refresh token. The same token with the same key is the same tap repeated (its answer was lost) and gets
 * the same next token; with another key it is a copy in other hands, and the session ends.
 * @throws Problem session_expired, session_revoked
 */
export async function refreshSession(deps: Deps, refreshToken: string, key: string): Promise<Tokens> {
  const { tokens, db, clock } = deps
  const claim = tokens.readRefresh(refreshToken)
  const session = claim && (await findSession(db, claim.sessionId))
  if (!claim || !session || !isOurs(deps, refreshToken, claim)) throw new Problem('session_expired')
  if (session.revokedAt) throw new Problem('session_revoked')
  const at = clock.now()
  if ((await deps.revocations.stateOf(session.id)).end <= at) throw new Problem('session_expired')
  const keyHash = sha256(key)
  const isNewest =
    claim.generation === session.generation && sameBytes(session.refreshHash, sha256(refreshToken))
  if (isNewest) {
    const next = tokens.refresh(session.id, session.generation + 1)
    const expiresAt = refreshEnd(session.createdAt, at)
    const moved = await rotate(db, session.id, session.generation, {
      refreshHash: sha256(next),
      keyHash,
      at,
      expiresAt,
    })
    if (moved) return tokensOf(deps, { ...session, expiresAt }, next)
  }
  return repeated(deps, claim, keyHash)
}

/** The token is old, or somebody moved the session in this moment: the key tells a lost answer from a copy. */
async function repeated(
  deps: Deps,
  claim: { sessionId: string; generation: number },
  keyHash: Buffer,
): Promise<Tokens> {
  const session = await findSession(deps.db, claim.sessionId)
  if (!session || session.revokedAt) throw new Problem('session_revoked')
  const sameTap = session.rotatedKeyHash && sameBytes(session.rotatedKeyHash, keyHash)
  if (claim.generation === session.generation - 1 && sameTap)
    return tokensOf(deps, session, deps.tokens.refresh(session.id, session.generation))
  await end(deps, session.accountId, session.id, 'reused')
  throw new Problem('session_revoked')
}

function isOurs({ tokens }: Deps, token: string, claim: { sessionId: string; generation: number }): boolean {
  return sameBytes(sha256(token), sha256(tokens.refresh(claim.sessionId, claim.generation)))
}

/**
 * Ends one session of the account, or all; from this answer on nobody is let in by it.
 * @throws Problem not_found when that session is not a live one of this account; a tablet knows only its own
 */
export async function endSessions(deps: Deps, who: Who, which: string | 'everywhere'): Promise<void> {
  if (who.deviceId && which !== 'current') throw new Problem('not_found')
  if (which === 'everywhere') return void (await end(deps, who.accountId, undefined, 'logged_out_everywhere'))
  const ended = await end(deps, who.accountId, which === 'current' ? who.sessionId : which, 'logged_out')
  if (ended.length === 0) throw new Problem('not_found')
}

function end(
  { db, clock }: Deps,
  accountId: string,
  sessionId: string | undefined,
  reason: 'logged_out' | 'logged_out_everywhere' | 'reused',
): Promise<string[]> {
  return revoke(db, accountId, sessionId, reason, clock.now())
}

export async function listSessions({ db, clock }: Deps, who: Who) {
  const at = clock.now()
  const [rows, grants] = await Promise.all([
    liveSessions(db, who.accountId, at),
    grantsOf(db.statement, who.accountId),
  ])
  const ends = (row: SessionRow): Date =>
    endOf({ ...row, deviceId: row.careDeviceId, staff: grants.length > 0 })
  return rows
    .filter((row) => ends(row) > at)
    .map((row) => ({
      id: row.id,
      device: row.device,
      signedInAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      current: row.id === who.sessionId,
    }))
}
