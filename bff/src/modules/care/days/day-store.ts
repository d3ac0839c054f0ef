/** What those on duty read of today. */
import { releaseMethod } from '@linli/contracts/care'
import * as z from 'zod/mini'
import type { Db } from '../../../platform/db'
import { badgeOf, fallsOnDay } from '../duties/duty-store'
import { handedOver, kept, lookedAfter, mark, undecided } from '../presence-store'

const dutySession = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  programmeName: z.string(),
  community: z.string(),
  place: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  classNo: z.int(),
  leader: z.boolean(),
  badge: z.string(),
})
export type DutySession = z.output<typeof dutySession>

/** An account's duties on a day, session by session: a grant that still reaches the community is part of a duty. */
export const dutySessions = (
  db: Db,
  accountId: string,
  { day, now }: { day: string; now: Date },
): Promise<DutySession[]> =>
  db.statement(
    dutySession,
    'duty-sessions',
    `SELECT s.id, p.id AS "programmeId", p.name AS "programmeName", p.community_code AS community, p.place,
       s.starts_at AS "startsAt", s.ends_at AS "endsAt", d.class_no AS "classNo", bool_or(d.leader) AS leader,
       min(b.badge) AS badge
     FROM care_duties d JOIN programmes p ON p.id = d.programme_id
       JOIN care_sessions s ON s.programme_id = p.id AND s.day = $2::date AND ${kept}
       JOIN LATERAL (SELECT ${badgeOf('d.account_id')} AS badge) b ON b.badge IS NOT NULL
     WHERE d.account_id = $1::uuid AND (d.ended_at IS NULL OR d.ended_at > $3::timestamptz) AND ${fallsOnDay}
     GROUP BY s.id, p.id, d.class_no ORDER BY s.starts_at, s.id, d.class_no`,
    [accountId, day, now],
  )

/** Of a record: whose it is, and when it happened. */
const written = { by: z.nullable(z.string()), at: z.string() }

const childRow = z.strictObject({
  sessionId: z.string(),
  childId: z.string(),
  caseId: z.string(),
  classNo: z.int(),
  mark: z.nullable(mark),
  markedAt: z.nullable(z.date()),
  markId: z.nullable(z.string()),
  differ: z.nullable(
    z.strictObject({ id: z.string(), marks: z.array(z.strictObject({ kind: mark, ...written })) }),
  ),
  absenceReported: z.boolean(),
  /** Nothing that names the child is left. */
  erased: z.boolean(),
  /** Nobody reads it, unless it is in the building. */
  frozen: z.boolean(),
  /** What lists show of it. */
  nickname: z.string(),
  release: z.nullable(
    z.strictObject({
      recordId: z.string(),
      ...written,
      method: releaseMethod,
      detailEnc: z.nullable(z.string()),
    }),
  ),
  /** What was written of today, in order. */
  notes: z.array(
    z.strictObject({
      kind: z.enum(['health', 'incident', 'annotation']),
      recordId: z.string(),
      ...written,
      detailEnc: z.string(),
    }),
  ),
})
export type ChildRow = z.output<typeof childRow>

/**
 * The children who are looked after in these classes of these sessions (pairs of equal length), by class and matter.
 * A programme whose last session is just over still has its children until they are home.
 */
export const childrenIn = (
  db: Db,
  sessions: readonly Pick<DutySession, 'id' | 'classNo'>[],
): Promise<ChildRow[]> =>
  db.statement(
    childRow,
    'care-children',
    `SELECT s.id AS "sessionId", e.child_id AS "childId", e.case_id AS "caseId", e.class_no AS "classNo", m.kind AS mark,
       m.at AS "markedAt", m.id AS "markId",
       (SELECT jsonb_build_object('id', r.id, 'marks', jsonb_build_array(
           jsonb_build_object('kind', o.kind, 'by', o.by_name, 'at', o.at),
           jsonb_build_object('kind', r.kind, 'by', r.by_name, 'at', r.at)))
         FROM care_records r JOIN care_records o ON o.id = r.against_id
         WHERE r.session_id = s.id AND r.child_id = e.child_id AND ${undecided}
           AND NOT ${handedOver} ORDER BY r.received_at DESC LIMIT 1) AS differ,
       EXISTS (SELECT FROM care_absences a WHERE a.session_id = s.id AND a.child_id = e.child_id) AS "absenceReported",
       EXISTS (SELECT FROM children k WHERE k.id = e.child_id AND k.erased_at IS NOT NULL) AS erased,
       EXISTS (SELECT FROM child_freezes f WHERE f.child_id = e.child_id AND f.ended_at IS NULL) AS frozen,
       (SELECT k.nickname FROM children k WHERE k.id = e.child_id) AS nickname,
       (SELECT jsonb_build_object('recordId', r.id, 'at', r.at, 'method', r.method, 'by', r.by_name,
           'detailEnc', (SELECT d.detail_enc FROM care_details d WHERE d.record_id = r.id))
         FROM care_records r WHERE r.session_id = s.id AND r.child_id = e.child_id AND r.kind = 'released') AS release,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'recordId', r.id, 'at', r.at, 'by', r.by_name,
           'detailEnc', d.detail_enc)
           ORDER BY r.at, r.id), '[]')
         FROM care_records r JOIN care_sessions o ON o.id = r.session_id AND o.day = s.day
           JOIN care_details d ON d.record_id = r.id
         WHERE r.child_id = e.child_id AND r.kind IN ('health', 'incident', 'annotation')) AS notes
     FROM unnest($1::uuid[], $2::integer[]) AS w (session_id, class_no) JOIN care_sessions s ON s.id = w.session_id
       JOIN programmes p ON p.id = s.programme_id
       JOIN enrolments e ON e.programme_id = p.id AND e.class_no = w.class_no AND ${lookedAfter}
       LEFT JOIN LATERAL (SELECT r.id, r.kind, r.at FROM care_records r WHERE r.session_id = s.id AND r.child_id = e.child_id
         AND r.kind IN ('present', 'absent') ORDER BY r.at DESC, r.received_at DESC, r.id DESC LIMIT 1) m ON true
     ORDER BY s.starts_at, e.class_no, e.case_id`,
    [sessions.map((s) => s.id), sessions.map((s) => s.classNo)],
  )
