/** A child's days in care, for its guardians. */
import { careRecordKind, releaseMethod, releaseRefusal } from '@linli/contracts/care'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { lookedAfter, mark, placed } from '../presence-store'

const recordRow = z.strictObject({
  id: z.string(),
  at: z.string(),
  kind: careRecordKind,
  by: z.nullable(z.string()),
  method: z.nullable(releaseMethod),
  refusal: z.nullable(releaseRefusal),
  personId: z.nullable(z.string()),
  guardianId: z.nullable(z.string()),
  detailEnc: z.nullable(z.string()),
})
export type ChildRecordRow = z.output<typeof recordRow>

const dayRow = z.strictObject({
  sessionId: z.string(),
  caseId: z.string(),
  programmeName: z.string(),
  place: z.string(),
  community: z.string(),
  communityPhone: z.nullable(z.string()),
  startsAt: z.date(),
  endsAt: z.date(),
  /** Also of a programme whose last session is over. */
  hasPlace: z.boolean(),
  mark: z.nullable(mark),
  absenceReported: z.boolean(),
  records: z.array(recordRow),
})
export type ChildDayRow = z.output<typeof dayRow>

/**
 * Sessions since the child has its place, and those of which something was written while it had one; of what lies beyond
 * the days asked for only the first of each programme, so that a place that begins later is seen too.
 */
export const daysOf = (
  db: Db,
  childId: string,
  { from, to }: { from: string; to: string },
): Promise<ChildDayRow[]> =>
  db.statement(
    dayRow,
    'days-of-child',
    `SELECT s.id AS "sessionId", e.case_id AS "caseId", p.name AS "programmeName", p.place,
       p.community_code AS community, (SELECT d.phone FROM divisions d WHERE d.code = p.community_code) AS "communityPhone",
       s.starts_at AS "startsAt", s.ends_at AS "endsAt",
       ${lookedAfter} AS "hasPlace",
       (SELECT r.kind FROM care_records r WHERE r.session_id = s.id AND r.child_id = e.child_id
         AND r.kind IN ('present', 'absent') ORDER BY r.at DESC, r.received_at DESC, r.id DESC LIMIT 1) AS mark,
       EXISTS (SELECT FROM care_absences a WHERE a.session_id = s.id AND a.child_id = e.child_id) AS "absenceReported",
       coalesce(w.records, '[]') AS records
     FROM enrolments e JOIN cases c ON c.id = e.case_id
       JOIN programmes p ON p.id = e.programme_id AND p.state <> 'draft'
       JOIN care_sessions s ON s.programme_id = p.id AND s.day >= $2::date AND (s.day <= $3::date OR s.starts_at =
         (SELECT min(n.starts_at) FROM care_sessions n WHERE n.programme_id = p.id AND n.day > $3::date))
       LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', r.id, 'at', r.at, 'kind', r.kind, 'by', r.by_name,
           'method', r.method, 'refusal', r.refusal, 'personId', r.person_id, 'guardianId', r.guardian_id, 'detailEnc', d.detail_enc) ORDER BY r.at, r.id) AS records
         FROM care_records r LEFT JOIN care_details d ON d.record_id = r.id
         WHERE r.session_id = s.id AND r.case_id = e.case_id) w ON true
     WHERE e.child_id = $1::uuid AND (w.records IS NOT NULL OR (${placed}
       AND s.ends_at > coalesce((SELECT min(v.at) FROM case_events v WHERE v.case_id = c.id AND v.to_state = 'confirmed'),
         c.created_at)))
     ORDER BY s.starts_at, s.id`,
    [childId, from, to],
  )

const expectedRow = z.strictObject({
  childId: z.string(),
  community: z.string(),
  phone: z.nullable(z.string()),
  startsAt: z.date(),
  endsAt: z.date(),
})

/** Of these children those who have a place in a session that is on, and of whom nothing was said or written yet. */
export const expectedNow = (
  db: Db,
  childIds: readonly string[],
  now: Date,
): Promise<z.output<typeof expectedRow>[]> =>
  db.statement(
    expectedRow,
    'children-expected',
    `SELECT DISTINCT ON (s.starts_at, e.child_id) e.child_id AS "childId", p.community_code AS community,
       (SELECT d.phone FROM divisions d WHERE d.code = p.community_code) AS phone,
       s.starts_at AS "startsAt", s.ends_at AS "endsAt"
     FROM enrolments e JOIN programmes p ON p.id = e.programme_id JOIN care_sessions s ON s.programme_id = p.id
     WHERE e.child_id = ANY ($1::uuid[]) AND ${placed} AND s.starts_at <= $2::timestamptz AND s.ends_at > $2
       AND NOT EXISTS (SELECT FROM care_absences a WHERE a.session_id = s.id AND a.child_id = e.child_id)
       AND NOT EXISTS (SELECT FROM care_records r WHERE r.session_id = s.id AND r.child_id = e.child_id
         AND r.kind IN ('present', 'absent', 'released'))
     ORDER BY s.starts_at, e.child_id`,
    [childIds, now],
  )

export interface AbsenceWish {
  sessionId: string
  childId: string
  reportedBy: string
  at: Date
}

const startRow = z.strictObject({ startsAt: z.date() })

/** The session, if the child has a place in its programme. */
export async function sessionOf(
  db: Db,
  { sessionId, childId }: Pick<AbsenceWish, 'sessionId' | 'childId'>,
): Promise<z.output<typeof startRow> | undefined> {
  const [row] = await db.statement(
    startRow,
    'session-of-child',
    `SELECT s.starts_at AS "startsAt" FROM care_sessions s JOIN enrolments e ON e.programme_id = s.programme_id
     WHERE s.id = $1::uuid AND e.child_id = $2::uuid AND e.state = 'confirmed'`,
    [sessionId, childId],
  )
  return row
}

/** @returns false when it was said before */
export async function putAbsence(
  tx: Tx,
  { sessionId, childId, reportedBy, at }: AbsenceWish,
): Promise<boolean> {
  const added =
    await tx.$executeRaw`INSERT INTO care_absences (session_id, child_id, reported_by, reported_at)
    VALUES (${sessionId}::uuid, ${childId}::uuid, ${reportedBy}::uuid, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  return added === 1
}

/** @returns false when nobody had said it */
export async function takeAbsenceBack(tx: Tx, { sessionId, childId }: AbsenceWish): Promise<boolean> {
  const { count } = await tx.careAbsence.deleteMany({ where: { sessionId, childId } })
  return count === 1
}
