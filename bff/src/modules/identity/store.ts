/** Accounts, sessions, codes and grants; every change of a session is one guarded statement. */
import { sameBytes } from '../../platform/crypto'
import type { Db, Tx } from '../../platform/db'

export interface NewSession {
  id: string
  accountId: string
  device: string
  refreshHash: Buffer
  at: Date
  expiresAt: Date
}

/** PostgreSQL's bytes as Prisma wants them: a view on memory of its own. */
const bytes = (buffer: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)

export async function insertSession(tx: Tx, s: NewSession): Promise<void> {
  const { at, refreshHash, ...rest } = s
  await tx.session.create({
    data: { ...rest, refreshHash: bytes(refreshHash), createdAt: at, lastUsedAt: at },
  })
}

export const findSession = (db: Db, id: string) => db.client.session.findUnique({ where: { id } })
export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** Moves a session to its next generation. @returns false when somebody else moved or ended it first */
export async function rotate(
  db: Db,
  id: string,
  from: number,
  next: { refreshHash: Buffer; keyHash: Buffer; at: Date; expiresAt: Date },
): Promise<boolean> {
  const { count } = await db.client.session.updateMany({
    where: { id, generation: from, revokedAt: null },
    data: {
      generation: from + 1,
      refreshHash: bytes(next.refreshHash),
      rotatedKeyHash: bytes(next.keyHash),
      lastUsedAt: next.at,
      expiresAt: next.expiresAt,
    },
  })
  return count === 1
}

/** Ends live sessions of an account (one, or all). @returns the ids that this call ended */
export async function revoke(
  db: Db,
  accountId: string,
  sessionId: string | undefined,
  reason: 'logged_out' | 'logged_out_everywhere' | 'reused',
  at: Date,
): Promise<string[]> {
  const rows = await db.client.session.updateManyAndReturn({
    where: { accountId, revokedAt: null, ...(sessionId && { id: sessionId }) },
    data: { revokedAt: at, revokedReason: reason },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export const liveSessions = (db: Db, accountId: string, now: Date) =>
  db.client.session.findMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })

export const findAccount = (db: Db, id: string) => db.client.account.findUnique({ where: { id } })
export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>

export const findDemoAccount = (db: Db, demoKey: string) =>
  db.client.account.findUnique({ where: { demoKey } })

export const demoAccounts = (db: Db) =>
  db.client.account.findMany({ where: { demoKey: { not: null } }, orderBy: { demoKey: 'asc' } })

/** The account of a phone, made at its first sign-in; two first sign-ins at once make one. */
export async function accountOfPhone(
  tx: Tx,
  fresh: { id: string; phoneEnc: string; phoneHash: Buffer; at: Date },
): Promise<string> {
  const { id, phoneEnc, phoneHash, at } = fresh
  await tx.$executeRaw`INSERT INTO accounts (id, phone_enc, phone_hash, created_at)
    VALUES (${id}::uuid, ${phoneEnc}, ${phoneHash}, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  const account = await tx.account.findUniqueOrThrow({
    where: { phoneHash: bytes(phoneHash) },
    select: { id: true },
  })
  return account.id
}

/** The account of a WeChat person; the identity row decides who was first, so no second account remains. */
export async function accountOfIdentity(
  tx: Tx,
  fresh: { id: string; subjectEnc: string; subjectHash: Buffer; at: Date },
): Promise<string> {
  const { id, subjectEnc, subjectHash, at } = fresh
  const key = { provider_subjectHash: { provider: 'wechat', subjectHash: bytes(subjectHash) } }
  const known = await tx.loginIdentity.findUnique({ where: key })
  if (known) return known.accountId
  await tx.account.create({ data: { id, createdAt: at } })
  const added =
    await tx.$executeRaw`INSERT INTO login_identities (provider, subject_hash, subject_enc, account_id, created_at)
    VALUES ('wechat', ${subjectHash}, ${subjectEnc}, ${id}::uuid, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  if (added === 1) return id
  await tx.account.delete({ where: { id } })
  return (await tx.loginIdentity.findUniqueOrThrow({ where: key })).accountId
}

export async function updateAccount(
  db: Db,
  id: string,
  change: { nameEnc?: string; communityCode?: string; elderMode?: boolean },
): Promise<AccountRow> {
  return db.client.account.update({ where: { id }, data: change })
}

export const grantsOf = (db: Db, accountId: string) =>
  db.statement<{ role: string; division: string; display_name: string }>(
    'grants-of',
    `SELECT role, division_code AS division, display_name FROM grants
      WHERE account_id = $1::uuid AND revoked_at IS NULL ORDER BY division_code, role`,
    [accountId],
  )

export interface NewCode {
  phoneHash: Buffer
  codeHash: Buffer
  at: Date
  expiresAt: Date
  /** The last one must have been made by then. */
  notBefore: Date
  /** Codes are counted from their first after this. */
  countedFrom: Date
  most: number
}

/**
 * Stores a new code for a phone and counts it, unless the last one is too young or too many were sent; then nothing
 * changes, and the code that somebody holds stays good.
 */
export async function putCode(db: Db, code: NewCode): Promise<boolean> {
  const { phoneHash, codeHash, at, expiresAt, notBefore, countedFrom, most } = code
  const put = await db.client.$executeRaw`
    INSERT INTO phone_codes (phone_hash, code_hash, created_at, expires_at, sent, sent_since)
    VALUES (${phoneHash}, ${codeHash}, ${at}::timestamptz, ${expiresAt}::timestamptz, 1, ${at}::timestamptz)
    ON CONFLICT (phone_hash) DO UPDATE SET code_hash = excluded.code_hash, created_at = excluded.created_at,
      expires_at = excluded.expires_at, attempts = 0, used_at = NULL, session_id = NULL, used_key_hash = NULL,
      sent = CASE WHEN phone_codes.sent_since <= ${countedFrom}::timestamptz THEN 1 ELSE phone_codes.sent + 1 END,
      sent_since = CASE WHEN phone_codes.sent_since <= ${countedFrom}::timestamptz THEN excluded.sent_since
        ELSE phone_codes.sent_since END
    WHERE phone_codes.created_at <= ${notBefore}::timestamptz
      AND (phone_codes.sent_since <= ${countedFrom}::timestamptz OR phone_codes.sent < ${most}::int)`
  return put === 1
}

export const findCode = (db: Db, phoneHash: Buffer) =>
  db.client.phoneCode.findUnique({
    where: { phoneHash: bytes(phoneHash) },
    select: { createdAt: true, sentSince: true },
  })

/** A code that could not be sent does not make its person wait for the next. */
export async function unsend(db: Db, phoneHash: Buffer, codeHash: Buffer, notBefore: Date): Promise<void> {
  await db.client.phoneCode.updateMany({
    where: { phoneHash: bytes(phoneHash), codeHash: bytes(codeHash) },
    data: { createdAt: notBefore },
  })
}

/** Counts one guess. @returns the code's hash while guesses are left and it is neither used nor expired */
export async function guess(db: Db, phoneHash: Buffer, now: Date): Promise<Uint8Array | undefined> {
  const [row] = await db.client.$queryRaw<{ code_hash: Uint8Array }[]>`
    UPDATE phone_codes SET attempts = attempts + 1
    WHERE phone_hash = ${phoneHash} AND attempts < 5 AND used_at IS NULL AND expires_at > ${now}::timestamptz
    RETURNING code_hash`
  return row?.code_hash
}

export interface Spending {
  phoneHash: Buffer
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
  { phoneHash, codeHash, at }: Spending,
  opens?: { sessionId: string; keyHash: Buffer },
): Promise<boolean> {
  const spent = await tx.$executeRaw`UPDATE phone_codes SET used_at = ${at}::timestamptz,
      session_id = ${opens?.sessionId ?? null}::uuid, used_key_hash = ${opens?.keyHash ?? null}
    WHERE phone_hash = ${phoneHash} AND code_hash = ${codeHash} AND used_at IS NULL`
  return spent === 1
}

/** The session that this code opened under this key, while the code would still be good. */
export async function sessionOpenedBy(
  db: Db,
  { phoneHash, codeHash, at }: Spending,
  keyHash: Buffer,
): Promise<SessionRow | null> {
  const code = await db.client.phoneCode.findUnique({ where: { phoneHash: bytes(phoneHash) } })
  const same =
    code?.sessionId &&
    code.usedKeyHash &&
    code.expiresAt > at &&
    sameBytes(code.codeHash, codeHash) &&
    sameBytes(code.usedKeyHash, keyHash)
  return same ? findSession(db, code.sessionId ?? '') : null
}

/** @throws with SQLSTATE 23505 when another account has this phone */
export async function updatePhone(
  tx: Tx,
  id: string,
  { phoneEnc, phoneHash }: { phoneEnc: string; phoneHash: Buffer },
): Promise<void> {
  await tx.account.update({
    where: { id },
    data: { phoneEnc, phoneHash: bytes(phoneHash) },
    select: { id: true },
  })
}

/** What is no longer of use goes, some rows at a time. @returns how many went */
export async function forgetExpired(db: Db, codesBefore: Date, sessionsBefore: Date): Promise<number> {
  const codes = await db.client.$executeRaw`DELETE FROM phone_codes WHERE phone_hash IN
    (SELECT phone_hash FROM phone_codes WHERE expires_at < ${codesBefore}::timestamptz LIMIT 1000)`
  const sessions = await db.client.$executeRaw`DELETE FROM sessions WHERE id IN
    (SELECT id FROM sessions WHERE expires_at < ${sessionsBefore}::timestamptz LIMIT 1000)`
  return codes + sessions
}
