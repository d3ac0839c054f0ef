import type { Db } from './db'

/** What a session is at this moment, whatever its access token says. */
export interface SessionState {
  /** True for a session that was ended, and for one that does not exist. */
  revoked: boolean
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
      const [row] = await db.statement<SessionState>(
        'session-state',
        'SELECT revoked_at IS NOT NULL AS revoked, care_device_id AS "deviceId" FROM sessions WHERE id = $1::uuid',
        [sessionId],
      )
      return row ?? { revoked: true, deviceId: null }
    },
  }
}
