/** What sign-ups came to, as it is now: nothing is decided by it. */
import { enrolmentState } from '@linli/contracts/enrolment-case'
import * as z from 'zod/mini'
import type { Db } from '../../../platform/db'
import { idRow } from '../../../platform/rows'

const signedUpRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  childId: z.string(),
  nickname: z.string(),
  state: enrolmentState,
  position: z.nullable(z.int()),
  drawNumber: z.nullable(z.int()),
  /** Has a place and no class, or one that holds more than its share: somebody left in the same moment. */
  needsClass: z.boolean(),
  /** A place is free, and nobody has been offered it. */
  isFree: z.boolean(),
})
export type SignedUpRow = z.output<typeof signedUpRow>

/** What a sign-up came to, as it is now. */
export const signedUpOf = (db: Db, groupId: string, now: Date): Promise<SignedUpRow[]> =>
  db.statement(
    signedUpRow,
    'signed-up',
    `SELECT e.case_id AS "caseId", c.number, e.child_id AS "childId", k.nickname, e.draw_number AS "drawNumber",
       e.state = 'confirmed' AND (e.class_no IS NULL OR (SELECT count(*) FROM enrolments o WHERE o.programme_id = p.id
         AND o.state = 'confirmed' AND o.class_no = e.class_no) > ceil(p.capacity::numeric / p.classes)) AS "needsClass",
       CASE WHEN e.state = 'held' AND w.held_until <= $2::timestamptz THEN 'lapsed'
         WHEN e.state = 'waiting' AND w.until <= $2 THEN 'lapsed' ELSE e.state END AS state,
       CASE WHEN e.state = 'waiting' THEN (SELECT 1 + count(*)::int FROM line_entries o
         WHERE o.line_id = w.line_id AND o.state = 'waiting' AND (o.sort_score > w.sort_score
           OR (o.sort_score = w.sort_score AND o.sort_arrival < w.sort_arrival))) END AS position,
       p.taken < p.capacity AS "isFree"
     FROM enrolments e JOIN cases c ON c.id = e.case_id JOIN children k ON k.id = e.child_id
       JOIN programmes p ON p.id = e.programme_id LEFT JOIN line_entries w ON w.case_id = e.case_id
     WHERE e.group_id = $1::uuid ORDER BY c.number`,
    [groupId, now],
  )

/** Children of a sign-up whose consent was taken back while it was under way. */
export async function withoutConsent(db: Db, groupId: string): Promise<string[]> {
  const rows = await db.statement(
    idRow,
    'sign-up-refused',
    `SELECT e.child_id AS id FROM enrolments e WHERE e.group_id = $1::uuid
       AND (SELECT n.decision FROM consents n WHERE n.child_id = e.child_id ORDER BY n.id DESC LIMIT 1) = 'refused'`,
    [groupId],
  )
  return rows.map((row) => row.id)
}

const liveRow = z.strictObject({ childId: z.string(), caseId: z.string() })

/** Live cases of some children in a programme; an offer that is over by the clock is none. */
export const liveCases = (
  db: Db,
  programmeId: string,
  childIds: readonly string[],
  now: Date,
): Promise<z.output<typeof liveRow>[]> =>
  db.statement(
    liveRow,
    'live-enrolments',
    `SELECT e.child_id AS "childId", e.case_id AS "caseId"
     FROM enrolments e LEFT JOIN line_entries w ON w.case_id = e.case_id
     WHERE e.programme_id = $1::uuid AND e.child_id = ANY ($2::uuid[])
       AND (e.state IN ('entered', 'confirmed') OR (e.state = 'held' AND w.held_until > $3::timestamptz)
         OR (e.state = 'waiting' AND w.until > $3))`,
    [programmeId, childIds, now],
  )

const sameHoursRow = z.strictObject({ childId: z.string(), name: z.string() })

/** Names of other programmes in which these children are, or wait, at an hour of this one that is still to come. */
export const sameHours = (
  db: Db,
  programmeId: string,
  childIds: readonly string[],
  now: Date,
): Promise<z.output<typeof sameHoursRow>[]> =>
  db.statement(
    sameHoursRow,
    'enrolments-at-one-hour',
    `SELECT DISTINCT e.child_id AS "childId", p.name FROM enrolments e JOIN programmes p ON p.id = e.programme_id
       LEFT JOIN line_entries w ON w.case_id = e.case_id
     WHERE e.child_id = ANY ($2::uuid[]) AND p.id <> $1::uuid AND p.state <> 'cancelled'
       AND (e.state IN ('entered', 'confirmed') OR (e.state = 'held' AND w.held_until > $3::timestamptz)
         OR (e.state = 'waiting' AND w.until > $3))
       AND EXISTS (SELECT FROM care_sessions s JOIN care_sessions o ON o.programme_id = p.id AND o.day = s.day
         AND o.starts_at < s.ends_at AND s.starts_at < o.ends_at
         WHERE s.programme_id = $1 AND s.ends_at > $3)
     ORDER BY e.child_id, p.name`,
    [programmeId, childIds, now],
  )
