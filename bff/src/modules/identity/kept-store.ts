/** Accounts of people who are served and have not signed in. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowOf, rowsOf } from '../../platform/rows'

const namedRow = z.strictObject({ id: z.string(), nameEnc: z.nullable(z.string()) })
export type NamedRow = z.output<typeof namedRow>

/** An account, or what it became part of, unless its person is leaving. */
export const openAccount = (tx: Tx, id: string): Promise<{ id: string } | undefined> =>
  rowOf(tx, idRow)`SELECT a.id FROM accounts n JOIN accounts a ON a.id = coalesce(n.joined_into, n.id)
    WHERE n.id = ${id}::uuid AND a.leaves_at IS NULL AND a.erased_at IS NULL`

/** The account that a number opens, unless its person is leaving. */
export const behindPhone = (tx: Tx, hashes: readonly Buffer[]): Promise<NamedRow[]> =>
  rowsOf(tx, namedRow)`SELECT a.id, a.name_enc AS "nameEnc"
    FROM accounts n JOIN accounts a ON a.id = coalesce(n.joined_into, n.id)
    WHERE n.phone_hash = ANY (${[...hashes]}::bytea[]) AND a.leaves_at IS NULL AND a.erased_at IS NULL`

/** Of some accounts those to which nobody has signed in. */
export const keptOf = (tx: Tx, ids: readonly string[]): Promise<NamedRow[]> =>
  rowsOf(tx, namedRow)`SELECT id, name_enc AS "nameEnc" FROM accounts
    WHERE id = ANY (${[...ids]}::uuid[]) AND kept_since IS NOT NULL AND leaves_at IS NULL AND erased_at IS NULL
    ORDER BY created_at, id`

export interface NewKept {
  id: string
  nameEnc: string
  number: { phoneEnc: string; phoneHash: Buffer } | null
  at: Date
}

/**
 * Its number counts as one that nobody has used for long: whoever comes with it says the name first.
 * @returns false where the number is another's
 */
export async function insertKept(tx: Tx, { id, nameEnc, number, at }: NewKept): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO accounts (id, name_enc, phone_enc, phone_hash, phone_seen_at, kept_since, created_at)
    VALUES (${id}::uuid, ${nameEnc}, ${number?.phoneEnc ?? null}, ${number?.phoneHash ?? null},
      ${number ? new Date(0) : null}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`
  return added === 1
}

/**
 * The account is held: a matter that begins in this moment comes before, and is seen, or meets the mark.
 * @param before until then all that they had was over
 */
export const markKeptLeaving = (db: Db, at: Date, before: Date): Promise<number> =>
  db.client.$executeRaw`
    UPDATE accounts SET leaves_at = ${at}::timestamptz WHERE id IN (
      SELECT a.id FROM accounts a WHERE a.kept_since < ${before}::timestamptz AND a.erased_at IS NULL
        AND a.leaves_at IS NULL AND a.joined_into IS NULL
        AND NOT EXISTS (SELECT FROM cases c WHERE c.subject_id = a.id
          AND (c.closed_at IS NULL OR c.closed_at >= ${before}::timestamptz))
      ORDER BY a.kept_since LIMIT 50 FOR UPDATE SKIP LOCKED)`
