/** What the spine's pages need of a consultation: nothing of what it is about. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'
import type { FactsQuery } from '../cases/kind'

const factsRow = z.strictObject({
  caseId: z.string(),
  urgent: z.boolean(),
  unnamed: z.boolean(),
  reach: z.string(),
  officeCode: z.string(),
  handlerId: z.nullable(z.string()),
  handlerName: z.nullable(z.string()),
  answered: z.boolean(),
  thanked: z.boolean(),
  askUntil: z.nullable(z.string()),
})
export type ConsultationFacts = z.output<typeof factsRow>

export const consultationFacts = {
  row: factsRow,
  sql: `SELECT case_id AS "caseId", urgent, unnamed, reach, office_code AS "officeCode", handler_id AS "handlerId",
      handler_name AS "handlerName", answered_at IS NOT NULL AS answered, thanked_at IS NOT NULL AS thanked,
      ask_until AS "askUntil"
    FROM consultations WHERE case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

const handlerRow = z.strictObject({ handlerId: z.nullable(z.string()) })

/** Who works on it now; the case is locked. */
export async function handlerIn(tx: Tx, caseId: string): Promise<string | null> {
  const row = await rowOf(tx, handlerRow)`
    SELECT handler_id AS "handlerId" FROM consultations WHERE case_id = ${caseId}::uuid`
  return row?.handlerId ?? null
}
