/** One-time codes, one for each number and asker: taken in turns, counted, guessed and spent by guarded statements. */
import * as z from 'zod/mini'
import { sameBytes } from '../../platform/crypto'
import type { Db, Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'
import { bytes, findSession, type SessionRow } from './store'

/** Whose code: the number it is sent to, and the device that asked. */
export interface CodeKey {
  phoneHash: Buffer
  askerHash: Buffer
}

export interface CodeTurn extends CodeKey {
  at: Date
  /** The last one must have been made by then. */
  notBefore: Date
  /** Codes are counted from their first after this. */
  countedFrom: Date
  most: number
}

/**
 * Takes an asker's turn to have a code sent to a number, and counts it.
 * @returns false, and nothing changes, when the last turn is too young or too many were taken
 */
export async function takeTurn(db: Db, turn: CodeTurn): Promise<boolean> {
  const { phoneHash, askerHash, at, notBefore, countedFrom, most } = turn
  const taken = await db.client.$executeRaw`
    INSERT INTO phone_codes (phone_hash, asker_hash, code_hash, created_at, expires_at, sent, sent_since)
    VALUES (${phoneHash}, ${askerHash}, '', ${at}::timestamptz, ${at}::timestamptz, 1, ${at}::timestamptz)
    ON CONFLICT (phone_hash, asker_hash) DO UPDATE SET created_at = excluded.created_at,
      sent = CASE WHEN phone_codes.sent_since <= ${countedFrom}::timestamptz THEN 1 ELSE phone_codes.sent + 1 END,
      sent_since = CASE WHEN phone_codes.sent_since <= ${countedFrom}::timestamptz THEN excluded.sent_since
        ELSE phone_codes.sent_since END
    WHERE phone_codes.created_at <= ${notBefore}::timestamptz
      AND (phone_codes.sent_since <= ${countedFrom}::timestamptz OR phone_codes.sent < ${most}::int)`
  return taken === 1
}

/** Gives the turn back: nothing was sent, so nobody waits, and the code that somebody holds stays good. */
export async function giveTurnBack(db: Db, { phoneHash, askerHash, at, notBefore }: CodeTurn): Promise<void> {
  await db.client.$executeRaw`UPDATE phone_codes
    SET created_at = ${notBefore}::timestamptz, sent = greatest(1, sent - 1)
    WHERE phone_hash = ${phoneHash} AND asker_hash = ${askerHash} AND created_at = ${at}::timestamptz`
}

/** From now on this code opens, and the last one does not. */
export async function putCode(db: Db, code: CodeKey & { codeHash: Buffer; expiresAt: Date }): Promise<void> {
  await db.client.phoneCode.update({
    where: uniquely(code),
    data: {
      codeHash: bytes(code.codeHash),
      expiresAt: code.expiresAt,
      attempts: 0,
      usedAt: null,
      sessionId: null,
      usedKeyHash: null,
    },
    select: { sent: true },
  })
}

const uniquely = ({ phoneHash, askerHash }: CodeKey) => ({
  phoneHash_askerHash: { phoneHash: bytes(phoneHash), askerHash: bytes(askerHash) },
})

export const findCode = (db: Db, key: CodeKey) =>
  db.client.phoneCode.findUnique({
    where: uniquely(key),
    select: { createdAt: true, sentSince: true },
  })

/** Counts one guess of the asker's own. @returns the code's hash while guesses are left and it is neither used nor expired */
export async function guess(
  db: Db,
  { phoneHash, askerHash }: CodeKey,
  now: Date,
): Promise<Uint8Array | undefined> {
  const row = await rowOf(db.client, z.strictObject({ code_hash: z.instanceof(Uint8Array) }))`
    UPDATE phone_codes SET attempts = attempts + 1
    WHERE phone_hash = ${phoneHash} AND asker_hash = ${askerHash} AND attempts < 5 AND used_at IS NULL AND expires_at > ${now}::timestamptz
    RETURNING code_hash`
  return row?.code_hash
}

export interface Spending extends CodeKey {
  codeHash: Buffer
  at: Date
}

/**
 * Spends the code.
 * @param opens the session that it opens, and the key under which that session is given again
 * @returns false when it was spent in the same moment by another
 */
export async function spendCode(
  tx: Tx,
  { phoneHash, askerHash, codeHash, at }: Spending,
  opens?: { sessionId: string; keyHash: Buffer },
): Promise<boolean> {
  const spent = await tx.$executeRaw`UPDATE phone_codes SET used_at = ${at}::timestamptz,
      session_id = ${opens?.sessionId ?? null}::uuid, used_key_hash = ${opens?.keyHash ?? null}
    WHERE phone_hash = ${phoneHash} AND asker_hash = ${askerHash} AND code_hash = ${codeHash} AND used_at IS NULL`
  return spent === 1
}

/** The session that this code opened under this key, while the code would still be good. */
export async function sessionOpenedBy(
  db: Db,
  { codeHash, at, ...key }: Spending,
  keyHash: Buffer,
): Promise<SessionRow | null> {
  const code = await db.client.phoneCode.findUnique({ where: uniquely(key) })
  const same =
    code?.sessionId &&
    code.usedKeyHash &&
    code.expiresAt > at &&
    sameBytes(code.codeHash, codeHash) &&
    sameBytes(code.usedKeyHash, keyHash)
  return same ? findSession(db, code.sessionId ?? '') : null
}
