/** What happened around a child, for its guardians: who read what, and everything at once for the export. */
import { careRecordKind, releaseMethod, releaseRefusal } from '@linli/contracts/care'
import { consentDecision, relation } from '@linli/contracts/children'
import { enrolmentState } from '@linli/contracts/enrolment-case'
import * as z from 'zod/mini'
import { tag } from '../../platform/sealed-columns'
import type { Db } from '../../platform/db'
import { personKind } from './pickup-store'

const lookRow = z.strictObject({
  id: z.string(),
  at: z.date(),
  reader: z.string(),
  tags: z.array(tag),
  about: z.nullable(z.string()),
})
export type LookRow = z.output<typeof lookRow>

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
    lookRow,
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

const accessRow = z.strictObject({
  at: z.date(),
  reader: z.string(),
  tag,
  caseNumber: z.nullable(z.string()),
})
export type AccessRow = z.output<typeof accessRow>

/** All of them, as they were written. */
export const accessOfChild = (db: Db, childId: string, barred: boolean): Promise<AccessRow[]> =>
  db.statement(
    accessRow,
    'access-of-child',
    `SELECT a.at, a.reader_name AS reader, a.tag, c.number AS "caseNumber"
     FROM access_records a LEFT JOIN cases c ON c.id = a.case_id
     WHERE a.child_id = $1::uuid AND ${unlessOfBar} ORDER BY a.at DESC, a.id DESC`,
    [childId, barred],
  )

const consentRow = z.strictObject({ version: z.int(), decision: consentDecision, at: z.date() })
const decisionRow = z.extend(consentRow, { by: z.string() })
export type DecisionRow = z.output<typeof decisionRow>

/** Every decision about what may be kept, the first one first; of an account that was joined, as the one it is now. */
export const decisionsOf = (db: Db, childId: string): Promise<DecisionRow[]> =>
  db.statement(
    decisionRow,
    'consents-of-child',
    `SELECT k.version, k.decision, k.at, coalesce(a.joined_into, k.guardian_id) AS by
     FROM consents k LEFT JOIN accounts a ON a.id = k.guardian_id WHERE k.child_id = $1::uuid ORDER BY k.id`,
    [childId],
  )

const enrolmentRow = z.strictObject({
  number: z.string(),
  state: enrolmentState,
  createdAt: z.date(),
  closedAt: z.nullable(z.date()),
  programme: z.string(),
  place: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  drawNumber: z.nullable(z.int()),
  classNo: z.nullable(z.int()),
  score: z.int(),
})

const absenceRow = z.strictObject({ programme: z.string(), startsAt: z.date(), reportedAt: z.date() })

const careRow = z.strictObject({
  id: z.string(),
  at: z.date(),
  kind: careRecordKind,
  by: z.nullable(z.string()),
  method: z.nullable(releaseMethod),
  refusal: z.nullable(releaseRefusal),
  personId: z.nullable(z.string()),
  guardianId: z.nullable(z.string()),
  programme: z.string(),
  detailEnc: z.nullable(z.string()),
})

const pickupRow = z.strictObject({
  id: z.string(),
  kind: personKind,
  createdBy: z.string(),
  nameHash: z.nullable(z.instanceof(Uint8Array)),
  phoneHash: z.nullable(z.instanceof(Uint8Array)),
  nameEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  relation: z.nullable(relation),
  noteEnc: z.nullable(z.string()),
  validFrom: z.string(),
  validTo: z.nullable(z.string()),
  createdAt: z.date(),
  endedAt: z.nullable(z.date()),
})
export type PickupRow = z.output<typeof pickupRow>

const codeRow = z.strictObject({
  id: z.string(),
  day: z.string(),
  nameEnc: z.nullable(z.string()),
  relation,
  createdAt: z.date(),
  usedAt: z.nullable(z.date()),
})

const rows = {
  consents: consentRow,
  enrolments: enrolmentRow,
  absences: absenceRow,
  care: careRow,
  people: pickupRow,
  codes: codeRow,
}
type Part = keyof typeof rows
export type History = { [P in Part]: z.output<(typeof rows)[P]>[] }

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
} as const satisfies Record<Part, string>

/** Everything that was written of a child beside its profile. */
export async function historyOf(db: Db, childId: string): Promise<History> {
  const read = (Object.keys(rows) as Part[]).map(async (part) => [
    part,
    await db.statement(rows[part], `history-${part}`, parts[part], [childId]),
  ])
  return Object.fromEntries(await Promise.all(read)) as History
}
