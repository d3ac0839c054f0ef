/** What was said in matters that are long over, found and emptied; the case stays as number, kind and dates. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import { countRow, rowOf } from '../../platform/rows'

export interface Term {
  community: string
  /** What ended before it has been kept long enough. */
  before: Date
}

const communityRow = z.strictObject({ community: z.string() })

export const communitiesAdvised = (read: Read): Promise<{ community: string }[]> =>
  read(
    communityRow,
    'communities-advised',
    `SELECT DISTINCT c.community_code AS community FROM case_keys k JOIN cases c ON c.id = k.case_id
     WHERE c.type = 'consultation' AND c.closed_at IS NOT NULL`,
    [],
  )

/** Over, nobody can ask on, and still readable. */
const isOld = `c.type = 'consultation' AND c.closed_at < t.before AND (o.ask_until IS NULL OR o.ask_until < t.now)
  AND EXISTS (SELECT FROM case_keys k WHERE k.case_id = c.id)`
const oldRow = z.strictObject({ id: z.string(), subjectId: z.string() })

/** @param only one case, as it is now that it is held */
export const oldMatters = (
  read: Read,
  terms: readonly Term[],
  { now, limit, only = null }: { now: Date; limit: number; only?: string | null },
) =>
  read(
    oldRow,
    'old-matters',
    `SELECT c.id, c.subject_id AS "subjectId"
     FROM (SELECT *, $2::timestamptz AS now FROM jsonb_to_recordset($1::jsonb) AS given (community text, before timestamptz)) AS t
       JOIN cases c ON c.community_code = t.community JOIN consultations o ON o.case_id = c.id
     WHERE ${isOld} AND ($4::uuid IS NULL OR c.id = $4) ORDER BY c.closed_at, c.id LIMIT $3::int`,
    [JSON.stringify(terms), now, limit, only],
  )

/** @returns how many sealed fields went */
export async function emptyMatter(tx: Tx, caseId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT ((SELECT count(words_sealed) FROM consultation_lines WHERE case_id = ${caseId}::uuid)
      + (SELECT count(link_sealed) FROM consultation_meetings WHERE case_id = ${caseId}::uuid)
      + (SELECT count(intake_sealed) + count(opposite_enc) FROM consultations WHERE case_id = ${caseId}::uuid))::int AS n`
  await tx.$executeRaw`
    DELETE FROM consultation_line_files WHERE line_id IN (SELECT id FROM consultation_lines WHERE case_id = ${caseId}::uuid)`
  await tx.$executeRaw`UPDATE consultation_lines SET words_sealed = NULL WHERE case_id = ${caseId}::uuid AND words_sealed IS NOT NULL`
  await tx.$executeRaw`UPDATE consultation_meetings SET link_sealed = NULL WHERE case_id = ${caseId}::uuid AND link_sealed IS NOT NULL`
  await tx.$executeRaw`DELETE FROM consultation_times WHERE case_id = ${caseId}::uuid`
  await tx.$executeRaw`
    UPDATE consultations SET intake_sealed = NULL, opposite_enc = NULL, opposite_hash = NULL WHERE case_id = ${caseId}::uuid`
  return row?.n ?? 0
}
