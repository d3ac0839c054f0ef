import type { Db } from './db'
import { endOf, type SessionSpan } from './session-end'

/** What a session is at this moment, whatever its access token says. */
export interface SessionState {
  /** True for a session that was ended, and for one that does not exist. */
  revoked: boolean
  /** From then on it is over. */
  end: Date
  /** The shared tablet on which it was opened: then it opens today's list of children and nothing else. */
  deviceId: string | null
}

/**
 * Which sessions were ended while their access tokens still look good. PostgreSQL is asked every time, by primary
 * key: a log-out holds for every process from the moment it is answered, whatever happens to Redis.
 */
export interface Revocations {
  stateOf(sessionId: string): Promise<SessionState>
}

export function createRevocations(db: Db): Revocations {
  return {
    async stateOf(sessionId) {
      const [row] = await db.statement<SessionSpan & { revoked: boolean }>(
        'session-state',
        `SELECT revoked_at IS NOT NULL AS revoked, care_device_id AS "deviceId", created_at AS "createdAt",
           last_used_at AS "lastUsedAt", expires_at AS "expiresAt",
           EXISTS (SELECT FROM grants g WHERE g.account_id = s.account_id AND g.revoked_at IS NULL) AS staff
         FROM sessions s WHERE id = $1::uuid`,
        [sessionId],
      )
      if (!row) return { revoked: true, end: new Date(0), deviceId: null }
      return { revoked: row.revoked, end: endOf(row), deviceId: row.deviceId }
    },
  }
}
