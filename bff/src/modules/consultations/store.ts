/** What is kept beside the row of the case. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import type { FactsQuery } from '../cases/kind'

const factsRow = z.strictObject({ caseId: z.string(), wish: z.string(), urgent: z.boolean() })
export type ConsultationFacts = z.output<typeof factsRow>

export async function insertConsultation(tx: Tx, { caseId, wish, urgent }: ConsultationFacts): Promise<void> {
  await tx.$executeRaw`INSERT INTO consultations (case_id, wish, urgent) VALUES (${caseId}::uuid, ${wish}, ${urgent})`
}

export const consultationFacts = {
  row: factsRow,
  sql: 'SELECT case_id AS "caseId", wish, urgent FROM consultations WHERE case_id = ANY ($1::uuid[])',
} satisfies FactsQuery

/** What people wrote goes with them; that they asked stays. */
export const onLeave = {
  consultations: `UPDATE consultations SET wish = '' WHERE case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]))`,
}
