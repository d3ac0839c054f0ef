/** Who read whose protected data: written with the reading, read by the person it is about. */
import * as z from 'zod/mini'
import { tag, type Tag } from '../../platform/sealed-columns'
import type { Db, Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'

export interface NewAccess {
  id: string
  subjectId: string
  readerId: string
  readerName: string
  tag: Tag
  /** The open matter that justifies it; null where it is no case. */
  caseId: string | null
  /** What somebody left their number with, for a call back. */
  feedbackId?: string
  at: Date
}

/** One look is one record: the same reading asked again within a minute is an answer that was lost. */
export async function insertAccess(db: Db | Tx, r: NewAccess): Promise<void> {
  const client = 'client' in db ? db.client : db
  await client.$executeRaw`
    INSERT INTO access_records (id, subject_id, reader_id, reader_name, tag, case_id, feedback_id, at)
    SELECT ${r.id}::uuid, ${r.subjectId}::uuid, ${r.readerId}::uuid, ${r.readerName}, ${r.tag}, ${r.caseId}::uuid,
      ${r.feedbackId ?? null}::uuid, ${r.at}::timestamptz
    WHERE NOT EXISTS (SELECT FROM access_records WHERE subject_id = ${r.subjectId}::uuid
      AND reader_id = ${r.readerId}::uuid AND case_id IS NOT DISTINCT FROM ${r.caseId}::uuid
      AND feedback_id IS NOT DISTINCT FROM ${r.feedbackId ?? null}::uuid AND tag = ${r.tag}
      AND at > ${r.at}::timestamptz - interval '1 minute')`
}

export interface NewChildAccess {
  readerId: string
  readerName: string
  at: Date
  /** What was read of whom, and the open matter that justifies it (null: a guardian's papers are being verified). */
  reads: readonly { id: string; childId: string; tag: Tag; caseId: string | null }[]
  /** The link whose papers are being verified. */
  guardianId?: string
  /** The alert for which it was read: of a bar it is not shown to whoever is barred. */
  alertId?: string
}

/** The same for children, any number in one statement: a carer's day is read as one. Their guardians see it. */
export async function insertChildAccess(
  db: Db | Tx,
  { readerId, readerName, at, reads, guardianId, alertId }: NewChildAccess,
): Promise<void> {
  const client = 'client' in db ? db.client : db
  await client.$executeRaw`
    INSERT INTO access_records (id, child_id, reader_id, reader_name, tag, case_id, guardian_id, alert_id, at)
    SELECT r.id, r.child_id, ${readerId}::uuid, ${readerName}, r.tag, r.case_id, ${guardianId ?? null}::uuid,
      ${alertId ?? null}::uuid, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(reads.map((r) => ({ id: r.id, child_id: r.childId, tag: r.tag, case_id: r.caseId })))}::jsonb)
      AS r (id uuid, child_id uuid, tag text, case_id uuid)
    WHERE NOT EXISTS (SELECT FROM access_records a WHERE a.child_id = r.child_id AND a.reader_id = ${readerId}::uuid
      AND a.tag = r.tag AND a.case_id IS NOT DISTINCT FROM r.case_id
      AND a.guardian_id IS NOT DISTINCT FROM ${guardianId ?? null}::uuid
      AND a.alert_id IS NOT DISTINCT FROM ${alertId ?? null}::uuid AND a.at > ${at}::timestamptz - interval '1 minute')`
}

export interface NewElderAccess {
  readerId: string
  at: Date
  /** How many minutes the same reading asked again is the same look: of a list that is open all day, more than of a page. */
  quietMinutes: number
  /** Of whom: an elder of the register, with their account where they have one; and the reader's badge there. */
  reads: readonly { id: string; elderId: string; subjectId: string | null; readerName: string }[]
}

/** The same for elders who are visited, any number in one statement. */
export async function insertElderAccess(
  db: Db | Tx,
  { readerId, at, quietMinutes, reads }: NewElderAccess,
): Promise<void> {
  if (reads.length === 0) return
  const client = 'client' in db ? db.client : db
  await client.$executeRaw`
    INSERT INTO access_records (id, subject_id, elder_id, reader_id, reader_name, tag, at)
    SELECT r.id, r.subject_id, r.elder_id, ${readerId}::uuid, r.reader_name, 'contact', ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(reads.map((r) => ({ id: r.id, elder_id: r.elderId, subject_id: r.subjectId, reader_name: r.readerName })))}::jsonb)
      AS r (id uuid, elder_id uuid, subject_id uuid, reader_name text)
    WHERE NOT EXISTS (SELECT FROM access_records a WHERE a.elder_id = r.elder_id AND a.reader_id = ${readerId}::uuid
      AND a.at > ${at}::timestamptz - make_interval(mins => ${quietMinutes}::int))`
}

const readerRow = z.strictObject({ at: z.date(), reader: z.string() })

/** Who has read of an elder, the newest first. */
export const readersOfElder = (tx: Tx, elderId: string, limit: number) =>
  rowsOf(tx, readerRow)`SELECT at, reader_name AS reader FROM access_records WHERE elder_id = ${elderId}::uuid
    ORDER BY at DESC, id DESC LIMIT ${limit}::int`

const accessRow = z.strictObject({
  id: z.string(),
  at: z.date(),
  reader: z.string(),
  tag,
  caseId: z.nullable(z.string()),
  /** The room or the programme. */
  about: z.nullable(z.string()),
  /** Whether it was about the reader's own rating of that. */
  rated: z.boolean(),
})
export type AccessRow = z.output<typeof accessRow>

export const accessOf = (
  db: Db,
  subjectId: string,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<AccessRow[]> =>
  db.statement(
    accessRow,
    'access-of',
    `SELECT a.id, a.at, a.reader_name AS reader, a.tag, a.case_id AS "caseId", x.case_id IS NOT NULL AS rated,
       c.title AS about
     FROM access_records a LEFT JOIN follow_ups u ON u.case_id = a.case_id LEFT JOIN ratings x ON x.id = u.rating_id
       LEFT JOIN cases c ON c.id = coalesce(x.case_id, a.case_id)
     WHERE a.subject_id = ANY (account_ids($1::uuid)) AND ($2::timestamptz IS NULL OR (a.at, a.id) < ($2, $3::uuid))
     ORDER BY a.at DESC, a.id DESC LIMIT $4::int`,
    [subjectId, after?.at ?? null, after?.id ?? null, limit],
  )
