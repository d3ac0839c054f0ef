/** Accounts that are being left: until the time that was said signing in takes it back, from then on nothing opens them. */
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { countRow, idRow, rowOf, rowsOfText } from '../../platform/rows'

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
  const rows = await rowsOfText(
    tx,
    idRow,
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
  const rows = await rowsOfText(
    tx,
    idRow,
    `DELETE FROM login_identities WHERE subject_hash = $1 AND account_id IN (${left}) RETURNING account_id AS id`,
    subjectHash,
    at,
  )
  for (const { id } of rows)
    await proveErasure(tx, { aboutId: id, cause: 'asked', fields: { contact: 1 }, at })
}

/** From now on signing in takes it back, and at the time it is final. */
export async function markLeaving(tx: Tx, accountId: string, leavesAt: Date): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { leavesAt }, select: { id: true } })
}

/** Every session of whoever leaves ends. */
export async function endSessionsOf(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.session.updateMany({
    where: { accountId: { in: [...ids] }, revokedAt: null },
    data: { revokedAt: at, revokedReason: 'logged_out_everywhere' },
  })
}

/** The account itself: its id stays for what is only added to. @returns how many sealed fields went */
export async function emptyAccounts(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  const row = await rowOf(tx, countRow)`
    WITH before AS (SELECT num_nonnulls(name_enc, phone_enc, former_phone_enc) AS n FROM accounts
      WHERE id = ANY (${[...ids]}::uuid[])
    ), emptied AS (
      UPDATE accounts SET name_enc = NULL, phone_enc = NULL, phone_hash = NULL, phone_seen_at = NULL, name_tries = 0,
        former_phone_enc = NULL, former_phone_hash = NULL, community_code = NULL, elder_mode = false, demo_key = NULL,
        demo_says = NULL, kept_since = NULL, erased_at = ${at}::timestamptz
      WHERE id = ANY (${[...ids]}::uuid[])
    ) SELECT coalesce(sum(n), 0)::int AS n FROM before`
  return row?.n ?? 0
}
