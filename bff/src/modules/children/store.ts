/** Children and the decisions about their data. A child's row is the lock of everything that is kept about it. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf, rowsOfText } from '../../platform/rows'
import { childRow, type ChildRow } from './row'
import type { SealedChild } from './sealed'

const childColumns = `c.id, c.community_code AS community, c.nickname, c.profile_enc AS "profileEnc",
  c.health_enc AS "healthEnc", c.contacts_enc AS "contactsEnc", c.circumstances_enc AS "circumstancesEnc", c.unverified,
  c.created_at AS "createdAt", c.erased_at AS "erasedAt", c.created_by AS "createdBy", c.named_at AS "namedAt",
  c.grade_year AS "gradeYear", c.verified_year AS "verifiedYear",
  EXISTS (SELECT FROM guardians g WHERE g.child_id = c.id AND g.known_at IS NOT NULL) AS "everKnown",
  EXISTS (SELECT FROM doubled_children d WHERE d.id = c.id) AS doubled,
  (SELECT jsonb_build_object('id', f.id, 'what', f.what, 'version', f.version, 'askedBy', f.asked_by,
    'askedAt', f.asked_at, 'finalAt', f.final_at)
    FROM child_freezes f WHERE f.child_id = c.id AND f.ended_at IS NULL) AS freeze,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'accountId', g.account_id, 'place', g.place,
      'relation', g.relation, 'verifiedAt', g.verified_at, 'knownAt', g.known_at,
      'nameEnc', a.name_enc, 'phoneEnc', a.phone_enc, 'known', known_as(g.account_id)) ORDER BY g.place)
    FROM guardians g JOIN accounts a ON a.id = g.account_id
    WHERE g.child_id = c.id AND g.ended_at IS NULL), '[]') AS links,
  (SELECT jsonb_build_object('version', k.version, 'decision', k.decision, 'at', k.at)
    FROM consents k WHERE k.child_id = c.id ORDER BY k.id DESC LIMIT 1) AS consent`

/** A child as it is at an instant: what froze it and is over by the clock is done, whenever the job comes. */
function seenAt(row: ChildRow, at: Date): ChildRow | undefined {
  const { freeze } = row
  if (!freeze || at < new Date(freeze.finalAt)) return row
  if (freeze.what === 'erase') return undefined
  const consent = { version: freeze.version, decision: 'refused' as const, at: freeze.finalAt }
  return { ...row, freeze: null, healthEnc: null, consent, consentBy: freeze.askedBy }
}

export async function findChild(db: Db, id: string, at: Date): Promise<ChildRow | undefined> {
  const [row] = await db.statement(
    childRow,
    'child',
    `SELECT ${childColumns} FROM children c WHERE c.id = $1::uuid AND c.erased_at IS NULL`,
    [id],
  )
  return row && seenAt(row, at)
}

/** With what is frozen: the caller says who may still be read. */
export const childrenWith = (db: Db, ids: readonly string[]): Promise<ChildRow[]> =>
  db.statement(
    childRow,
    'children-with',
    `SELECT ${childColumns} FROM children c WHERE c.id = ANY ($1::uuid[]) AND c.erased_at IS NULL`,
    [ids],
  )

export const childrenIn = (tx: Tx, ids: readonly string[]): Promise<ChildRow[]> =>
  rowsOfText(
    tx,
    childRow,
    `SELECT ${childColumns} FROM children c WHERE c.id = ANY ($1::uuid[]) AND c.erased_at IS NULL`,
    ids,
  )

/** The children of a guardian's live links, in the order in which they were added. */
export async function childrenOfAccount(db: Db, accountId: string, at: Date): Promise<ChildRow[]> {
  const rows = await db.statement(
    childRow,
    'children-of',
    `SELECT ${childColumns} FROM children c
     WHERE c.id IN (SELECT child_id FROM guardians WHERE account_id = $1::uuid AND ended_at IS NULL)
       AND c.erased_at IS NULL ORDER BY c.created_at, c.id`,
    [accountId],
  )
  return rows.flatMap((row) => seenAt(row, at) ?? [])
}

/**
 * The child with its row locked until the transaction ends, read after the wait. Locks come in this order: child,
 * programme or line, case.
 * @param at absent: as it is written, also when what froze it is over by the clock
 */
export async function lockChild(tx: Tx, id: string, at?: Date): Promise<ChildRow | undefined> {
  await tx.$executeRaw`SELECT id FROM children WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const [row] = await rowsOfText(
    tx,
    childRow,
    `SELECT ${childColumns} FROM children c WHERE c.id = $1::uuid AND c.erased_at IS NULL`,
    id,
  )
  return row && at ? seenAt(row, at) : row
}

const accountRow = z.strictObject({ community: z.nullable(z.string()), children: z.int() })

/** Locked, so that a person's children are counted one after the other. */
export async function lockAccount(tx: Tx, id: string): Promise<z.output<typeof accountRow> | undefined> {
  await tx.$executeRaw`SELECT id FROM accounts WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return rowOf(tx, accountRow)`
    SELECT a.community_code AS community, (SELECT count(*)::int FROM guardians g
      WHERE g.account_id = a.id AND g.ended_at IS NULL) AS children
    FROM accounts a WHERE a.id = ${id}::uuid`
}

export interface NewChild extends SealedChild {
  id: string
  community: string
  nickname: string
  unverified: number
  identityHash: Uint8Array<ArrayBuffer>
  gradeYear: number
  createdBy: string
  at: Date
}

export async function insertChild(tx: Tx, { community, at, ...rest }: NewChild): Promise<void> {
  await tx.child.create({
    data: {
      ...rest,
      communityCode: community,
      createdAt: at,
      activeAt: at,
      namedAt: at,
      verifiedYear: rest.gradeYear,
    },
    select: { id: true },
  })
}

export async function updateChild(
  tx: Tx,
  id: string,
  change: SealedChild & {
    nickname: string
    unverified: number
    activeAt: Date
    gradeYear?: number
    verifiedYear: number
  },
): Promise<void> {
  await tx.child.update({ where: { id }, data: change, select: { id: true } })
}

/**
 * Another name or birth date is another child to whoever compared papers: every verification ends. What staff said of
 * twins was said of the old name.
 */
export async function renameChild(
  tx: Tx,
  id: string,
  { identityHash, at }: { identityHash: Uint8Array<ArrayBuffer>; at: Date },
): Promise<void> {
  await tx.child.update({
    where: { id },
    data: { identityHash, identityNo: 0, namedAt: at },
    select: { id: true },
  })
  await tx.guardian.updateMany({
    where: { childId: id, endedAt: null },
    data: { verifiedAt: null, verifiedBy: null },
  })
}

export async function updateCircumstances(
  tx: Tx,
  id: string,
  change: { circumstancesEnc: string; unverified: number; verifiedYear: number },
): Promise<void> {
  await tx.child.update({ where: { id }, data: change, select: { id: true } })
}

export async function insertConsent(
  tx: Tx,
  c: { childId: string; guardianId: string; version: number; decision: string; at: Date },
): Promise<void> {
  await tx.consent.create({ data: c, select: { id: true } })
}

/** Whose refusal is the last decision about a child. */
export async function whoRefused(tx: Tx, childId: string): Promise<string | undefined> {
  const last = await tx.consent.findFirst({ where: { childId }, orderBy: { id: 'desc' } })
  return last?.decision === 'refused' ? last.guardianId : undefined
}

/** The child is in use, so it is kept. */
export async function touchChild(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.child.update({ where: { id }, data: { activeAt: at }, select: { id: true } })
}
