/** The desks and the people at them, read and locked inside the transaction that gives a question to somebody. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { idRow, rowsOf, type Sender } from '../../platform/rows'
import { startOfDay } from '../../platform/shanghai'
import { deskRoles, legalRoles } from './policy'
import type { Candidate } from './rules'

const span = z.strictObject({ weekday: z.int(), from: z.int(), to: z.int() })
const candidateRow = z.strictObject({
  accountId: z.string(),
  badge: z.string(),
  division: z.string(),
  open: z.int(),
  duties: z.array(span),
  away: z.array(z.strictObject({ from: z.string(), to: z.string() })),
})

/** Everybody who may be given a question at one of these desks. */
export const candidatesAt = (tx: Tx, desks: readonly string[], day: string): Promise<Candidate[]> =>
  rowsOf(tx, candidateRow)`
    SELECT g.account_id AS "accountId", min(g.display_name) AS badge, g.division_code AS division,
      (SELECT count(*)::int FROM consultations o JOIN cases c ON c.id = o.case_id
        WHERE o.handler_id = g.account_id AND c.closed_at IS NULL) AS open,
      coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', weekday, 'from', from_minute, 'to', to_minute))
        FROM adviser_duties d WHERE d.account_id = g.account_id), '[]') AS duties,
      coalesce((SELECT jsonb_agg(jsonb_build_object('from', from_day::text, 'to', to_day::text))
        FROM adviser_absences a WHERE a.account_id = g.account_id AND a.to_day >= ${day}::date), '[]') AS away
    FROM grants g WHERE g.division_code = ANY (${[...desks]}::text[]) AND g.role = ANY (${[...deskRoles]}::text[])
      AND g.revoked_at IS NULL
    GROUP BY g.account_id, g.division_code`

/** Holds everybody of a desk, by id: what they are given meanwhile waits, so that no conflict appears between look and gift. */
export async function lockAdvisers(tx: Tx, accountIds: readonly string[], at: Date): Promise<void> {
  const ids = [...accountIds].sort()
  await tx.$executeRaw`
    INSERT INTO advisers (account_id, created_at) SELECT id, ${at}::timestamptz FROM unnest(${ids}::uuid[]) AS wanted (id)
    ORDER BY id ON CONFLICT DO NOTHING`
  await tx.$executeRaw`SELECT FROM advisers WHERE account_id = ANY (${ids}::uuid[]) ORDER BY account_id FOR UPDATE`
}

/** Those of them who hold one of these roles at an office, as of now. */
export const holdersAmong = async (
  tx: Tx,
  accountIds: readonly string[],
  office: string,
  roles: readonly string[],
): Promise<string[]> => {
  const rows = await rowsOf(tx, idRow)`
    SELECT DISTINCT account_id AS id FROM grants WHERE account_id = ANY (${[...accountIds]}::uuid[])
      AND division_code = ${office} AND role = ANY (${[...roles]}::text[]) AND revoked_at IS NULL`
  return rows.map(({ id }) => id)
}

const matterRow = z.strictObject({
  caseId: z.string(),
  handlerId: z.string(),
  personId: z.string(),
  personName: z.nullable(z.string()),
  oppositeHash: z.nullable(z.instanceof(Uint8Array)),
})
export type MatterRow = z.output<typeof matterRow>

/** The open matters of these people: who is on either side. */
export const mattersOf = (sender: Sender, accountIds: readonly string[]): Promise<MatterRow[]> =>
  rowsOf(sender, matterRow)`
    SELECT c.id AS "caseId", o.handler_id AS "handlerId", a.id AS "personId", a.name_enc AS "personName", o.opposite_hash AS "oppositeHash"
    FROM consultations o JOIN cases c ON c.id = o.case_id JOIN accounts a ON a.id = c.subject_id
    WHERE o.handler_id = ANY (${[...accountIds]}::uuid[]) AND c.closed_at IS NULL`

/** These people themselves: their own name, and against whom they have asked in what is still open. */
export const ownSidesOf = (
  sender: Sender,
  accountIds: readonly string[],
): Promise<Omit<MatterRow, 'caseId' | 'personId'>[]> =>
  rowsOf(sender, z.omit(matterRow, { caseId: true, personId: true }))`
    SELECT a.id AS "handlerId", a.name_enc AS "personName", own.opposite_hash AS "oppositeHash"
    FROM accounts a LEFT JOIN (SELECT c.subject_id, o.opposite_hash FROM cases c JOIN consultations o ON o.case_id = c.id
      WHERE c.closed_at IS NULL AND o.opposite_hash IS NOT NULL) own ON own.subject_id = a.id
    WHERE a.id = ANY (${[...accountIds]}::uuid[])`

const sidesRow = z.strictObject({
  caseId: z.string(),
  subjectId: z.string(),
  personName: z.nullable(z.string()),
  oppositeHash: z.nullable(z.instanceof(Uint8Array)),
})

/** Who is on either side of each of these cases. */
export const sidesOf = (sender: Sender, caseIds: readonly string[]): Promise<z.output<typeof sidesRow>[]> =>
  rowsOf(sender, sidesRow)`
    SELECT c.id AS "caseId", c.subject_id AS "subjectId", a.name_enc AS "personName", o.opposite_hash AS "oppositeHash"
    FROM cases c JOIN accounts a ON a.id = c.subject_id JOIN consultations o ON o.case_id = c.id
    WHERE c.id = ANY (${[...caseIds]}::uuid[])`

export interface Handing {
  caseId: string
  office: string
  /** Null: it is the desk's alone. */
  to: { accountId: string; badge: string } | null
  /** Hours after which it goes on, if it presses and nobody opened it. */
  unopenedHours: number
  at: Date
}

/** The next one reads what this one could, and what comes; a referral writes parts of its own. */
export async function handTo(tx: Tx, { caseId, office, to, unopenedHours, at }: Handing): Promise<void> {
  await tx.$executeRaw`
    UPDATE consultations SET office_code = ${office}, handler_id = ${to?.accountId ?? null}::uuid,
      handler_name = ${to?.badge ?? null}, handed_at = ${to ? at : null}::timestamptz, opened_at = NULL,
      moves_at = CASE WHEN urgent AND ${to !== null} THEN ${at}::timestamptz + make_interval(hours => ${unopenedHours}::int) END
    WHERE case_id = ${caseId}::uuid`
  await forgetRead(tx, caseId)
}

/** What the former one has read, the next has not. */
export async function forgetRead(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM consultation_reads WHERE case_id = ${caseId}::uuid AND side = 'adviser'`
}

/** What somebody has asked or works on: what was given last first, so that of two matters the older one stays. */
export const heldAround = (tx: Tx, accountId: string) =>
  rowsOf(tx, idRow)`
    SELECT c.id FROM cases c JOIN consultations o ON o.case_id = c.id
    WHERE c.closed_at IS NULL AND c.id IN (
      SELECT id FROM cases WHERE subject_id = ${accountId}::uuid AND type = 'consultation'
      UNION SELECT case_id FROM consultations WHERE handler_id = ${accountId}::uuid)
    ORDER BY o.handed_at DESC, c.id`

/**
 * What nobody opens, or whose handler is away or out of office: to be given to somebody else. Three questions: the first
 * two by an index of their own; for an office that was lost every open one is looked at, which are as many as the desks
 * have to do.
 */
export const stranded = (tx: Tx, day: string, at: Date, limit: number) =>
  rowsOf(tx, idRow)`
    SELECT id FROM (
      SELECT c.id, o.handed_at FROM consultations o JOIN cases c ON c.id = o.case_id
      WHERE o.opened_at IS NULL AND o.moves_at <= ${at}::timestamptz AND o.handler_id IS NOT NULL
        AND c.closed_at IS NULL AND c.state = 'waiting'
      UNION
      SELECT c.id, o.handed_at FROM adviser_absences a JOIN consultations o ON o.handler_id = a.account_id
        JOIN cases c ON c.id = o.case_id
      WHERE ${day}::date BETWEEN a.from_day AND a.to_day AND o.handed_at < ${startOfDay(day)}::timestamptz
        AND c.closed_at IS NULL AND c.state = 'waiting'
      UNION
      SELECT c.id, o.handed_at FROM cases c JOIN consultations o ON o.case_id = c.id
      WHERE c.type = 'consultation' AND c.closed_at IS NULL AND o.handler_id IS NOT NULL AND c.state IN ('waiting', 'asked', 'answered')
        AND NOT EXISTS (SELECT FROM grants g WHERE g.account_id = o.handler_id AND g.division_code = o.office_code
          AND g.role = ANY (${[...legalRoles]}::text[]) AND g.revoked_at IS NULL)) AS found
    ORDER BY handed_at, id LIMIT ${limit}::int`

/** What nobody works on yet: some of it, by lot, so that what nobody can have keeps nothing else waiting. */
export const unowned = (tx: Tx, limit: number) =>
  rowsOf(tx, idRow)`
    SELECT c.id FROM consultations o JOIN cases c ON c.id = o.case_id
    WHERE o.handler_id IS NULL AND c.closed_at IS NULL AND c.state = 'waiting' ORDER BY random() LIMIT ${limit}::int`

/** What waits for somebody who is away from now on. */
export const waitingFor = (tx: Tx, handlerId: string) =>
  rowsOf(tx, idRow)`
    SELECT c.id FROM consultations o JOIN cases c ON c.id = o.case_id
    WHERE o.handler_id = ${handlerId}::uuid AND c.closed_at IS NULL AND c.state = 'waiting' ORDER BY c.id`

/** What nobody waits for any more: its person has left. */
export const abandoned = (tx: Tx, limit: number) =>
  rowsOf(tx, idRow)`
    SELECT c.id FROM cases c JOIN accounts a ON a.id = c.subject_id
    WHERE c.type = 'consultation' AND c.closed_at IS NULL AND a.erased_at IS NOT NULL ORDER BY c.id LIMIT ${limit}::int`
