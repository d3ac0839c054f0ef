/** Whom another time of a task would hit. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'

const standerRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  subjectId: z.string(),
  partyId: z.string(),
  childId: z.nullable(z.string()),
  /** Whom to call: of a child a guardian of today. */
  contactId: z.nullable(z.string()),
  holdsPaper: z.boolean(),
})
export type StanderRow = z.output<typeof standerRow>

/** Who stands by a task or has an offer, and whether the paper that it asks for counts on a day. */
export const standersOf = (tx: Tx, taskId: string, lastDay: string): Promise<StanderRow[]> =>
  rowsOf(
    tx,
    standerRow,
  )`SELECT s.case_id AS "caseId", c.number, c.subject_id AS "subjectId", s.party_id AS "partyId",
      c.child_id AS "childId",
      CASE WHEN c.child_id IS NULL THEN c.subject_id::text ELSE (deciding_ids(c.child_id))[1] END AS "contactId",
      t.paper IS NULL OR EXISTS (SELECT FROM volunteers v JOIN volunteer_papers p ON p.case_id = v.case_id
        WHERE v.party_id = s.party_id AND v.state = 'verified' AND p.kind = t.paper AND p.revoked_at IS NULL
          AND p.valid_until >= ${lastDay}::date) AS "holdsPaper"
    FROM signups s JOIN cases c ON c.id = s.case_id JOIN tasks t ON t.id = s.task_id
    WHERE s.task_id = ${taskId}::uuid AND s.state IN ('held', 'confirmed') ORDER BY c.created_at, c.id`
