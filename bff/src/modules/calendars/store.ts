/** Addresses for calendars, by the hash of their secret. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import type { Read } from '../../platform/read'

const addressRow = z.strictObject({
  id: z.string(),
  tokenHash: z.instanceof(Uint8Array),
  createdAt: z.date(),
})
export type AddressRow = z.output<typeof addressRow>

export async function addressOf(read: Read, accountId: string): Promise<AddressRow | undefined> {
  const [row] = await read(
    addressRow,
    'calendar-address',
    `SELECT id, token_hash AS "tokenHash", created_at AS "createdAt" FROM calendar_addresses WHERE account_id = $1::uuid`,
    [accountId],
  )
  return row
}

export interface NewAddress {
  accountId: string
  id: string
  tokenHash: Uint8Array
  at: Date
  /** The one whose place it takes; null: there is none. */
  replaces: string | null
}

/** Guarded: of two that replace the same one, or make the first one, one does. @returns whether this did */
export async function putAddress(tx: Tx, { accountId, id, tokenHash, at, replaces }: NewAddress) {
  const put =
    replaces === null
      ? await tx.$executeRaw`INSERT INTO calendar_addresses (account_id, id, token_hash, created_at)
          VALUES (${accountId}::uuid, ${id}::uuid, ${tokenHash}, ${at}::timestamptz) ON CONFLICT (account_id) DO NOTHING`
      : await tx.$executeRaw`UPDATE calendar_addresses
          SET id = ${id}::uuid, token_hash = ${tokenHash}, created_at = ${at}::timestamptz
          WHERE account_id = ${accountId}::uuid AND id = ${replaces}::uuid`
  return put === 1
}

export async function dropAddress(db: Db, accountId: string): Promise<void> {
  await db.client.$executeRaw`DELETE FROM calendar_addresses WHERE account_id = ${accountId}::uuid`
}

/** Whose it is; nobody's once they asked to leave, or became part of another account. */
export async function accountAt(db: Db, tokenHash: Uint8Array): Promise<string | undefined> {
  const [row] = await db.statement(
    z.strictObject({ accountId: z.string() }),
    'calendar-account',
    `SELECT c.account_id AS "accountId" FROM calendar_addresses c JOIN accounts a ON a.id = c.account_id
     WHERE c.token_hash = $1 AND num_nonnulls(a.joined_into, a.leaves_at, a.erased_at) = 0`,
    [tokenHash],
  )
  return row?.accountId
}
