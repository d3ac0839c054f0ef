/** Printed slips: found by the hash of their secret. Their codes are those of the number they are sent to. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'

const slipRow = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  rateUntil: z.date(),
  community: z.string(),
  /** Whose telephone gets the code: the person served, of a child who decides for it. */
  raterId: z.string(),
})
export type SlipRow = z.output<typeof slipRow>

const slips = `SELECT s.id, s.case_id AS "caseId", t.rate_until AS "rateUntil", c.community_code AS community,
    coalesce((SELECT g.account_id FROM deciding_guardians g WHERE g.child_id = c.child_id ORDER BY g.place LIMIT 1),
      c.subject_id) AS "raterId"
  FROM rating_slips s JOIN cases c ON c.id = s.case_id JOIN rating_rights t ON t.case_id = s.case_id`

export async function findSlip(db: Db, tokenHash: Buffer, now: Date): Promise<SlipRow | undefined> {
  const [row] = await db.statement(
    slipRow,
    'slip',
    `${slips} WHERE s.token_hash = $1 AND s.expires_at > $2::timestamptz`,
    [tokenHash, now],
  )
  return row
}

export interface NewSlip {
  id: string
  caseId: string
  tokenHash: Buffer
  tokenEnc: string
  printedBy: string
  at: Date
  expiresAt: Date
}

export async function insertSlip(tx: Tx, s: NewSlip): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rating_slips (id, case_id, token_hash, token_enc, printed_by, printed_at, expires_at)
    VALUES (${s.id}::uuid, ${s.caseId}::uuid, ${s.tokenHash}, ${s.tokenEnc}, ${s.printedBy}::uuid, ${s.at}::timestamptz,
      ${s.expiresAt}::timestamptz)`
}

/** The slip that a key printed, for an answer that was lost. */
export const printedSlip = (
  db: Db,
  id: string,
): Promise<{ id: string; caseId: string; tokenEnc: string } | null> =>
  db.client.ratingSlip.findUnique({
    where: { id },
    select: { id: true, caseId: true, tokenEnc: true },
  })

/** Slips of a case that are still good are so no longer. */
export async function endSlips(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE rating_slips SET expires_at = ${at}::timestamptz WHERE case_id = ${caseId}::uuid AND expires_at > ${at}::timestamptz`
}

/** What the code was spent for. */
export async function openSlip(tx: Tx, id: string, pass: { hash: Buffer; expiresAt: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE rating_slips SET pass_hash = ${pass.hash}, pass_expires_at = ${pass.expiresAt}::timestamptz
    WHERE id = ${id}::uuid`
}

export async function isPassOf(db: Db, id: string, passHash: Buffer, now: Date): Promise<boolean> {
  const n = await db.client.ratingSlip.count({
    where: { id, passHash: new Uint8Array(passHash), passExpiresAt: { gt: now } },
  })
  return n === 1
}

/** Slips that are long over. @returns how many went */
export const forgetSlips = (db: Db, before: Date): Promise<number> =>
  db.client.$executeRaw`DELETE FROM rating_slips WHERE ctid IN
    (SELECT ctid FROM rating_slips WHERE expires_at < ${before}::timestamptz LIMIT 1000)`
