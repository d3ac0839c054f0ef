/** What whoever is helped said of one time that somebody came: that they were not, and nothing of their words. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

/** @param since when that time began; what was arranged after it is another time */
export async function wasUnmet(tx: Tx, caseId: string, since: Date): Promise<boolean> {
  const row = await rowOf(tx, z.strictObject({ unmet: z.boolean() }))`
    SELECT coalesce((SELECT action IN ('unmet', 'told_unmet') FROM case_events
      WHERE case_id = ${caseId}::uuid AND at >= ${since}::timestamptz
        AND action IN ('unmet', 'told_unmet', 'met', 'told_met', 'arrange', 'rearrange', 'taken')
      ORDER BY id LIMIT 1), false) AS unmet`
  return row?.unmet ?? false
}
