/** What happened around a child, for its guardians: who read what, and everything at once for the export. */
import type { Tag } from '../../platform/sealed-columns'
import type { Db } from '../../platform/db'

export interface LookRow {
  id: string
  at: Date
  reader: string
  tags: Tag[]
  about: string | null
}

/** What was looked at because of a bar ($2: for whoever is barred) is not there. */
const unlessOfBar = `NOT ($2::boolean AND EXISTS (SELECT FROM care_alerts b WHERE b.id = a.alert_id AND b.kind = 'barred'))`

/** One row a look, however much was read by it, newest first. */
export const looksAtChild = (
  db: Db,
  childId: string,
  barred: boolean,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<LookRow[]> =>
  db.statement(
    'looks-at-child',
    `SELECT l.id, l.at, l.reader, l.tags, p.name AS about
     FROM (SELECT (array_agg(id ORDER BY id DESC))[1] AS id, at, reader_name AS reader,
         array_agg(DISTINCT tag ORDER BY tag) AS tags, case_id
       FROM access_records a WHERE child_id = $1::uuid AND ${unlessOfBar} GROUP BY at, reader_id, reader_name, case_id) l
       LEFT JOIN enrolments e ON e.case_id = l.case_id LEFT JOIN programmes p ON p.id = e.programme_id
     WHERE $3::timestamptz IS NULL OR (l.at, l.id) < ($3, $4::uuid)
     ORDER BY l.at DESC, l.id DESC LIMIT $5::int`,
    [childId, barred, after?.at ?? null, after?.id ?? null, limit],
  )

export interface AccessRow {
  at: Date
  reader: string
  tag: Tag
  caseNumber: string | null
}

/** All of them, as they were written. */
export const accessOfChild = (db: Db, childId: string, barred: boolean): Promise<AccessRow[]> =>
  db.statement(
    'access-of-child',
    `SELECT a.at, a.reader_name AS reader, a.tag, c.number AS "caseNumber"
     FROM access_records a LEFT JOIN cases c ON c.id = a.case_id
     WHERE a.child_id = $1::uuid AND ${unlessOfBar} ORDER BY a.at DESC, a.id DESC`,
    [childId, barred],
  )

export interface DecisionRow {
  version: number
  decision: 'granted' | 'refused'
  at: Date
  by: string
}

/** Every decision about what may be kept, the first one first; of an account that was joined, as the one it is now. */
export const decisionsOf = (db: Db, childId: string): Promise<DecisionRow[]> =>
  db.statement(
    'consents-of-child',
    `SELECT k.version, k.decision, k.at, coalesce(a.joined_into, k.guardian_id) AS by
     FROM consents k LEFT JOIN accounts a ON a.id = k.guardian_id WHERE k.child_id = $1::uuid ORDER BY k.id`,
    [childId],
  )

export interface CareRow {
  id: string
  at: Date
  kind: string
  by: string | null
  method: string | null
  refusal: string | null
  personId: string | null
  guardianId: string | null
  programme: string
  detailEnc: string | null
}

export interface PickupRow {
  id: string
  kind: string
  createdBy: string
  nameHash: Uint8Array | null
  phoneHash: Uint8Array | null
  nameEnc: string | null
  phoneEnc: string | null
  relation: string | null
  noteEnc: string | null
  validFrom: string
  validTo: string | null
  createdAt: Date
  endedAt: Date | null
}

export interface History {
  consents: { version: number; decision: string; at: Date }[]
  enrolments: Record<string, unknown>[]
  absences: Record<string, unknown>[]
  care: CareRow[]
  people: PickupRow[]
  codes: {
    id: string
    day: string
    nameEnc: string | null
    relation: string
    createdAt: Date
    usedAt: Date | null
  }[]
}

const parts = {
  consents: 'SELECT version, decision, at FROM consents WHERE child_id = $1::uuid ORDER BY id',
  enrolments: `SELECT c.number, c.state, c.created_at AS "createdAt", c.closed_at AS "closedAt", p.name AS programme,
      p.place, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", e.draw_number AS "drawNumber",
      e.class_no AS "classNo", e.score
    FROM enrolments e JOIN cases c ON c.id = e.case_id JOIN programmes p ON p.id = e.programme_id
    WHERE e.child_id = $1::uuid ORDER BY c.created_at, c.id`,
  absences: `SELECT p.name AS programme, s.starts_at AS "startsAt", a.reported_at AS "reportedAt"
    FROM care_absences a JOIN care_sessions s ON s.id = a.session_id JOIN programmes p ON p.id = s.programme_id
    WHERE a.child_id = $1::uuid ORDER BY s.starts_at`,
  care: `SELECT r.id, r.at, r.kind, r.by_name AS by, r.method, r.refusal, r.person_id AS "personId", r.guardian_id AS "guardianId", p.name AS programme,
      d.detail_enc AS "detailEnc"
    FROM care_records r JOIN care_sessions s ON s.id = r.session_id JOIN programmes p ON p.id = s.programme_id
      LEFT JOIN care_details d ON d.record_id = r.id
    WHERE r.child_id = $1::uuid ORDER BY r.at, r.kind, r.id`,
  people: `SELECT id, kind, created_by AS "createdBy", name_hash AS "nameHash", phone_hash AS "phoneHash",
      name_enc AS "nameEnc", phone_enc AS "phoneEnc", relation, note_enc AS "noteEnc",
      valid_from::text AS "validFrom", valid_to::text AS "validTo", created_at AS "createdAt", ended_at AS "endedAt"
    FROM pickup_people WHERE child_id = $1::uuid ORDER BY created_at, id`,
  codes: `SELECT id, day::text AS day, name_enc AS "nameEnc", relation, created_at AS "createdAt", used_at AS "usedAt"
    FROM pickup_codes WHERE child_id = $1::uuid ORDER BY day, created_at`,
} as const satisfies Record<keyof History, string>

/** Everything that was written of a child beside its profile. */
export async function historyOf(db: Db, childId: string): Promise<History> {
  const read = Object.entries(parts).map(async ([part, sql]) => [
    part,
    await db.statement(`history-${part}`, sql, [childId]),
  ])
  return Object.fromEntries(await Promise.all(read)) as History
}
