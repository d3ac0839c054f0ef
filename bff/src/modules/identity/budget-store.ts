/** What bounds guessing for good, whatever happens to Redis: codes sent to a number for devices it does not know. */
import * as z from 'zod/mini'
import { sha256 } from '../../platform/crypto'
import type { Db, Tx } from '../../platform/db'
import { bytes } from './store'

export interface Budget {
  bucket: Buffer
  at: Date
  /** A window that began before this is over. */
  from: Date
  most: number
}

/** @returns how many were taken from it so far in its window */
export async function takenFrom(db: Db, { bucket, from }: Pick<Budget, 'bucket' | 'from'>): Promise<number> {
  const row = await db.client.codeBudget.findUnique({ where: { bucketHash: bytes(bucket) } })
  return row && row.since > from ? row.taken : 0
}

/** Takes one. @returns false, and nothing changes, when there are none left */
export async function takeOne(db: Db, { bucket, at, from, most }: Budget): Promise<boolean> {
  const taken = await db.client.$executeRaw`
    INSERT INTO code_budgets (bucket_hash, since, taken) VALUES (${bucket}, ${at}::timestamptz, 1)
    ON CONFLICT (bucket_hash) DO UPDATE SET
      since = CASE WHEN code_budgets.since <= ${from}::timestamptz THEN excluded.since ELSE code_budgets.since END,
      taken = CASE WHEN code_budgets.since <= ${from}::timestamptz THEN 1 ELSE code_budgets.taken + 1 END
    WHERE code_budgets.since <= ${from}::timestamptz OR code_budgets.taken < ${most}::int`
  return taken === 1
}

/** Nothing was sent after all. */
export async function giveOneBack(db: Db, bucket: Buffer): Promise<void> {
  await db.client
    .$executeRaw`UPDATE code_budgets SET taken = taken - 1 WHERE bucket_hash = ${bucket} AND taken > 1`
}

/** Was the account of this number signed in on this device before? */
export async function isKnownDevice(db: Db, phoneHash: Buffer, device: string): Promise<boolean> {
  const rows = await db.statement(
    z.strictObject({ known: z.literal(1) }),
    'known-device',
    `SELECT 1 AS known FROM accounts a JOIN known_devices k ON k.account_id = coalesce(a.joined_into, a.id)
     WHERE a.phone_hash = $1 AND k.device_hash = $2`,
    [phoneHash, sha256(device)],
  )
  return rows.length > 0
}

/** From now on the device is one that the account's number knows. */
export async function knowDevice(tx: Tx, accountId: string, device: string, at: Date): Promise<void> {
  await tx.$executeRaw`INSERT INTO known_devices (account_id, device_hash, last_at)
    VALUES (${accountId}::uuid, ${sha256(device)}, ${at}::timestamptz)
    ON CONFLICT (account_id, device_hash) DO UPDATE SET last_at = excluded.last_at`
}

/** Windows that are over, and devices not seen for long. @returns how many went */
export async function forgetBudgets(db: Db, before: { budgets: Date; devices: Date }): Promise<number> {
  const budgets = await db.client.$executeRaw`DELETE FROM code_budgets WHERE ctid IN
    (SELECT ctid FROM code_budgets WHERE since < ${before.budgets}::timestamptz LIMIT 1000)`
  if (budgets > 0) return budgets
  return db.client.$executeRaw`DELETE FROM known_devices WHERE ctid IN
    (SELECT ctid FROM known_devices WHERE last_at < ${before.devices}::timestamptz LIMIT 1000)`
}
