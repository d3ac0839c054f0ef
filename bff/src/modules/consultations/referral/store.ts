/** The promise: one referral of a case is open at a time, and one of those who may have it is its receiver. */
import { handedPart, referralKind } from '@linli/contracts/consultation-thread'
import * as z from 'zod/mini'
import type { Tx } from '../../../platform/db'
import type { Read } from '../../../platform/read'
import { idRow, rowsOf } from '../../../platform/rows'

export interface NewReferral {
  id: string
  caseId: string
  kind: string
  parts: readonly string[]
  office: string
  proposedBy: string
  at: Date
}

export async function insertReferral(tx: Tx, r: NewReferral): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO consultation_referrals (id, case_id, kind, parts, office_code, state, proposed_by, proposed_at)
    VALUES (${r.id}::uuid, ${r.caseId}::uuid, ${r.kind}, ${[...r.parts]}::text[], ${r.office}, 'proposed',
      ${r.proposedBy}::uuid, ${r.at}::timestamptz)`
}

const state = z.enum(['proposed', 'declined', 'sent', 'acknowledged', 'returned', 'withdrawn'])
export type ReferralState = z.output<typeof state>

const referralRow = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  kind: referralKind,
  parts: z.array(handedPart),
  office: z.string(),
  state,
  proposedBy: z.string(),
  proposedAt: z.date(),
  dueAt: z.nullable(z.date()),
  endedAt: z.nullable(z.date()),
})
export type ReferralRow = z.output<typeof referralRow>

const columns = `r.id, r.case_id AS "caseId", r.kind, r.parts, r.office_code AS office, r.state, r.proposed_by AS "proposedBy",
  r.proposed_at AS "proposedAt", r.due_at AS "dueAt", r.ended_at AS "endedAt"`

export async function referralById(read: Read, id: string): Promise<ReferralRow | undefined> {
  const [row] = await read(
    referralRow,
    'consultation-referral',
    `SELECT ${columns} FROM consultation_referrals r WHERE r.id = $1::uuid`,
    [id],
  )
  return row
}

export const referralsOf = (read: Read, caseId: string) =>
  read(
    referralRow,
    'consultation-referrals',
    `SELECT ${columns} FROM consultation_referrals r WHERE r.case_id = $1::uuid
     ORDER BY r.proposed_at, r.ended_at NULLS LAST, r.id`,
    [caseId],
  )

/** Guarded by the state in which it was seen. @returns whether it was there */
export async function sendReferral(tx: Tx, id: string, dueAt: Date): Promise<boolean> {
  const sent = await tx.$executeRaw`
    UPDATE consultation_referrals SET state = 'sent', due_at = ${dueAt}::timestamptz
    WHERE id = ${id}::uuid AND state = 'proposed'`
  return sent === 1
}

/** Ends what of a case is open in one of these states. @returns it, where there was one */
export const endReferral = (
  tx: Tx,
  caseId: string,
  change: { from: readonly ReferralState[]; to: ReferralState; at: Date },
) =>
  rowsOf(tx, idRow)`
    UPDATE consultation_referrals SET state = ${change.to}, ended_at = ${change.at}::timestamptz
    WHERE case_id = ${caseId}::uuid AND state = ANY (${[...change.from]}::text[]) RETURNING id`

export interface Receiver {
  accountId: string
  badge: string
}

/** Guarded: of all who may have it, one does. */
export async function receive(
  tx: Tx,
  id: string,
  { accountId, badge }: Receiver,
  at: Date,
): Promise<boolean> {
  const received = await tx.$executeRaw`
    UPDATE consultation_referrals SET state = 'acknowledged', ended_at = ${at}::timestamptz, receiver_id = ${accountId}::uuid,
      receiver_name = ${badge}
    WHERE id = ${id}::uuid AND state = 'sent'`
  return received === 1
}

/** From now on it is the receiver's, who reads what was named of the lines that there are, and all that comes. */
export async function handOver(
  tx: Tx,
  { caseId, parts, office }: Pick<ReferralRow, 'caseId' | 'parts' | 'office'>,
  { accountId, badge }: Receiver,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE consultations SET office_code = ${office}, handler_id = ${accountId}::uuid, handler_name = ${badge},
      handed_at = ${at}::timestamptz, opened_at = NULL, moves_at = NULL, parts = ${[...parts]}::text[],
      handed_lines = (SELECT coalesce(max(n), 0) FROM consultation_lines WHERE case_id = ${caseId}::uuid)
    WHERE case_id = ${caseId}::uuid`
}

const officeRow = z.strictObject({ office: z.string(), accountId: z.string() })

/** Everybody in one of these offices who can receive it but one, the nearest office first. */
export const receiversAt = (tx: Tx, offices: readonly string[], role: string, but: string | null) =>
  rowsOf(tx, officeRow)`
    SELECT division_code AS office, account_id AS "accountId" FROM grants
    WHERE division_code = ANY (${[...offices]}::text[]) AND role = ${role} AND revoked_at IS NULL
      AND account_id IS DISTINCT FROM ${but}::uuid
    GROUP BY division_code, account_id ORDER BY length(division_code) DESC, account_id`

const handedRow = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  kind: referralKind,
  parts: z.array(handedPart),
  dueAt: z.date(),
  number: z.string(),
  community: z.string(),
  createdAt: z.date(),
  urgent: z.boolean(),
})

/** What waits in these offices for a receipt; `offices` and `kinds` go together, pair by pair. */
export const handedTo = (
  read: Read,
  accountId: string,
  asked: { offices: readonly string[]; kinds: readonly string[]; now: Date },
) =>
  read(
    handedRow,
    'handed-to',
    `SELECT r.id, r.case_id AS "caseId", r.kind, r.parts, r.due_at AS "dueAt", c.number, c.community_code AS community,
       c.created_at AS "createdAt", o.urgent
     FROM consultation_referrals r JOIN cases c ON c.id = r.case_id JOIN consultations o ON o.case_id = r.case_id
       JOIN unnest($2::text[], $3::text[]) AS mine (office, kind) ON mine.office = r.office_code AND mine.kind = r.kind
     WHERE r.state = 'sent' AND r.due_at > $4::timestamptz AND c.state = 'referred' AND c.subject_id <> $1::uuid
       AND o.handler_id IS DISTINCT FROM $1
     ORDER BY r.due_at, r.id LIMIT 200`,
    [accountId, [...asked.offices], [...asked.kinds], asked.now],
  )

/** What is handed over and was not acknowledged in time. */
export const unreceived = (read: Read, now: Date, limit: number) =>
  read(
    idRow,
    'unreceived',
    `SELECT id FROM cases WHERE type = 'consultation' AND state = 'referred' AND closed_at IS NULL
       AND lapses_at <= $1::timestamptz ORDER BY lapses_at, id LIMIT $2::int`,
    [now, limit],
  )
