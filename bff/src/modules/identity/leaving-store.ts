/** Accounts that are being left: until the time that was said signing in takes it back, from then on nothing opens them. */
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'

/** Whoever signs in before the time has come stays. @returns whether they had asked to leave */
export async function takeBackLeaving(tx: Tx, accountId: string, at: Date): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, leavesAt: { gt: at }, erasedAt: null },
    data: { leavesAt: null },
  })
  return count === 1
}

/** Accounts whose time has come, with what became part of them. */
const left = `SELECT p.id FROM accounts p JOIN accounts w ON w.id = coalesce(p.joined_into, p.id) WHERE w.leaves_at <= $2::timestamptz`

/**
 * The number of an account whose time has come is free, also before the job was there. It is locked: of two who come at
 * once one frees it.
 */
export async function freeLeftNumber(tx: Tx, phoneHash: Uint8Array, at: Date): Promise<void> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `UPDATE accounts SET phone_enc = NULL, phone_hash = NULL, phone_seen_at = NULL
     WHERE phone_hash = $1 AND id IN (${left}) RETURNING coalesce(joined_into, id) AS id`,
    phoneHash,
    at,
  )
  for (const { id } of rows)
    await proveErasure(tx, { aboutId: id, cause: 'asked', fields: { contact: 1 }, at })
}

/** The same for a WeChat. */
export async function freeLeftIdentity(tx: Tx, subjectHash: Uint8Array, at: Date): Promise<void> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `DELETE FROM login_identities WHERE subject_hash = $1 AND account_id IN (${left}) RETURNING account_id AS id`,
    subjectHash,
    at,
  )
  for (const { id } of rows)
    await proveErasure(tx, { aboutId: id, cause: 'asked', fields: { contact: 1 }, at })
}
