/** What was counted when a survey was over: append-only, a row for each division whose figures can be shown. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'

const counts = z.array(z.array(z.int()))
/** What is counted of a division: by telephone, and on paper. */
const resultRow = z.strictObject({
  division: z.string(),
  answered: z.int(),
  counts,
  onPaper: z.int(),
  /** Null of what was counted while paper was not yet counted apart: then `counts` are of both. */
  paperCounts: z.nullable(counts),
})
export type ResultRow = z.output<typeof resultRow>

export async function divisionsIn(tx: Tx, root: string): Promise<string[]> {
  const rows = await rowsOf(tx, z.strictObject({ code: z.string() }))`
    SELECT code FROM divisions WHERE code >= ${root} AND code < ${root} || ':' ORDER BY code`
  return rows.map(({ code }) => code)
}

export async function insertResults(tx: Tx, surveyId: string, results: readonly ResultRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO survey_results (survey_id, division_code, answered, on_paper, counts, paper_counts)
    SELECT ${surveyId}::uuid, r.division, r.answered, r."onPaper", r.counts, r."paperCounts"
    FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      AS r (division text, answered int, "onPaper" int, counts jsonb, "paperCounts" jsonb)`
}

/** Undefined where too few have answered to be shown. */
export async function findResult(db: Db, surveyId: string, division: string): Promise<ResultRow | undefined> {
  const [row] = await db.statement(
    resultRow,
    'survey-result',
    `SELECT division_code AS division, answered, on_paper AS "onPaper", counts, paper_counts AS "paperCounts" FROM survey_results
     WHERE survey_id = $1::uuid AND division_code = $2`,
    [surveyId, division],
  )
  return row
}
