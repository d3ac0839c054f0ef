/** Accounts, sessions, codes and grants; every change of a session is one guarded statement. */
import { role } from '@linli/contracts/roles'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import { freeLeftIdentity, freeLeftNumber } from './leaving-store'

export interface NewSession {
  id: string
  accountId: string
  device: string
  refreshHash: Buffer
  at: Date
  expiresAt: Date
  /** Of a shared tablet. */
  careDeviceId?: string
}

/** PostgreSQL's bytes as Prisma wants them: a view on memory of its own. */
export const bytes = (buffer: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)

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

/** Ends every live session of a shared tablet, in the transaction that unpairs it. */
export async function revokeTablet(tx: Tx, careDeviceId: string, at: Date): Promise<void> {
  await tx.session.updateMany({
    where: { careDeviceId, revokedAt: null },
    data: { revokedAt: at, revokedReason: 'logged_out' },
  })
}

export const liveSessions = (db: Db, accountId: string, now: Date) =>
  db.client.session.findMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })

/** @returns false when the session was ended meanwhile */
export async function markConfirmed(tx: Tx, id: string, until: Date): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id, revokedAt: null },
    data: { confirmedUntil: until },
  })
  return count === 1
}

export async function confirmedUntil(db: Db, id: string): Promise<Date | null> {
  const row = await db.client.session.findUnique({ where: { id }, select: { confirmedUntil: true } })
  return row?.confirmedUntil ?? null
}

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
  await freeLeftNumber(tx, phoneHash, at)
  await tx.$executeRaw`INSERT INTO accounts (id, phone_enc, phone_hash, created_at)
    VALUES (${id}::uuid, ${phoneEnc}, ${phoneHash}, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  const account = await tx.account.findUniqueOrThrow({
    where: { phoneHash: bytes(phoneHash) },
    select: { id: true, joinedInto: true },
  })
  return account.joinedInto ?? account.id
}

/** The account of a WeChat person; the identity row decides who was first, so no second account remains. */
export async function accountOfIdentity(
  tx: Tx,
  fresh: { id: string; identityId: string; subjectEnc: string; subjectHash: Buffer; at: Date },
): Promise<string> {
  const { id, identityId, subjectEnc, subjectHash, at } = fresh
  const key = { provider_subjectHash: { provider: 'wechat', subjectHash: bytes(subjectHash) } }
  await freeLeftIdentity(tx, subjectHash, at)
  const known = await tx.loginIdentity.findUnique({ where: key })
  if (known) return known.accountId
  await tx.account.create({ data: { id, createdAt: at } })
  const added =
    await tx.$executeRaw`INSERT INTO login_identities (id, provider, subject_hash, subject_enc, account_id, created_at)
    VALUES (${identityId}::uuid, 'wechat', ${subjectHash}, ${subjectEnc}, ${id}::uuid, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  if (added === 1) return id
  await tx.account.delete({ where: { id } })
  return (await tx.loginIdentity.findUniqueOrThrow({ where: key })).accountId
}

export async function updateAccount(
  tx: Tx,
  id: string,
  change: { nameEnc?: string; communityCode?: string; elderMode?: boolean },
): Promise<AccountRow> {
  return tx.account.update({ where: { id }, data: change })
}

export const grantsOf = (read: Read, accountId: string) =>
  read(
    z.strictObject({ role, division: z.string(), display_name: z.string() }),
    'grants-of',
    `SELECT role, division_code AS division, display_name FROM grants
      WHERE account_id = $1::uuid AND revoked_at IS NULL ORDER BY division_code, role`,
    [accountId],
  )

/** Whatever a session has confirmed through a number that is another now. */
export async function unconfirm(tx: Tx, accountId: string): Promise<void> {
  await tx.session.updateMany({
    where: { accountId, confirmedUntil: { not: null } },
    data: { confirmedUntil: null },
  })
}

/**
 * Gives an account that has no number this one.
 * @param proofFrom when it is a second proof; null is at once
 * @returns false when it has one
 * @throws with SQLSTATE 23505 when another account has this one
 */
export async function setPhone(
  tx: Tx,
  id: string,
  number: { phoneEnc: string; phoneHash: Buffer; at: Date; proofFrom: Date | null },
): Promise<boolean> {
  const { phoneEnc, phoneHash, at, proofFrom } = number
  await freeLeftNumber(tx, phoneHash, at)
  const { count } = await tx.account.updateMany({
    where: { id, phoneHash: null },
    data: { phoneEnc, phoneHash: bytes(phoneHash), phoneSeenAt: at, phoneProofFrom: proofFrom, nameTries: 0 },
  })
  if (count === 1) await unconfirm(tx, id)
  return count === 1
}

/**
 * What is no longer of use goes, some rows at a time, the codes before the sessions they opened. A row that was renewed
 * while it was looked at stays. @returns how many went
 */
export async function forgetExpired(db: Db, codesBefore: Date, sessionsBefore: Date): Promise<number> {
  const codes = await db.client.$executeRaw`DELETE FROM phone_codes WHERE ctid IN
    (SELECT ctid FROM phone_codes WHERE expires_at < ${codesBefore}::timestamptz LIMIT 1000)
    AND expires_at < ${codesBefore}::timestamptz`
  if (codes > 0) return codes
  return db.client.$executeRaw`DELETE FROM sessions WHERE id IN
    (SELECT id FROM sessions WHERE expires_at < ${sessionsBefore}::timestamptz LIMIT 1000)
    AND expires_at < ${sessionsBefore}::timestamptz`
}
