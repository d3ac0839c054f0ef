/** PINs: a try is counted before it is compared, by one statement, so that no race has a sixth. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { rowOf } from '../../../platform/rows'

export async function putPin(
  tx: Tx,
  p: { accountId: string; hash: Buffer; salt: Buffer; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO care_pins (account_id, pin_hash, salt, changed_at)
    VALUES (${p.accountId}::uuid, ${p.hash}, ${p.salt}, ${p.at}::timestamptz)
    ON CONFLICT (account_id) DO UPDATE SET pin_hash = excluded.pin_hash, salt = excluded.salt,
      changed_at = excluded.changed_at`
  await tx.carePinTry.deleteMany({ where: { accountId: p.accountId } })
}

/** Whose PIN is typed on which tablet: wrong ones are counted by both. */
const padRow = z.strictObject({ deviceId: z.string(), accountId: z.string() })
export type Pad = z.output<typeof padRow>

const tryRow = z.strictObject({
  hash: z.instanceof(Uint8Array),
  salt: z.instanceof(Uint8Array),
  /** This was the last one: it is locked unless it was right. */
  last: z.boolean(),
})
export type Try = z.output<typeof tryRow>

/** Counts a try; the fifth locks until `lockUntil`. @returns undefined when it is locked, or there is no PIN */
export const countTry = (
  db: Db,
  { deviceId, accountId }: Pad,
  { at, lockUntil }: { at: Date; lockUntil: Date },
): Promise<Try | undefined> =>
  rowOf(db.client, tryRow)`
    WITH counted AS (
      INSERT INTO care_pin_tries AS t (device_id, account_id, attempts)
      SELECT ${deviceId}::uuid, account_id, 1 FROM care_pins WHERE account_id = ${accountId}::uuid
      ON CONFLICT (device_id, account_id) DO UPDATE SET attempts = t.attempts % 5 + 1,
        locked_until = CASE WHEN t.attempts % 5 + 1 = 5 THEN ${lockUntil}::timestamptz END
      WHERE t.locked_until IS NULL OR t.locked_until <= ${at}::timestamptz
      RETURNING attempts
    ) SELECT p.pin_hash AS hash, p.salt, c.attempts = 5 AS last FROM counted c, care_pins p
      WHERE p.account_id = ${accountId}::uuid`

export const lockOf = (db: Db, { deviceId, accountId }: Pad) =>
  db.client.carePinTry.findUnique({
    where: { deviceId_accountId: { deviceId, accountId } },
    select: { lockedUntil: true },
  })

/** It was right: what was counted goes. A PIN that was changed meanwhile keeps its own count. */
export async function clearTries(db: Db, { deviceId, accountId }: Pad, hash: Uint8Array): Promise<void> {
  await db.client.$executeRaw`DELETE FROM care_pin_tries t USING care_pins p
    WHERE t.device_id = ${deviceId}::uuid AND t.account_id = ${accountId}::uuid
      AND p.account_id = t.account_id AND p.pin_hash = ${hash}`
}

const lockedRow = z.extend(padRow, { device: z.string(), name: z.string(), lockedUntil: z.date() })
export type Locked = z.output<typeof lockedRow>

/** SQL: the badge under which an account looks after children in the community of the tablet `d`. */
const badge = `(SELECT g.display_name FROM grants g WHERE g.account_id = t.account_id AND g.role = 'care_worker'
  AND g.revoked_at IS NULL AND d.community_code LIKE g.division_code || '%' ORDER BY length(g.division_code) DESC LIMIT 1)`

/** Who is locked out of which tablet of these communities now. */
export const lockedIn = (db: Db, communities: readonly string[], now: Date): Promise<Locked[]> =>
  db.statement(
    lockedRow,
    'care-locked',
    `SELECT t.device_id AS "deviceId", t.account_id AS "accountId", d.name AS device, coalesce(${badge}, '') AS name,
       t.locked_until AS "lockedUntil"
     FROM care_pin_tries t JOIN care_devices d ON d.id = t.device_id AND d.revoked_at IS NULL
     WHERE t.locked_until > $2::timestamptz AND EXISTS (SELECT FROM unnest($1::text[]) AS c WHERE d.community_code LIKE c || '%')
     ORDER BY t.locked_until DESC, t.account_id LIMIT 50`,
    [communities, now],
  )

export async function unlock(db: Db, { deviceId, accountId }: Pad): Promise<void> {
  await db.client.carePinTry.deleteMany({ where: { deviceId, accountId } })
}
