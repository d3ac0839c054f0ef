/** Which account a number or a WeChat opens: the one it stands on, or the one that this has become part of. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { countRow, rowOf, rowsOf, type Sender } from '../../platform/rows'
import { freeLeftNumber } from './leaving-store'
import { bytes, unconfirm } from './store'

const behindNumberRow = z.strictObject({
  /** The row on which the number stands, which may be part of another account. */
  id: z.string(),
  accountId: z.string(),
  nameEnc: z.nullable(z.string()),
  phoneEnc: z.string(),
  seenAt: z.date(),
})
export type BehindNumber = z.output<typeof behindNumberRow>

/** @returns undefined also when its account was left, and the time has come */
export async function behindNumber(db: Db, phoneHash: Buffer, at: Date): Promise<BehindNumber | undefined> {
  return rowOf(db.client, behindNumberRow)`
    SELECT n.id, a.id AS "accountId", a.name_enc AS "nameEnc", n.phone_enc AS "phoneEnc", coalesce(n.phone_seen_at, n.created_at) AS "seenAt"
    FROM accounts n JOIN accounts a ON a.id = coalesce(n.joined_into, n.id)
    WHERE n.phone_hash = ${phoneHash} AND (a.leaves_at IS NULL OR a.leaves_at > ${at}::timestamptz)`
}

export async function accountBehindPhone(db: Db, phoneHash: Buffer): Promise<string | undefined> {
  const row = await db.client.account.findUnique({
    where: { phoneHash: bytes(phoneHash) },
    select: { id: true, joinedInto: true },
  })
  return row ? (row.joinedInto ?? row.id) : undefined
}

export async function accountBehindIdentity(tx: Tx, subjectHash: Buffer): Promise<string | undefined> {
  const row = await tx.loginIdentity.findUnique({
    where: { provider_subjectHash: { provider: 'wechat', subjectHash: bytes(subjectHash) } },
    select: { accountId: true },
  })
  return row?.accountId
}

export async function insertIdentity(
  tx: Tx,
  identity: { id: string; subjectEnc: string; subjectHash: Buffer; accountId: string; at: Date },
): Promise<void> {
  const { subjectHash, at, ...rest } = identity
  await tx.loginIdentity.create({
    data: { ...rest, provider: 'wechat', subjectHash: bytes(subjectHash), createdAt: at },
  })
}

/** Counts a try at the name before it is compared. @returns which one it is, or undefined after three */
export async function takeTry(db: Db, id: string): Promise<number | undefined> {
  const row = await rowOf(db.client, countRow)`
    UPDATE accounts SET name_tries = name_tries + 1 WHERE id = ${id}::uuid AND name_tries < 3 RETURNING name_tries AS n`
  return row?.n
}

/** It was the right name after all. */
export async function giveTryBack(db: Db, id: string): Promise<void> {
  await db.client
    .$executeRaw`UPDATE accounts SET name_tries = name_tries - 1 WHERE id = ${id}::uuid AND name_tries > 0`
}

/** Children, staff's grants: what nobody else may open. */
export async function holdsMore({ client }: { client: Sender }, accountId: string): Promise<boolean> {
  const row = await rowOf(client, z.strictObject({ more: z.boolean() }))`
    SELECT EXISTS (SELECT FROM guardians WHERE account_id = ${accountId}::uuid AND ended_at IS NULL)
      OR EXISTS (SELECT FROM grants WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL) AS more`
  return row?.more === true
}

export async function markSeen(tx: Tx, phoneHash: Buffer, at: Date): Promise<void> {
  await tx.account.updateMany({
    where: { phoneHash: bytes(phoneHash) },
    data: { phoneSeenAt: at, nameTries: 0, keptSince: null },
  })
}

/** The number leaves the account, which waits under it for its owner to come to the counter. */
export async function setAside(
  tx: Tx,
  { id, formerPhoneEnc, phoneHash }: { id: string; formerPhoneEnc: string; phoneHash: Buffer },
): Promise<void> {
  await tx.account.updateMany({
    where: { id, phoneHash: bytes(phoneHash) },
    data: {
      phoneEnc: null,
      phoneHash: null,
      phoneSeenAt: null,
      phoneProofFrom: null,
      nameTries: 0,
      formerPhoneEnc,
      formerPhoneHash: bytes(phoneHash),
    },
  })
}

/**
 * Gives an account another number; what was confirmed through the last one is not any more.
 * @param proofFrom when it is a second proof; null is at once, as papers were seen
 * @throws with SQLSTATE 23505 when another account has it
 */
export async function replacePhone(
  tx: Tx,
  id: string,
  number: { phoneEnc: string; phoneHash: Buffer; at: Date; proofFrom: Date | null },
): Promise<void> {
  const { phoneEnc, phoneHash, at, proofFrom } = number
  await freeLeftNumber(tx, phoneHash, at)
  await unconfirm(tx, id)
  await tx.account.update({
    where: { id },
    data: {
      phoneEnc,
      phoneHash: bytes(phoneHash),
      phoneSeenAt: at,
      phoneProofFrom: proofFrom,
      keptSince: null,
      nameTries: 0,
      formerPhoneEnc: null,
      formerPhoneHash: null,
    },
  })
}

export interface NewChange {
  id: string
  accountId: string
  way: 'code' | 'counter'
  communityCode?: string
  papers?: string
  oldPhoneEnc: string | null
  newPhoneEnc?: string
  /** The row on which the lost number stands; null where it stands on none any more. */
  lostOn?: string | null
  proposedBy: string
  proposer: string
  proposedAt: Date
}

/** A change by a code is decided with it; one at the counter waits. @throws with SQLSTATE 23505 when one waits */
export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  const decided = {
    decidedBy: change.proposedBy,
    decider: change.proposer,
    decidedAt: change.proposedAt,
    approved: true,
  }
  await tx.numberChange.create({ data: { ...change, ...(change.way === 'code' && decided) } })
}

export const changesOf = (db: Db, accountId: string) =>
  db.client.numberChange.findMany({
    where: { accountId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'asc' }],
    take: 50,
  })

/** What became part of this account without papers. */
export const joinsOf = (db: Db, accountId: string) =>
  rowsOf(db.client, z.strictObject({ id: z.string(), at: z.date() }))`SELECT id, at FROM account_joins
    WHERE into_id = ANY (account_ids(${accountId}::uuid)) AND proof <> 'counter' ORDER BY at DESC, id LIMIT 50`
