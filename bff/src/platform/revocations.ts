import type { Db } from './db'

/**
 * Which sessions were ended while their access tokens still look good. PostgreSQL is asked every time, by primary
 * key: a log-out holds for every process from the moment it is answered, whatever happens to Redis.
 */
export interface Revocations {
  /** True for a session that was ended, and for one that does not exist. */
  isRevoked(sessionId: string): Promise<boolean>
}

export function createRevocations(db: Db): Revocations {
  return {
    async isRevoked(sessionId) {
      const [row] = await db.statement<{ revoked: boolean }>(
        'session-revoked',
        'SELECT revoked_at IS NOT NULL AS revoked FROM sessions WHERE id = $1::uuid',
        [sessionId],
      )
      return row?.revoked ?? true
    },
  }
}
