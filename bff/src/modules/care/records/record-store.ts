/** The records of children in care: they are only added, each once, by the id that its device gave it. */
import {
  careRecordKind,
  type CareRecordKind,
  type ReleaseMethod,
  releaseRefusal,
  type ReleaseRefusal,
} from '@linli/contracts/care'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { rowOf, rowsOfText } from '../../../platform/rows'
import { badgeOf, fallsOnDay } from '../duties/duty-store'
import { cameIn, mark, placed, undecided } from '../presence-store'
import type { Standing } from '../rules'

const dutyRow = z.strictObject({
  /** Sessions in whose community the account is a carer at all. */
  places: z.array(z.string()),
  sessions: z.array(z.string()),
  records: z.array(z.string()),
})
export type Duty = z.output<typeof dutyRow>

const works = `FROM care_sessions s JOIN programmes p ON p.id = s.programme_id
  WHERE s.id = ANY ($2::uuid[]) AND ${badgeOf('$1::uuid')} IS NOT NULL`

/** Which of these sessions an account has any duty in, also one that was ended; and which of these records are kept. */
export async function dutyOf(
  db: Db,
  accountId: string,
  { sessions, records }: { sessions: readonly string[]; records: readonly string[] },
): Promise<Duty> {
  const [row] = await db.statement(
    dutyRow,
    'care-duty-of',
    `SELECT ARRAY(SELECT s.id::text ${works}) AS places, ARRAY(SELECT s.id::text ${works} AND EXISTS (SELECT FROM care_duties d
           WHERE d.programme_id = p.id AND d.account_id = $1::uuid AND ${fallsOnDay})) AS sessions,
       ARRAY(SELECT id::text FROM care_records WHERE id = ANY ($3::uuid[])) AS records`,
    [accountId, sessions, records],
  )
  return row ?? { places: [], sessions: [], records: [] }
}

/** Marks of one child in one session one after another: who differs from whom is decided by who was first. */
export async function lockMarks(
  tx: Tx,
  { sessionId, childId }: { sessionId: string; childId: string },
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${sessionId} ${childId}`}, 0))`
}

/** Is this somebody who must never get this child? Also of a bar that was lifted on the record's way here. */
export async function isBarOf(
  tx: Tx,
  { personId, childId }: { personId: string; childId: string },
): Promise<boolean> {
  return (await tx.pickupPerson.count({ where: { id: personId, childId, kind: 'barred' } })) > 0
}

const knownRecord = z.strictObject({
  byId: z.nullable(z.string()),
  kind: careRecordKind,
  refusal: z.nullable(releaseRefusal),
  childId: z.string(),
})
export type KnownRecord = z.output<typeof knownRecord>

export const findRecord = (tx: Tx, id: string): Promise<KnownRecord | undefined> =>
  rowOf(tx, knownRecord)`
    SELECT by_id AS "byId", kind, refusal, child_id AS "childId" FROM care_records WHERE id = ${id}::uuid`

/** What a record is judged by, and whose it is. */
const sceneRow = z.strictObject({
  sessionId: z.string(),
  programmeId: z.string(),
  community: z.string(),
  /** Day of the session in Shanghai. */
  day: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  childId: z.string(),
  /** The child's enrolment in the programme, if there is or was one. */
  caseId: z.nullable(z.string()),
  classNo: z.nullable(z.int()),
  hasPlace: z.boolean(),
  mark: z.nullable(mark),
  markedAt: z.nullable(z.date()),
  released: z.boolean(),
  /** Of the carer's grant that reaches the community; null for whom all of this does not exist. */
  badge: z.nullable(z.string()),
  /** The guardian who said before that the child would not come. */
  absenceBy: z.nullable(z.string()),
  /** Of the latest roll call: which mark it is, whose, and whether it decided a difference. */
  latest: z.nullable(
    z.strictObject({
      id: z.string(),
      byId: z.nullable(z.string()),
      deviceId: z.nullable(z.string()),
      decided: z.boolean(),
    }),
  ),
  /** The mark that differs from another one and is not decided yet. */
  differs: z.nullable(
    z.strictObject({
      id: z.string(),
      byId: z.nullable(z.string()),
      otherId: z.nullable(z.string()),
      kind: mark,
    }),
  ),
  duties: z.array(z.strictObject({ classNo: z.int(), leader: z.boolean(), endedAt: z.nullable(z.string()) })),
})
export type Scene = Omit<z.output<typeof sceneRow>, 'duties'> & Pick<Standing, 'duties'>

const duties = `(SELECT coalesce(jsonb_agg(jsonb_build_object('classNo', d.class_no, 'leader', d.leader,
    'endedAt', d.ended_at)), '[]') FROM care_duties d
  WHERE d.programme_id = p.id AND d.account_id = $3::uuid AND ${fallsOnDay})`

export async function sceneOf(
  tx: Tx,
  { sessionId, childId }: { sessionId: string; childId: string },
  accountId: string,
): Promise<Scene | undefined> {
  const [row] = await rowsOfText(
    tx,
    sceneRow,
    `SELECT s.id AS "sessionId", p.id AS "programmeId", p.community_code AS community, s.day::text AS day,
       s.starts_at AS "startsAt", s.ends_at AS "endsAt", $2::text AS "childId", e.case_id AS "caseId",
       e.class_no AS "classNo", coalesce(${placed} OR ${cameIn}, false) AS "hasPlace",
       m.kind AS mark, m.at AS "markedAt", m.latest,
       (SELECT jsonb_build_object('id', r.id, 'byId', r.by_id, 'otherId', o.by_id, 'kind', r.kind)
         FROM care_records r JOIN care_records o ON o.id = r.against_id
         WHERE r.session_id = s.id AND r.child_id = $2::uuid AND ${undecided} ORDER BY r.received_at DESC LIMIT 1) AS differs,
       EXISTS (SELECT FROM care_records r WHERE r.session_id = s.id AND r.child_id = $2::uuid AND r.kind = 'released')
         AS released,
       (SELECT coalesce(o.joined_into, o.id)::text FROM care_absences a JOIN accounts o ON o.id = a.reported_by
         WHERE a.session_id = s.id AND a.child_id = $2::uuid) AS "absenceBy",
       ${badgeOf('$3::uuid')} AS badge, ${duties} AS duties
     FROM care_sessions s JOIN programmes p ON p.id = s.programme_id AND p.state <> 'draft'
       LEFT JOIN LATERAL (SELECT * FROM enrolments e WHERE e.programme_id = p.id AND e.child_id = $2::uuid
         ORDER BY e.state IN ('confirmed', 'completed') DESC, ${cameIn} DESC, e.case_id LIMIT 1) e ON true
       LEFT JOIN LATERAL (SELECT r.kind, r.at, jsonb_build_object('id', r.id, 'byId', r.by_id, 'deviceId', r.device_id,
           'decided', r.decides_id IS NOT NULL) AS latest
         FROM care_records r WHERE r.session_id = s.id AND r.child_id = $2::uuid
         AND r.kind IN ('present', 'absent') ORDER BY r.at DESC, r.received_at DESC, r.id DESC LIMIT 1) m ON true
     WHERE s.id = $1::uuid`,
    sessionId,
    childId,
    accountId,
  )
  if (!row) return undefined
  const dutyFacts = row.duties.map((d) => ({ ...d, endedAt: d.endedAt ? new Date(d.endedAt) : null }))
  return { ...row, duties: dutyFacts }
}

export interface NewRecord {
  id: string
  sessionId: string
  caseId: string
  childId: string
  kind: CareRecordKind
  at: Date
  receivedAt: Date
  /** Null: the clock. */
  by: { id: string; name: string; deviceId: string | null } | null
  method?: ReleaseMethod
  personId?: string | null
  /** The link of a guardian who came. */
  guardianId?: string | null
  refusal?: ReleaseRefusal
  aboutId?: string
  /** Of marks: which one this says the contrary of, and whose difference it decides. */
  againstId?: string
  decidesId?: string
  /** Words and names, sealed by tag. */
  detailEnc?: string
}

/** @returns false when this id was used, the child was released, or the clock said this before */
export async function insertRecord(tx: Tx, r: NewRecord): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO care_records (id, session_id, case_id, child_id, kind, at, received_at, by_id, by_name, device_id,
      method, person_id, guardian_id, refusal, about_id, against_id, decides_id)
    VALUES (${r.id}::uuid, ${r.sessionId}::uuid, ${r.caseId}::uuid, ${r.childId}::uuid, ${r.kind},
      ${r.at}::timestamptz, ${r.receivedAt}::timestamptz, ${r.by?.id ?? null}::uuid, ${r.by?.name ?? null},
      ${r.by?.deviceId ?? null}::uuid, ${r.method ?? null}, ${r.personId ?? null}::uuid,
      ${r.guardianId ?? null}::uuid, ${r.refusal ?? null}, ${r.aboutId ?? null}::uuid, ${r.againstId ?? null}::uuid,
      ${r.decidesId ?? null}::uuid)
    ON CONFLICT DO NOTHING`
  if (added === 1 && r.detailEnc !== undefined)
    await tx.$executeRaw`INSERT INTO care_details (record_id, detail_enc) VALUES (${r.id}::uuid, ${r.detailEnc})`
  return added === 1
}
