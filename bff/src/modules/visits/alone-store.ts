/** Who lives alone, as the register of visits says. */
import type { Tx } from '../../platform/db'
import { countRow, rowOf } from '../../platform/rows'

/**
 * Whoever a need is for, of whom the register says that they live alone, or who is in hardship with nobody else of their household on it;
 * in whichever of their accounts; and whoever said so on a visit, whichever of their needs it is.
 */
export async function livesAlone(tx: Tx, subjectId: string): Promise<boolean> {
  const row = await rowOf(tx, countRow)`SELECT count(*)::int AS n FROM visit_elders e
    WHERE (e.account_id = ANY (account_ids(${subjectId}::uuid))
        OR e.id IN (SELECT n.elder_id FROM needs n JOIN cases c ON c.id = n.case_id
          WHERE c.subject_id = ANY (account_ids(${subjectId}::uuid)))) AND e.state IN ('active', 'refused')
      AND (e.kind = 'alone' OR (e.kind = 'hardship' AND NOT EXISTS (SELECT FROM visit_elders o
        WHERE o.household_id = e.household_id AND o.id <> e.id AND o.state IN ('active', 'refused'))))`
  return (row?.n ?? 0) > 0
}
