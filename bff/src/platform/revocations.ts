import type { AgreedVersions } from '@linli/contracts/agreed'
import * as z from 'zod/mini'
import type { Db } from './db'
import { endOf, sessionSpan } from './session-end'

/** What a session is at this moment, whatever its access token says. */
export interface SessionState {
  /** True for a session that was ended, and for one that does not exist. */
  revoked: boolean
  /** From then on it is over. */
  end: Date
  /** The shared tablet on which it was opened: then it opens today's list of children and nothing else. */
  deviceId: string | null
  /** The latest versions of the texts that its account agreed to; 0 for none. */
  agreed: AgreedVersions
}

/**
 * Which sessions were ended while their access tokens still look good. PostgreSQL is asked every time, by primary
 * key: a log-out holds for every process from the moment it is answered, whatever happens to Redis.
 */
export interface Revocations {
  stateOf(sessionId: string): Promise<SessionState>
}

/** The versions are 0 where nothing was agreed to. */
const stateRow = z.extend(sessionSpan, { revoked: z.boolean(), privacy: z.int(), terms: z.int() })

export function createRevocations(db: Db): Revocations {
  return {
    async stateOf(sessionId) {
      const [row] = await db.statement(
        stateRow,
        'session-state',
        `SELECT revoked_at IS NOT NULL AS revoked, care_device_id AS "deviceId", created_at AS "createdAt",
           last_used_at AS "lastUsedAt", expires_at AS "expiresAt",
           EXISTS (SELECT FROM grants g WHERE g.account_id = s.account_id AND g.revoked_at IS NULL) AS staff,
           ${latest('privacy')} AS privacy, ${latest('terms')} AS terms
         FROM sessions s WHERE id = $1::uuid`,
        [sessionId],
      )
      if (!row) return { revoked: true, end: new Date(0), deviceId: null, agreed: { privacy: 0, terms: 0 } }
      const { revoked, deviceId, privacy, terms } = row
      return { revoked, end: endOf(row), deviceId, agreed: { privacy, terms } }
    },
  }
}

const latest = (kind: keyof AgreedVersions): string =>
  `coalesce((SELECT max(version) FROM agreements a WHERE a.account_id = s.account_id AND a.kind = '${kind}'), 0)`
