/** What the spine's pages need of a consultation: nothing of what it is about. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { idRow, rowOf } from '../../platform/rows'
import type { FactsQuery } from '../cases/kind'
import { legalRoles } from './policy'

const factsRow = z.strictObject({
  caseId: z.string(),
  urgent: z.boolean(),
  unnamed: z.boolean(),
  officeCode: z.string(),
  handlerId: z.nullable(z.string()),
  handlerName: z.nullable(z.string()),
  /** Since when it lies with the handler; null where all that was said before came along. */
  handedAt: z.nullable(z.string()),
  answered: z.boolean(),
  thanked: z.boolean(),
  /** Its person took it back: nobody else reads it any more. */
  withdrawn: z.boolean(),
  askUntil: z.nullable(z.string()),
  /** Whether there is a number, and it was not called in vain three times already. */
  callsLeft: z.boolean(),
  referralOpen: z.boolean(),
})
export type ConsultationFacts = z.output<typeof factsRow>

export const consultationFacts = {
  row: factsRow,
  sql: `SELECT case_id AS "caseId", urgent, unnamed, office_code AS "officeCode", handler_id AS "handlerId",
      handler_name AS "handlerName", CASE WHEN NOT 'thread' = ANY (parts) THEN handed_at END AS "handedAt", CASE WHEN handed_at IS NULL OR 'thread' = ANY (parts) THEN answered_at IS NOT NULL
        ELSE EXISTS (SELECT FROM consultation_lines l WHERE l.case_id = o.case_id AND l.kind = 'answer' AND l.n > o.handed_lines) END AS answered, thanked_at IS NOT NULL AS thanked,
      (SELECT c.state = 'cancelled' FROM cases c WHERE c.id = o.case_id) AS withdrawn,
      ask_until AS "askUntil", reach = 'phone' AND 'phone' = ANY (parts) AND calls_in_vain(case_id) < 3 AS "callsLeft",
      EXISTS (SELECT FROM consultation_referrals r WHERE r.case_id = o.case_id AND r.state IN ('proposed', 'sent')) AS "referralOpen"
    FROM consultations o WHERE case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

const handlerRow = z.strictObject({ handlerId: z.nullable(z.string()), office: z.string() })

/** Who works on it now, and for which office; the case is locked. */
export async function handlerIn(tx: Tx, caseId: string): Promise<z.output<typeof handlerRow>> {
  const row = await rowOf(tx, handlerRow)`
    SELECT handler_id AS "handlerId", office_code AS office FROM consultations WHERE case_id = ${caseId}::uuid`
  return row ?? { handlerId: null, office: '' }
}

/** Who works on it and still holds the office for which they do. */
export async function handlerInOffice(tx: Tx, caseId: string): Promise<string | undefined> {
  const row = await rowOf(tx, idRow)`
    SELECT o.handler_id AS id FROM consultations o WHERE o.case_id = ${caseId}::uuid AND EXISTS (SELECT FROM grants g
      WHERE g.account_id = o.handler_id AND g.division_code = o.office_code AND g.role = ANY (${[...legalRoles]}::text[])
        AND g.revoked_at IS NULL)`
  return row?.id
}
