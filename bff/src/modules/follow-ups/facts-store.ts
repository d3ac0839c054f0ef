/** What of a follow-up its case is judged and shown by. */
import * as z from 'zod/mini'
import type { FactsQuery } from '../cases/kind'
import type { FollowUpRow } from './store'

const factsRow = z.strictObject({
  caseId: z.string(),
  ratedId: z.string(),
  grade: z.string(),
  named: z.boolean(),
  confidential: z.boolean(),
  appealed: z.boolean(),
  extended: z.boolean(),
  supplemented: z.boolean(),
  reviewing: z.nullable(z.enum(['appeal', 'verdict'])),
  stopAt: z.string(),
  escalatedDue: z.nullable(z.string()),
})
export type FollowUpFacts = z.output<typeof factsRow>

export const followUpFacts = {
  row: factsRow,
  sql: `SELECT u.case_id AS "caseId", x.case_id AS "ratedId", x.grade, u.named_at IS NOT NULL AS named,
       u.confidential,
       u.appealed_at IS NOT NULL AS appealed, u.extended_at IS NOT NULL AS extended,
       x.supplement_at IS NOT NULL AS supplemented, u.reviewing, u.stop_at AS "stopAt",
       u.escalated_due AS "escalatedDue"
     FROM follow_ups u JOIN ratings x ON x.id = u.rating_id WHERE u.case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

/** The same of a follow-up that was read where it is handled. */
export const factsOf = (row: FollowUpRow): FollowUpFacts => ({
  caseId: row.id,
  ratedId: row.ratedId,
  grade: row.grade,
  named: row.namedAt !== null,
  confidential: row.confidential,
  appealed: row.appealedAt !== null,
  extended: row.extendedAt !== null,
  supplemented: row.supplementAt !== null,
  reviewing: row.reviewing,
  stopAt: row.stopAt.toISOString(),
  escalatedDue: row.escalatedDue?.toISOString() ?? null,
})
