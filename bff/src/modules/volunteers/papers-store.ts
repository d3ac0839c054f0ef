/** Papers of volunteers that staff have seen: one of a kind counts. */
import type { PaperKind } from '@linli/contracts/volunteer-case'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf } from '../../platform/rows'

export interface NewPaper {
  id: string
  caseId: string
  kind: PaperKind
  validUntil: string
  by: string
  at: Date
}

/** Takes the place of the one of its kind that was there. The case is held. */
export async function insertPaper(tx: Tx, p: NewPaper): Promise<void> {
  await tx.$executeRaw`UPDATE volunteer_papers SET revoked_by = ${p.by}::uuid, revoked_at = ${p.at}::timestamptz
    WHERE case_id = ${p.caseId}::uuid AND kind = ${p.kind} AND revoked_at IS NULL`
  await tx.$executeRaw`INSERT INTO volunteer_papers (id, case_id, kind, valid_until, added_by, added_at)
    VALUES (${p.id}::uuid, ${p.caseId}::uuid, ${p.kind}, ${p.validUntil}::date, ${p.by}::uuid, ${p.at}::timestamptz)`
}

/** @returns false where there is no such paper, or not any more */
export async function revokePaper(
  tx: Tx,
  p: { id: string; caseId: string; by: string; at: Date },
): Promise<boolean> {
  const revoked = await tx.$executeRaw`
    UPDATE volunteer_papers SET revoked_by = ${p.by}::uuid, revoked_at = ${p.at}::timestamptz
    WHERE id = ${p.id}::uuid AND case_id = ${p.caseId}::uuid AND revoked_at IS NULL`
  return revoked === 1
}

/** Those of one registration go to another of the same person, but for the kinds that it has. */
export async function passPapers(tx: Tx, from: string, into: string): Promise<void> {
  await tx.$executeRaw`UPDATE volunteer_papers p SET case_id = ${into}::uuid
    WHERE p.case_id = ${from}::uuid AND p.revoked_at IS NULL AND NOT EXISTS (SELECT FROM volunteer_papers o
      WHERE o.case_id = ${into}::uuid AND o.kind = p.kind AND o.revoked_at IS NULL)`
}

/** Of which nobody has said that they end so soon. @param days from the farthest to 0 */
export const endingPapers = (
  db: Db,
  today: string,
  days: readonly number[],
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'ending-papers',
    `SELECT p.id FROM volunteer_papers p
     CROSS JOIN LATERAL (SELECT min(d) AS days FROM unnest($2::int[]) d WHERE p.valid_until <= $1::date + d) s
     WHERE p.revoked_at IS NULL AND s.days IS NOT NULL AND (p.told_days IS NULL OR p.told_days > s.days)
       AND p.valid_until <= $1::date + (SELECT max(d) FROM unnest($2::int[]) d)
     ORDER BY p.valid_until, p.id LIMIT $3::int`,
    [today, days, limit],
  )

const ending = z.strictObject({ caseId: z.string(), days: z.int() })

/** Guarded: of two jobs at once one tells. @returns of which case it is, and within how many days it ends */
export async function markTold(
  tx: Tx,
  id: string,
  today: string,
  days: readonly number[],
): Promise<z.output<typeof ending> | undefined> {
  const [row] = await rowsOf(tx, ending)`
    UPDATE volunteer_papers p SET told_days = s.days
    FROM (SELECT o.id, (SELECT min(d) FROM unnest(${[...days]}::int[]) d WHERE o.valid_until <= ${today}::date + d) AS days
      FROM volunteer_papers o WHERE o.id = ${id}::uuid) s
    WHERE p.id = s.id AND p.revoked_at IS NULL AND s.days IS NOT NULL AND (p.told_days IS NULL OR p.told_days > s.days)
    RETURNING p.case_id AS "caseId", p.told_days AS days`
  return row
}
