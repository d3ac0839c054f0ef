/** Shared tablets: pairing codes are spent once, PINs are counted before they are compared, all by guarded statements. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { idRow, rowOf } from '../../../platform/rows'
import { badgeOf, colleagueRow, fallsOnDay, nameRow } from '../duties/duty-store'
import { kept } from '../presence-store'

const deviceRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  name: z.string(),
  tokenHash: z.instanceof(Uint8Array),
  pairedAt: z.date(),
  lastUsedAt: z.nullable(z.date()),
})
export type Device = z.output<typeof deviceRow>

const deviceColumns = `id, community_code AS community, name, token_hash AS "tokenHash", paired_at AS "pairedAt",
  last_used_at AS "lastUsedAt"`

export const devicesIn = (db: Db, division: string): Promise<Device[]> =>
  db.statement(
    deviceRow,
    'care-devices',
    `SELECT ${deviceColumns} FROM care_devices WHERE community_code LIKE $1::text || '%' AND revoked_at IS NULL
     ORDER BY community_code, paired_at, id LIMIT 500`,
    [division],
  )

const anyDevice = z.extend(deviceRow, { revoked: z.boolean() })

/** Also one that was unpaired. */
export async function findDevice(db: Db, id: string): Promise<z.output<typeof anyDevice> | undefined> {
  const [row] = await db.statement(
    anyDevice,
    'care-device',
    `SELECT ${deviceColumns}, revoked_at IS NOT NULL AS revoked FROM care_devices WHERE id = $1::uuid`,
    [id],
  )
  return row
}

export async function markUsed(db: Db, id: string, at: Date): Promise<void> {
  await db.client.careDevice.updateMany({ where: { id, revokedAt: null }, data: { lastUsedAt: at } })
}

/** Holds the tablet's row, so that it is not unpaired before this transaction ends. @returns false when it is */
export async function holdDevice(tx: Tx, id: string): Promise<boolean> {
  const row = await rowOf(tx, idRow)`
    SELECT id FROM care_devices WHERE id = ${id}::uuid AND revoked_at IS NULL FOR SHARE`
  return row !== undefined
}

/** Names of the other tablets on which a carer is in at the moment. */
export async function otherTablets(
  db: Db,
  { deviceId, accountId }: { deviceId: string; accountId: string },
  now: Date,
): Promise<string[]> {
  const rows = await db.statement(
    nameRow,
    'other-tablets',
    `SELECT DISTINCT d.name FROM sessions s JOIN care_devices d ON d.id = s.care_device_id AND d.revoked_at IS NULL
     WHERE s.account_id = $1::uuid AND d.id <> $2::uuid AND s.revoked_at IS NULL AND s.expires_at > $3::timestamptz
     ORDER BY d.name`,
    [accountId, deviceId, now],
  )
  return rows.map((row) => row.name)
}

export async function unpair(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.careDevice.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } })
}

export interface NewCode {
  codeHash: Buffer
  community: string
  createdBy: string
  expiresAt: Date
}

/** @returns false when the same digits are out already */
export async function insertPairingCode(db: Db, c: NewCode): Promise<boolean> {
  const added = await db.client.$executeRaw`
    INSERT INTO care_pairing_codes (code_hash, community_code, created_by, expires_at)
    VALUES (${c.codeHash}, ${c.community}, ${c.createdBy}::uuid, ${c.expiresAt}::timestamptz) ON CONFLICT DO NOTHING`
  return added === 1
}

const spentRow = z.strictObject({ community: z.string(), createdBy: z.string() })

/** Spends a pairing code. @returns undefined when there is none, it was used, or its time is over */
export const spendPairingCode = (
  tx: Tx,
  codeHash: Buffer,
  at: Date,
): Promise<z.output<typeof spentRow> | undefined> =>
  rowOf(tx, spentRow)`
    UPDATE care_pairing_codes SET used_at = ${at}::timestamptz
    WHERE code_hash = ${codeHash} AND used_at IS NULL AND expires_at > ${at}::timestamptz
    RETURNING community_code AS community, created_by AS "createdBy"`

/** Codes that open nothing any more. @returns how many went */
export const forgetPairingCodes = (db: Db, before: Date): Promise<number> =>
  db.client.$executeRaw`DELETE FROM care_pairing_codes WHERE code_hash IN
    (SELECT code_hash FROM care_pairing_codes WHERE expires_at < ${before}::timestamptz LIMIT 1000)`

export async function insertDevice(
  tx: Tx,
  d: { id: string; community: string; name: string; tokenHash: Buffer; pairedBy: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO care_devices (id, community_code, name, token_hash, paired_by, paired_at)
    VALUES (${d.id}::uuid, ${d.community}, ${d.name}, ${d.tokenHash}, ${d.pairedBy}::uuid, ${d.at}::timestamptz)`
}

const carerRow = z.extend(colleagueRow, { hasPin: z.boolean() })

/** Who is on duty on a day in a community, by badge, and whether they have a PIN. */
export const carersOnDuty = (
  db: Db,
  community: string,
  { day, now }: { day: string; now: Date },
): Promise<z.output<typeof carerRow>[]> =>
  db.statement(
    carerRow,
    'carers-on-duty',
    `SELECT d.account_id AS "accountId", min(b.badge) AS name,
       EXISTS (SELECT FROM care_pins n WHERE n.account_id = d.account_id) AS "hasPin"
     FROM care_duties d JOIN programmes p ON p.id = d.programme_id AND p.community_code = $1
       JOIN care_sessions s ON s.programme_id = p.id AND s.day = $2::date AND ${kept}
       JOIN LATERAL (SELECT ${badgeOf('d.account_id')} AS badge) b ON b.badge IS NOT NULL
     WHERE (d.ended_at IS NULL OR d.ended_at > $3::timestamptz) AND ${fallsOnDay}
     GROUP BY d.account_id ORDER BY name, d.account_id`,
    [community, day, now],
  )
