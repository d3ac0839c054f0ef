/** What guardians were told of a roll call, and what can still be taken back. */
import * as z from 'zod/mini'
import type { Tx } from '../../../platform/db'
import { rowOf } from '../../../platform/rows'

interface About {
  sessionId: string
  childId: string
}

/** Notices of a child in a session: their events are named after both. */
export const eventsOf = ({ sessionId, childId }: About): string => `care/${sessionId}/${childId}/%`

export async function countMarks(tx: Tx, { sessionId, childId }: About): Promise<number> {
  return tx.careRecord.count({ where: { sessionId, childId, kind: { in: ['present', 'absent'] } } })
}

const toldRow = z.strictObject({ told: z.boolean() })

/** Were its guardians told that the child is away or missing, and not yet that it came? */
export async function toldAway(tx: Tx, about: About): Promise<boolean> {
  const row = await rowOf(tx, toldRow)`
    SELECT coalesce(max(created_at) FILTER (WHERE kind <> 'child_came')
        > coalesce(max(created_at) FILTER (WHERE kind = 'child_came'), '-infinity'), false) AS told
    FROM notices WHERE event_key LIKE ${eventsOf(about)} AND kind IN ('child_absent', 'child_missing', 'child_came')
      AND alert_id IS NULL AND withdrawn_at IS NULL`
  return row?.told ?? false
}
