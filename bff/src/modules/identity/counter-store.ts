/** People at the counter, found by what they know, and the changes of their numbers that two members of staff confirm. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { bytes } from './store'

const foundRow = z.strictObject({
  id: z.string(),
  /** The row on which the number stands; null for a former one, or where a matter was named. */
  numberOn: z.nullable(z.string()),
  nameEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  communityCode: z.nullable(z.string()),
})
export type FoundRow = z.output<typeof foundRow>

const person = `a.id, a.name_enc AS "nameEnc", a.community_code AS "communityCode"`
const isLive = 'a.joined_into IS NULL AND a.erased_at IS NULL'

/** Accounts that have or had this number; one that was joined is the one it became. */
export const byNumber = (db: Db, phoneHash: Buffer): Promise<FoundRow[]> =>
  db.statement(
    foundRow,
    'counter-by-number',
    `SELECT DISTINCT ON (a.id) ${person}, CASE WHEN n.phone_hash = $1 THEN n.id END AS "numberOn",
       CASE WHEN n.phone_hash = $1 THEN n.phone_enc ELSE a.phone_enc END AS "phoneEnc"
     FROM accounts n JOIN accounts a ON a.id = coalesce(n.joined_into, n.id)
     WHERE (n.phone_hash = $1 OR n.former_phone_hash = $1) AND ${isLive} ORDER BY a.id, n.phone_hash = $1 DESC NULLS LAST`,
    [phoneHash],
  )

export const byMatter = (db: Db, number: string): Promise<FoundRow[]> =>
  db.statement(
    foundRow,
    'counter-by-matter',
    `SELECT ${person}, NULL::uuid AS "numberOn", a.phone_enc AS "phoneEnc"
     FROM accounts a WHERE ${isLive} AND a.id IN (SELECT subject_id FROM cases WHERE number = $1)`,
    [number],
  )

export const changeColumns = {
  id: true,
  accountId: true,
  communityCode: true,
  papers: true,
  oldPhoneEnc: true,
  newPhoneEnc: true,
  proposedBy: true,
  proposer: true,
  proposedAt: true,
  decidedAt: true,
  lostOn: true,
} as const

export const findChange = (db: Db, id: string) =>
  db.client.numberChange.findUnique({ where: { id }, select: changeColumns })
export type ChangeRow = NonNullable<Awaited<ReturnType<typeof findChange>>>

export const waitingChanges = (db: Db, division: string) =>
  db.client.numberChange.findMany({
    where: { way: 'counter', decidedAt: null, communityCode: { startsWith: division } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: changeColumns,
  })

/** All ids of one person: what is only added to names those of before a join. */
export async function idsOf(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.client.account.findMany({
    where: { OR: [{ id: accountId }, { joinedInto: accountId }] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Compared forms of what staff have read on the papers of a guardian. */
export async function papersNames(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.statement(
    z.strictObject({ name: z.string() }),
    'counter-papers',
    `SELECT DISTINCT encode(n.name_hash, 'hex') AS name FROM guardian_names n JOIN guardians g ON g.id = n.guardian_id
     WHERE g.account_id = $1::uuid AND n.papers_at IS NOT NULL AND n.name_hash IS NOT NULL`,
    [accountId],
  )
  return rows.map(({ name }) => name)
}

/** Its person asked to leave, and the time has come. */
export const isLeft = async (tx: Tx, id: string, at: Date): Promise<boolean> =>
  (await tx.account.count({ where: { id, leavesAt: { lte: at } } })) === 1

/** @returns false when it was decided in the same moment by another */
export async function markDecided(
  tx: Tx,
  id: string,
  by: { accountId: string; badge: string; approve: boolean; at: Date },
): Promise<boolean> {
  const { count } = await tx.numberChange.updateMany({
    where: { id, decidedAt: null },
    data: {
      decidedBy: by.accountId,
      decider: by.badge,
      decidedAt: by.at,
      approved: by.approve,
      newPhoneEnc: null,
      ...(!by.approve && { oldPhoneEnc: null }),
    },
  })
  return count === 1
}

/** A number that was lost stands on this row no more. */
export async function clearNumber(tx: Tx, id: string): Promise<void> {
  await tx.account.update({ where: { id }, data: noNumber })
}

export const hasNumber = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.account.count({ where: { id, phoneHash: { not: null } } })) === 1

const noNumber = { phoneEnc: null, phoneHash: null, phoneSeenAt: null, phoneProofFrom: null }

/** The number stands on nobody any more: the next statement gives it to whoever proved it. */
export async function freeNumber(tx: Tx, phoneHash: Buffer, except: string): Promise<void> {
  await tx.account.updateMany({
    where: { phoneHash: bytes(phoneHash), id: { not: except } },
    data: noNumber,
  })
}

/** Whoever has just given the account another number stays signed in. */
export async function endOthers(tx: Tx, accountId: string, sessionId: string, at: Date): Promise<void> {
  await tx.session.updateMany({
    where: { accountId, revokedAt: null, id: { not: sessionId } },
    data: { revokedAt: at, revokedReason: 'logged_out_everywhere' },
  })
}

export async function endAllOf(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.session.updateMany({
    where: { accountId, revokedAt: null },
    data: { revokedAt: at, revokedReason: 'logged_out_everywhere' },
  })
}

/** The old number was told, or there is nobody to tell it: it is not needed any more. */
export async function markTold(db: Db, id: string, at: Date): Promise<void> {
  await db.client.numberChange.update({ where: { id }, data: { oldPhoneEnc: null, toldAt: at } })
}

/** Old numbers that nobody could be told of in a month go. @returns how many */
export const forgetOldNumbers = (db: Db, before: Date): Promise<number> =>
  db.client.$executeRaw`UPDATE number_changes SET old_phone_enc = NULL WHERE ctid IN
    (SELECT ctid FROM number_changes WHERE old_phone_enc IS NOT NULL AND decided_at < ${before}::timestamptz LIMIT 1000)`
