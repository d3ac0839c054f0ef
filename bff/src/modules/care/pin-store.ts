/** PINs: a try is counted before it is compared, by one statement, so that no race has a sixth. */
import type { Db } from '../../platform/db'

export async function putPin(
  db: Db,
  p: { accountId: string; hash: Buffer; salt: Buffer; at: Date },
): Promise<void> {
  await db.client.$executeRaw`
    INSERT INTO care_pins (account_id, pin_hash, salt, changed_at)
    VALUES (${p.accountId}::uuid, ${p.hash}, ${p.salt}, ${p.at}::timestamptz)
    ON CONFLICT (account_id) DO UPDATE SET pin_hash = excluded.pin_hash, salt = excluded.salt, attempts = 0,
      locked_until = NULL, changed_at = excluded.changed_at`
}

export interface Try {
  hash: Uint8Array
  salt: Uint8Array
  /** This was the last one: it is locked unless it was right. */
  last: boolean
}

/** Counts a try; the fifth locks until `lockUntil`. @returns undefined when it is locked, or there is no PIN */
export async function countTry(
  db: Db,
  accountId: string,
  { at, lockUntil }: { at: Date; lockUntil: Date },
): Promise<Try | undefined> {
  const [row] = await db.client.$queryRaw<Try[]>`
    UPDATE care_pins SET attempts = attempts % 5 + 1,
      locked_until = CASE WHEN attempts % 5 + 1 = 5 THEN ${lockUntil}::timestamptz END
    WHERE account_id = ${accountId}::uuid AND (locked_until IS NULL OR locked_until <= ${at}::timestamptz)
    RETURNING pin_hash AS hash, salt, attempts = 5 AS last`
  return row
}

export const lockOf = (db: Db, accountId: string) =>
  db.client.carePin.findUnique({ where: { accountId }, select: { lockedUntil: true } })

/** It was right: what was counted goes. A PIN that was changed meanwhile keeps its own count. */
export async function clearTries(db: Db, accountId: string, hash: Uint8Array): Promise<void> {
  await db.client.$executeRaw`UPDATE care_pins SET attempts = 0, locked_until = NULL
    WHERE account_id = ${accountId}::uuid AND pin_hash = ${hash}`
}
