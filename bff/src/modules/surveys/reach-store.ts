/**
 * The promise: how far a survey has come is said as of a morning. Who keys in paper and looks after every sheet sees no
 * number move, and knows of no answer when it came.
 */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow } from '../../platform/rows'

/** Published surveys whose reach is of an earlier morning than `today`. */
export const dueForReach = (db: Db, today: string, limit: number): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'surveys-reach-due',
    `SELECT id FROM surveys WHERE state = 'published' AND (reach_on IS NULL OR reach_on < $1::date)
     ORDER BY id LIMIT $2::int`,
    [today, limit],
  )

/** Takes the reach of a survey once a day, and when it is counted; of two that take it one does. */
export async function takeReach(tx: Tx, id: string, today: string): Promise<boolean> {
  const taken = await tx.$executeRaw`UPDATE surveys SET reach_on = ${today}::date
    WHERE id = ${id}::uuid AND (reach_on IS NULL OR reach_on < ${today}::date)`
  if (taken === 0) return false
  await tx.$executeRaw`
    INSERT INTO survey_reach (survey_id, community_code, by_phone, on_paper)
    SELECT survey_id, community_code, count(*) - count(sheet), count(sheet) FROM survey_answers
    WHERE survey_id = ${id}::uuid GROUP BY 1, 2
    ON CONFLICT (survey_id, community_code) DO UPDATE SET by_phone = excluded.by_phone, on_paper = excluded.on_paper`
  return true
}

const reach = z.strictObject({ community: z.string(), byPhone: z.int(), onPaper: z.int() })
export type Reach = z.output<typeof reach>

/** Of every community of a division, those where nobody has answered included. */
export const reachOf = (db: Db, surveyId: string, division: string): Promise<Reach[]> =>
  db.statement(
    reach,
    'survey-reach',
    `SELECT d.code AS community, coalesce(r.by_phone, 0) AS "byPhone", coalesce(r.on_paper, 0) AS "onPaper"
     FROM divisions d LEFT JOIN survey_reach r ON r.survey_id = $1::uuid AND r.community_code = d.code
     WHERE d.level = 'community' AND d.code >= $2 AND d.code < $2 || ':' ORDER BY d.code`,
    [surveyId, division],
  )
