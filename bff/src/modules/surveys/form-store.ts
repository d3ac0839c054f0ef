/** Runs of printed forms: which numbers exist, and how many of them came back. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'

const runRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  first: z.int(),
  last: z.int(),
  printedAt: z.date(),
  entered: z.int(),
  corrected: z.int(),
})
export type RunRow = z.output<typeof runRow>

export interface NewRun {
  id: string
  surveyId: string
  community: string
  copies: number
  printedBy: string
  at: Date
}

/** Goes on where the last run of the community ended; the survey's row is locked, so two runs follow each other. */
export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO survey_forms (id, survey_id, community_code, first_sheet, last_sheet, printed_by, printed_at)
    SELECT ${run.id}::uuid, ${run.surveyId}::uuid, ${run.community}, coalesce(max(last_sheet), 0) + 1,
      coalesce(max(last_sheet), 0) + ${run.copies}::int, ${run.printedBy}::uuid, ${run.at}::timestamptz
    FROM survey_forms WHERE survey_id = ${run.surveyId}::uuid AND community_code = ${run.community}`
}

export async function isPrinted(
  tx: Tx,
  surveyId: string,
  community: string,
  sheet: number,
): Promise<boolean> {
  const found = await rowsOf(tx, z.strictObject({ found: z.literal(1) }))`SELECT 1 AS found FROM survey_forms
    WHERE survey_id = ${surveyId}::uuid AND community_code = ${community}
      AND ${sheet}::int BETWEEN first_sheet AND last_sheet`
  return found.length > 0
}

const runs = `SELECT f.id, f.community_code AS community, f.first_sheet AS first, f.last_sheet AS last,
    f.printed_at AS "printedAt", a.entered, a.corrected
  FROM survey_forms f CROSS JOIN LATERAL (SELECT count(*)::int AS entered,
      count(*) FILTER (WHERE corrections > 0)::int AS corrected FROM survey_answers x
    WHERE x.survey_id = f.survey_id AND x.community_code = f.community_code
      AND x.sheet BETWEEN f.first_sheet AND f.last_sheet) a`

export async function findRun(db: Db, id: string): Promise<RunRow | undefined> {
  const [row] = await db.statement(runRow, 'survey-run', `${runs} WHERE f.id = $1::uuid`, [id])
  return row
}

/** The newest first. */
export const runsOf = (
  db: Db,
  surveyId: string,
  division: string,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<RunRow[]> =>
  db.statement(
    runRow,
    'survey-runs',
    `${runs} WHERE f.survey_id = $1::uuid AND f.community_code >= $2 AND f.community_code < $2 || ':'
       AND ($3::timestamptz IS NULL OR (f.printed_at, f.id) < ($3::timestamptz, $4::uuid))
     ORDER BY f.printed_at DESC, f.id DESC LIMIT $5::int`,
    [surveyId, division, after?.at ?? null, after?.id ?? null, limit],
  )
