/** What is looked at before somebody signs up once more, or reads one more home. Nothing of it is kept beyond what is there. */
import type { Tx } from '../../platform/db'
import { countRow, rowOf } from '../../platform/rows'

/** How often somebody has withdrawn from a task. */
export async function withdrawals(tx: Tx, taskId: string, partyId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`SELECT count(*)::int AS n FROM signups s
    WHERE s.task_id = ${taskId}::uuid AND s.party_id = ${partyId}::uuid AND s.state = 'cancelled'
      AND EXISTS (SELECT FROM case_events e WHERE e.case_id = s.case_id AND e.action = 'withdraw')`
  return row?.n ?? 0
}

/** Homes of others than this person that a volunteer has read since then, by what stands on record. */
export async function homesRead(
  tx: Tx,
  { readerId, but, since }: { readerId: string; but: string; since: Date },
): Promise<number> {
  const row = await rowOf(tx, countRow)`SELECT count(DISTINCT a.subject_id)::int AS n
    FROM signups s JOIN tasks t ON t.id = s.task_id AND t.at_home JOIN cases c ON c.id = t.need_id
      JOIN access_records a ON a.subject_id = c.subject_id AND a.case_id = c.id
    WHERE s.party_id = ${readerId}::uuid AND a.reader_id = ${readerId}::uuid AND a.at > ${since}::timestamptz
      AND c.subject_id <> ${but}::uuid`
  return row?.n ?? 0
}
