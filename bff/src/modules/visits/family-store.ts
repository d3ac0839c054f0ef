/** Who of the family is asked, has agreed, or was told for the last time. */
import { familyRelation } from '@linli/contracts/visit-family'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf, rowsOf } from '../../platform/rows'

const linkRow = z.strictObject({
  id: z.string(),
  relation: familyRelation,
  phoneEnc: z.string(),
  agreed: z.boolean(),
})

/** Those of an elder that are not over. */
export const linksOf = (tx: Tx, elderId: string) =>
  rowsOf(
    tx,
    linkRow,
  )`SELECT id, relation, phone_enc AS "phoneEnc", agreed_at IS NOT NULL AS agreed FROM visit_family
    WHERE elder_id = ${elderId}::uuid AND ended_at IS NULL ORDER BY asked_at, id`

const toldRow = z.strictObject({ id: z.string(), accountId: z.string() })

export const familyToTell = (tx: Tx, elderId: string) =>
  rowsOf(
    tx,
    toldRow,
  )`SELECT f.id, f.account_id AS "accountId" FROM visit_family f JOIN accounts a ON a.id = f.account_id
    WHERE f.elder_id = ${elderId}::uuid AND f.ended_at IS NULL AND num_nonnulls(a.leaves_at, a.erased_at) = 0
    ORDER BY f.id`

export interface NewLink {
  id: string
  elderId: string
  relation: string
  phoneEnc: string
  phoneHash: Buffer
  by: string
  at: Date
}

/** @returns false when this number is asked already */
export async function insertLink(tx: Tx, f: NewLink): Promise<boolean> {
  const n =
    await tx.$executeRaw`INSERT INTO visit_family (id, elder_id, relation, phone_enc, phone_hash, asked_by, asked_at)
    VALUES (${f.id}::uuid, ${f.elderId}::uuid, ${f.relation}, ${f.phoneEnc}, ${f.phoneHash}, ${f.by}::uuid,
      ${f.at}::timestamptz) ON CONFLICT DO NOTHING`
  return n === 1
}

const ownRow = z.strictObject({
  id: z.string(),
  elderId: z.string(),
  nameEnc: z.nullable(z.string()),
  community: z.string(),
  relation: familyRelation,
  agreed: z.boolean(),
  askedAt: z.date(),
})

/** What somebody is asked by the number that is theirs, or has agreed to; of whom is still visited. */
export const ownLinks = (tx: Tx, accountId: string) =>
  rowsOf(tx, ownRow)`
    SELECT f.id, e.id AS "elderId", e.name_enc AS "nameEnc", e.community_code AS community, f.relation,
      f.agreed_at IS NOT NULL AS agreed, f.asked_at AS "askedAt"
    FROM visit_family f JOIN visit_elders e ON e.id = f.elder_id
    WHERE f.ended_at IS NULL AND e.state IN ('active', 'refused') AND (f.account_id = ${accountId}::uuid
      OR (f.account_id IS NULL AND f.phone_hash = (SELECT phone_hash FROM accounts WHERE id = ${accountId}::uuid)))
    ORDER BY f.asked_at, f.id`

/** Whose number was asked before they had an account with it, and who has not been told. */
export const untoldAsks = (db: Db, limit: number) =>
  db.statement(
    toldRow,
    'visit-family-untold',
    `SELECT f.id, a.id AS "accountId" FROM visit_family f JOIN accounts a ON a.phone_hash = f.phone_hash
     WHERE f.ended_at IS NULL AND f.account_id IS NULL AND a.joined_into IS NULL
       AND num_nonnulls(a.leaves_at, a.erased_at) = 0
       AND NOT EXISTS (SELECT FROM notices n WHERE n.event_key = 'visit_asked/' || f.id || '/' || a.id)
     ORDER BY f.asked_at, f.id LIMIT $1::int`,
    [limit],
  )

/** The owner of the number agrees. @returns false when there is nothing to agree to any more */
export async function agree(tx: Tx, id: string, accountId: string, at: Date): Promise<boolean> {
  const n =
    await tx.$executeRaw`UPDATE visit_family SET account_id = ${accountId}::uuid, agreed_at = ${at}::timestamptz
    WHERE id = ${id}::uuid AND ended_at IS NULL AND account_id IS NULL`
  return n === 1
}

/** It is over, and the number goes. @returns false when it was over */
export async function endLink(
  tx: Tx,
  id: string,
  how: 'declined' | 'family' | 'staff',
  at: Date,
): Promise<boolean> {
  const n = await tx.$executeRaw`UPDATE visit_family SET ended_at = ${at}::timestamptz, ended_how = ${how},
    phone_enc = NULL, phone_hash = NULL WHERE id = ${id}::uuid AND ended_at IS NULL`
  return n === 1
}

const placeRow = z.strictObject({ elderId: z.string(), community: z.string(), mine: z.boolean() })

/** Where one belongs, and whether it is somebody's own. */
export const linkById = (tx: Tx, id: string, accountId: string) =>
  rowOf(tx, placeRow)`SELECT f.elder_id AS "elderId", e.community_code AS community,
      coalesce(f.account_id = ${accountId}::uuid, f.phone_hash = (SELECT phone_hash FROM accounts
        WHERE id = ${accountId}::uuid), false) AS mine
    FROM visit_family f JOIN visit_elders e ON e.id = f.elder_id WHERE f.id = ${id}::uuid`
