/** Guardians: two at most; the index of places decides, not the look before. */
import { relation, type Relation } from '@linli/contracts/children'
import type { EndReason, RefuseReason } from '@linli/contracts/guardian-desk'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

export interface NewLink {
  id: string
  childId: string
  accountId: string
  relation: Relation
  at: Date
}

/** Takes the first free place. @returns false when both are taken, or this account has one */
export async function insertLink(tx: Tx, l: NewLink): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO guardians (id, child_id, account_id, place, relation, created_at)
    SELECT ${l.id}::uuid, ${l.childId}::uuid, ${l.accountId}::uuid, p.place, ${l.relation}, ${l.at}::timestamptz
    FROM (VALUES (1), (2)) AS p (place)
    WHERE NOT EXISTS (SELECT FROM guardians g WHERE g.child_id = ${l.childId}::uuid AND g.place = p.place
      AND g.ended_at IS NULL)
    ORDER BY p.place LIMIT 1
    ON CONFLICT DO NOTHING`
  return added === 1
}

export interface Link {
  id: string
  childId: string
  accountId: string
  endedAt: Date | null
}

export const findLink = (db: Db, id: string): Promise<Link | null> =>
  db.client.guardian.findUnique({
    where: { id },
    select: { id: true, childId: true, accountId: true, endedAt: true },
  })

/** @param reason what staff say; null: a guardian took it back */
export async function endLink(
  tx: Tx,
  id: string,
  { at, by, reason }: { at: Date; by: string; reason: EndReason | RefuseReason | null },
): Promise<void> {
  await tx.guardian.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: at, endedBy: by, endReason: reason },
  })
}

/** The first of those who look at the papers is on record. */
export async function markVerified(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx.guardian.updateMany({
    where: { id, endedAt: null, verifiedAt: null },
    data: { verifiedBy: by, verifiedAt: at },
  })
}

export interface NewInvitation {
  codeHash: Buffer
  childId: string
  createdBy: string
  at: Date
  expiresAt: Date
}

/** From now on this code links the child, and no earlier one. @returns false when another child has this code */
export async function putInvitation(tx: Tx, i: NewInvitation): Promise<boolean> {
  await tx.guardianInvitation.deleteMany({ where: { childId: i.childId, usedAt: null } })
  const added = await tx.$executeRaw`
    INSERT INTO guardian_invitations (code_hash, child_id, created_by, created_at, expires_at)
    VALUES (${i.codeHash}, ${i.childId}::uuid, ${i.createdBy}::uuid, ${i.at}::timestamptz, ${i.expiresAt}::timestamptz)
    ON CONFLICT DO NOTHING`
  return added === 1
}

const spentRow = z.strictObject({ child_id: z.string() })

/**
 * Spends an invitation of somebody who is still a guardian and is not leaving.
 * @returns the child, or undefined when the code is unknown, used, over or the account's own
 */
export async function spendInvitation(
  tx: Tx,
  { codeHash, accountId, at }: { codeHash: Buffer; accountId: string; at: Date },
): Promise<string | undefined> {
  const row = await rowOf(tx, spentRow)`
    UPDATE guardian_invitations i SET used_by = ${accountId}::uuid, used_at = ${at}::timestamptz
    WHERE i.code_hash = ${codeHash} AND i.used_at IS NULL AND i.expires_at > ${at}::timestamptz
      AND i.created_by <> ${accountId}::uuid
      AND EXISTS (SELECT FROM guardians g JOIN accounts a ON a.id = g.account_id
        WHERE g.child_id = i.child_id AND g.account_id = i.created_by AND g.ended_at IS NULL AND a.leaves_at IS NULL)
    RETURNING i.child_id`
  return row?.child_id
}

export const forgetInvitations = (db: Db, before: Date): Promise<number> =>
  db.client.$executeRaw`DELETE FROM guardian_invitations WHERE code_hash IN
    (SELECT code_hash FROM guardian_invitations WHERE expires_at < ${before}::timestamptz LIMIT 1000)`

const pendingRow = z.strictObject({
  id: z.string(),
  childId: z.string(),
  nickname: z.string(),
  relation,
  askedAt: z.date(),
  verified: z.boolean(),
  circumstances: z.int(),
})
export type PendingRow = z.output<typeof pendingRow>

/** Links that wait, and of a child whose guardians are known the first one, when only circumstances wait. */
export const pendingIn = (db: Db, division: string, limit: number): Promise<PendingRow[]> =>
  db.statement(
    pendingRow,
    'pending-links',
    `SELECT g.id, g.child_id AS "childId", c.nickname, g.relation, g.created_at AS "askedAt",
       g.verified_at IS NOT NULL AS verified, c.unverified AS circumstances
     FROM guardians g JOIN children c ON c.id = g.child_id
     WHERE c.community_code LIKE $1 || '%' AND c.erased_at IS NULL AND g.ended_at IS NULL
       AND (SELECT k.decision FROM consents k WHERE k.child_id = c.id ORDER BY k.id DESC LIMIT 1) = 'granted'
       AND (g.verified_at IS NULL OR (c.unverified > 0 AND NOT EXISTS (SELECT FROM guardians o WHERE o.child_id = c.id
         AND o.ended_at IS NULL AND o.id <> g.id AND (o.verified_at IS NULL OR o.place < g.place))))
     ORDER BY g.created_at, g.id LIMIT $2::int`,
    [division, limit],
  )

/** The children of somebody's live links, in the order in which they are locked. */
export async function linkedChildren(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.guardian.findMany({
    where: { accountId, endedAt: null },
    select: { childId: true },
    orderBy: { childId: 'asc' },
  })
  return rows.map((row) => row.childId)
}
