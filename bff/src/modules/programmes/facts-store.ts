/** What is kept of enrolments beside their cases, read for a whole page at once. */
import * as z from 'zod/mini'
import type { Read } from '../../platform/read'
import type { FactsQuery } from '../cases/kind'

const factsRow = z.strictObject({
  caseId: z.string(),
  programmeId: z.string(),
  childId: z.string(),
  address: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  drawNumber: z.nullable(z.int()),
})
export type EnrolmentFacts = z.output<typeof factsRow>

export const enrolmentFacts = {
  row: factsRow,
  sql: `SELECT e.case_id AS "caseId", e.programme_id AS "programmeId", e.child_id AS "childId", p.place AS address,
       p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", e.draw_number AS "drawNumber"
     FROM enrolments e JOIN programmes p ON p.id = e.programme_id WHERE e.case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

/** When the child is next expected: a session that is under way counts until the child was fetched. */
export const nextSessions = (
  read: Read,
  ids: readonly string[],
  now: Date,
): Promise<{ caseId: string; at: Date }[]> =>
  read(
    z.strictObject({ caseId: z.string(), at: z.date() }),
    'next-sessions',
    `SELECT e.case_id AS "caseId", min(s.starts_at) AS at FROM enrolments e
       JOIN care_sessions s ON s.programme_id = e.programme_id AND s.ends_at > $2::timestamptz
     WHERE e.case_id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT FROM care_records r
       WHERE r.session_id = s.id AND r.child_id = e.child_id AND r.kind = 'released')
     GROUP BY e.case_id`,
    [ids, now],
  )
