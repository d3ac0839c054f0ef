/** Calls, and visits that are asked for after three in vain. */
import { attemptOutcome } from '@linli/contracts/consultation-thread'
import * as z from 'zod/mini'
import type { Tx } from '../../../platform/db'
import type { Read } from '../../../platform/read'
import { rowOf } from '../../../platform/rows'

export interface NewAttempt {
  id: string
  caseId: string
  byId: string
  byName: string
  outcome: string
  at: Date
}

const stoodRow = z.strictObject({ n: z.int(), inVain: z.int(), unnamed: z.boolean() })

/** The case is locked, so calls are counted one after the other. */
export async function insertAttempt(tx: Tx, a: NewAttempt): Promise<z.output<typeof stoodRow> | undefined> {
  await tx.$executeRaw`
    INSERT INTO consultation_attempts (id, case_id, n, after_line, at, by_id, by_name, outcome)
    SELECT ${a.id}::uuid, ${a.caseId}::uuid,
      (SELECT coalesce(max(n), 0) + 1 FROM consultation_attempts WHERE case_id = ${a.caseId}::uuid),
      (SELECT coalesce(max(n), 0) FROM consultation_lines WHERE case_id = ${a.caseId}::uuid AND side = 'party'),
      ${a.at}::timestamptz, ${a.byId}::uuid, ${a.byName}, ${a.outcome}`
  return rowOf(tx, stoodRow)`
    SELECT (SELECT max(n) FROM consultation_attempts a WHERE a.case_id = o.case_id) AS n,
      calls_in_vain(o.case_id) AS "inVain", o.unnamed
    FROM consultations o WHERE o.case_id = ${a.caseId}::uuid`
}

/** @returns false where somebody is on the way already */
export async function insertVisit(
  tx: Tx,
  v: { id: string; caseId: string; attemptN: number; at: Date },
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO contact_visits (id, case_id, community_code, attempt_n, asked_at)
    SELECT ${v.id}::uuid, id, community_code, ${v.attemptN}::int, ${v.at}::timestamptz FROM cases WHERE id = ${v.caseId}::uuid
    ON CONFLICT (case_id) WHERE done_at IS NULL AND ended_at IS NULL DO NOTHING`
  return added === 1
}

/** Nobody needs to go any more. */
export async function endVisits(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE contact_visits SET ended_at = ${at}::timestamptz
    WHERE case_id = ${caseId}::uuid AND done_at IS NULL AND ended_at IS NULL`
}

const attemptRow = z.strictObject({ at: z.date(), outcome: attemptOutcome, by: z.string() })

export const attemptsOf = (read: Read, caseId: string) =>
  read(
    attemptRow,
    'consultation-attempts',
    `SELECT at, outcome, by_name AS by FROM consultation_attempts WHERE case_id = $1::uuid ORDER BY n`,
    [caseId],
  )

const visitRow = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  community: z.string(),
  subjectId: z.string(),
  askedAt: z.date(),
  doneAt: z.nullable(z.date()),
  isOpen: z.boolean(),
})
export type VisitRow = z.output<typeof visitRow>

const visitColumns = `v.id, v.case_id AS "caseId", v.community_code AS community, c.subject_id AS "subjectId",
  v.asked_at AS "askedAt", v.done_at AS "doneAt", v.done_at IS NULL AND v.ended_at IS NULL AND c.closed_at IS NULL AS "isOpen"`

/** Those to come, and those of the last weeks, oldest first; what turned out not to be needed is nobody's any more. */
export const visitsOf = (read: Read, community: string, since: Date) =>
  read(
    visitRow,
    'contact-visits',
    `SELECT ${visitColumns} FROM contact_visits v JOIN cases c ON c.id = v.case_id
     WHERE v.community_code = $1 AND v.ended_at IS NULL AND (v.done_at > $2::timestamptz OR v.done_at IS NULL AND c.closed_at IS NULL)
     ORDER BY v.done_at IS NOT NULL, date_trunc('day', v.asked_at, 'Asia/Shanghai'), v.id LIMIT 200`,
    [community, since],
  )

export async function visitById(read: Read, id: string): Promise<VisitRow | undefined> {
  const [row] = await read(
    visitRow,
    'contact-visit',
    `SELECT ${visitColumns} FROM contact_visits v JOIN cases c ON c.id = v.case_id WHERE v.id = $1::uuid`,
    [id],
  )
  return row
}

/** The last one that was asked for. */
export async function visitOf(read: Read, caseId: string): Promise<VisitRow | undefined> {
  const [row] = await read(
    visitRow,
    'visit-of-case',
    `SELECT ${visitColumns} FROM contact_visits v JOIN cases c ON c.id = v.case_id
     WHERE v.case_id = $1::uuid AND v.ended_at IS NULL ORDER BY v.attempt_n DESC LIMIT 1`,
    [caseId],
  )
  return row
}

/** Guarded. @returns false where somebody else was there, or nobody needed to go any more */
export const finishVisit = async (
  tx: Tx,
  id: string,
  by: { accountId: string; badge: string },
  at: Date,
): Promise<boolean> =>
  (await tx.$executeRaw`
    UPDATE contact_visits SET done_at = ${at}::timestamptz, done_by = ${by.accountId}::uuid, done_name = ${by.badge}
    WHERE id = ${id}::uuid AND done_at IS NULL AND ended_at IS NULL`) === 1

const phoneRow = z.strictObject({ reach: z.enum(['here', 'phone']), parts: z.array(z.string()) })

export async function reachOf(read: Read, caseId: string): Promise<z.output<typeof phoneRow> | undefined> {
  const [row] = await read(
    phoneRow,
    'consultation-reach',
    `SELECT reach, parts FROM consultations WHERE case_id = $1::uuid`,
    [caseId],
  )
  return row
}
