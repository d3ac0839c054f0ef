/** The promise: the thread only grows, and what is written in it is sealed by the key of its case before it gets here. */
import type { ThreadLine } from '@linli/contracts/consultation-thread'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import { rowOf } from '../../platform/rows'

export interface NewConsultation {
  caseId: string
  urgent: boolean
  unnamed: boolean
  reach: string
  office: string
  parts: readonly string[]
  intakeSealed: string
  opposite: { sealed: string; hash: Buffer | null } | null
}

export async function insertConsultation(tx: Tx, c: NewConsultation): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO consultations (case_id, urgent, unnamed, reach, office_code, parts, intake_sealed, opposite_enc, opposite_hash)
    VALUES (${c.caseId}::uuid, ${c.urgent}, ${c.unnamed}, ${c.reach}, ${c.office}, ${[...c.parts]}::text[], ${c.intakeSealed},
      ${c.opposite?.sealed ?? null}, ${c.opposite?.hash ?? null}::bytea)`
}

const openRow = z.strictObject({ open: z.int(), takenBack: z.int() })

/**
 * Open ones of a person, in whichever of their accounts, and what they took back lately; who is held, so that two taps at once
 * are counted one after the other.
 */
export async function openOf(
  tx: Tx,
  accountId: string,
  takenBackSince: Date,
): Promise<z.output<typeof openRow>> {
  await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
  const row = await rowOf(tx, openRow)`
    SELECT count(*) FILTER (WHERE closed_at IS NULL)::int AS open,
      count(*) FILTER (WHERE state = 'cancelled' AND closed_at > ${takenBackSince}::timestamptz)::int AS "takenBack"
    FROM cases WHERE subject_id = ANY (account_ids(${accountId}::uuid)) AND type = 'consultation'`
  return row ?? { open: 0, takenBack: 0 }
}

export interface NewLine {
  id: string
  caseId: string
  at: Date
  side: ThreadLine['side']
  authorId: string
  authorName: string | null
  kind: ThreadLine['kind']
  wordsSealed: string | null
  corrects: number | null
  fileIds: readonly string[]
}

/** The case is locked, so its numbers have no gap. */
export async function insertLine(tx: Tx, line: NewLine): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO consultation_lines (id, case_id, n, at, side, author_id, author_name, kind, words_sealed, corrects)
    SELECT ${line.id}::uuid, ${line.caseId}::uuid, coalesce(max(n), 0) + 1, ${line.at}::timestamptz, ${line.side},
      ${line.authorId}::uuid, ${line.authorName}, ${line.kind}, ${line.wordsSealed}, ${line.corrects}::int
    FROM consultation_lines WHERE case_id = ${line.caseId}::uuid`
  await tx.$executeRaw`
    INSERT INTO consultation_line_files (line_id, file_id, position)
    SELECT ${line.id}::uuid, id, n FROM unnest(${[...line.fileIds]}::uuid[]) WITH ORDINALITY AS given (id, n)`
}

const authorRow = z.strictObject({ authorId: z.string(), kind: z.string() })

export const lineAt = (tx: Tx, caseId: string, n: number) =>
  rowOf(tx, authorRow)`
    SELECT author_id AS "authorId", kind FROM consultation_lines WHERE case_id = ${caseId}::uuid AND n = ${n}::int`

/** Marks of the row that come with a move. */
export async function markAnswered(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE consultations SET answered_at = coalesce(answered_at, ${at}::timestamptz)
    WHERE case_id = ${caseId}::uuid`
}

export async function markThanked(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE consultations SET thanked_at = ${at}::timestamptz WHERE case_id = ${caseId}::uuid`
}

export async function markAskUntil(tx: Tx, caseId: string, until: Date): Promise<void> {
  await tx.$executeRaw`UPDATE consultations SET ask_until = ${until}::timestamptz WHERE case_id = ${caseId}::uuid`
}

/** The first look of whoever has it now. */
export async function markOpened(tx: Tx, caseId: string, handlerId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE consultations SET opened_at = ${at}::timestamptz
    WHERE case_id = ${caseId}::uuid AND handler_id = ${handlerId}::uuid AND opened_at IS NULL`
}

export async function markRead(tx: Tx, caseId: string, side: string, upTo: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO consultation_reads (case_id, side, up_to)
    SELECT ${caseId}::uuid, ${side}, least(${upTo}::int, (SELECT coalesce(max(n), 0) FROM consultation_lines
      WHERE case_id = ${caseId}::uuid))
    ON CONFLICT (case_id, side) DO UPDATE SET up_to = greatest(consultation_reads.up_to, excluded.up_to)`
}

const threadRow = z.strictObject({
  unnamed: z.boolean(),
  reach: z.enum(['here', 'phone']),
  parts: z.array(z.string()),
  handedLines: z.int(),
  handedAt: z.nullable(z.date()),
  intakeSealed: z.nullable(z.string()),
  oppositeEnc: z.nullable(z.string()),
  readByParty: z.int(),
  readByAdviser: z.int(),
})

export async function threadOf(read: Read, caseId: string) {
  const [row] = await read(
    threadRow,
    'consultation',
    `SELECT unnamed, reach, parts, handed_lines AS "handedLines", handed_at AS "handedAt", intake_sealed AS "intakeSealed", opposite_enc AS "oppositeEnc",
       coalesce((SELECT up_to FROM consultation_reads r WHERE r.case_id = o.case_id AND r.side = 'party'), 0) AS "readByParty",
       coalesce((SELECT up_to FROM consultation_reads r WHERE r.case_id = o.case_id AND r.side = 'adviser'), 0) AS "readByAdviser"
     FROM consultations o WHERE case_id = $1::uuid`,
    [caseId],
  )
  return row
}

const lineRow = z.strictObject({
  id: z.string(),
  n: z.int(),
  at: z.date(),
  side: z.enum(['party', 'adviser']),
  authorName: z.nullable(z.string()),
  kind: z.enum(['question', 'answer', 'ask', 'thanks', 'correction']),
  wordsSealed: z.nullable(z.string()),
  corrects: z.nullable(z.int()),
  fileIds: z.array(z.string()),
})
export type LineRow = z.output<typeof lineRow>

const lineColumns = `id, n, at, side, author_name AS "authorName", kind, words_sealed AS "wordsSealed", corrects,
  ARRAY(SELECT file_id::text FROM consultation_line_files f WHERE f.line_id = l.id ORDER BY position) AS "fileIds"`

export const linesOf = (read: Read, caseId: string) =>
  read(
    lineRow,
    'consultation-lines',
    `SELECT ${lineColumns} FROM consultation_lines l WHERE case_id = $1::uuid ORDER BY n`,
    [caseId],
  )

export const linesOfMany = (read: Read, caseIds: readonly string[]) =>
  read(
    z.extend(lineRow, { caseId: z.string() }),
    'lines-of-consultations',
    `SELECT case_id AS "caseId", ${lineColumns} FROM consultation_lines l WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id, n`,
    [caseIds],
  )

export const oppositesOf = (read: Read, caseIds: readonly string[]) =>
  read(
    z.strictObject({ caseId: z.string(), oppositeEnc: z.nullable(z.string()) }),
    'opposites-of-consultations',
    `SELECT case_id AS "caseId", opposite_enc AS "oppositeEnc" FROM consultations WHERE case_id = ANY ($1::uuid[])`,
    [caseIds],
  )
