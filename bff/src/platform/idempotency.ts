import * as z from 'zod/mini'
import type { Db, Tx } from './db'
import { Problem } from './problem'
import { type FieldCipher, sameBytes } from './crypto'
import { rowOf } from './rows'

/**
 * What makes a repeated tap recognisable: whose, which key, which endpoint, and a keyed hash of what was sent, from which
 * nobody without the key can guess a name.
 */
export interface Idempotency {
  accountId: string
  key: string
  endpoint: string
  bodyHash: Buffer
  /** The same by lookup keys that are on their way out: a tap may be repeated across a change of keys. */
  olderHashes?: readonly Buffer[]
}

export function idempotencyOf(
  cipher: Pick<FieldCipher, 'lookups'>,
  { sent, ...idempotency }: Omit<Idempotency, 'bodyHash' | 'olderHashes'> & { sent: unknown },
): Idempotency {
  const [bodyHash, ...olderHashes] = cipher.lookups(
    'sent',
    `${idempotency.endpoint}\0${JSON.stringify(sent)}`,
  )
  return { ...idempotency, bodyHash, olderHashes }
}

const keyRow = z.strictObject({ body_hash: z.instanceof(Uint8Array), result_id: z.string() })

/**
 * Claims the key for `resultId` in this transaction. A second claim waits for the first one's transaction to end.
 * @returns undefined when the claim is ours, or the id that the first use of the key made
 * @throws Problem idempotency_key_reused when the key was used for something else
 */
export async function claim(
  tx: Tx,
  idempotency: Idempotency,
  resultId: string,
  now: Date,
): Promise<string | undefined> {
  const { accountId, key, endpoint, bodyHash } = idempotency
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency_keys (account_id, key, endpoint, body_hash, result_id, created_at)
    VALUES (${accountId}::uuid, ${key}, ${endpoint}, ${bodyHash}, ${resultId}::uuid, ${now}::timestamptz)
    ON CONFLICT DO NOTHING`
  if (claimed === 1) return undefined
  const row = await rowOf(tx, keyRow)`
    SELECT body_hash, result_id FROM idempotency_keys WHERE account_id = ${accountId}::uuid AND key = ${key}`
  if (!row) throw new Problem('busy')
  return firstResult(row.body_hash, row.result_id, idempotency)
}

/** The id that the first use of a key made, provided this is the same request. */
export function firstResult(bodyHash: Uint8Array, resultId: string, idempotency: Idempotency): string {
  const known = [idempotency.bodyHash, ...(idempotency.olderHashes ?? [])]
  if (!known.some((each) => sameBytes(bodyHash, each))) throw new Problem('idempotency_key_reused')
  return resultId
}

/**
 * What the key made before, for a refusal that may be the echo of a success whose answer was lost.
 * @throws Problem idempotency_key_reused
 */
export async function priorResult(db: Db, idempotency: Idempotency): Promise<string | undefined> {
  const { accountId, key } = idempotency
  const row = await db.client.idempotencyKey.findUnique({ where: { accountId_key: { accountId, key } } })
  return row ? firstResult(row.bodyHash, row.resultId, idempotency) : undefined
}

/** Whoever leaves takes the keys along. */
export const onLeave = {
  idempotency_keys: `DELETE FROM idempotency_keys WHERE account_id = ANY ($1::uuid[])`,
}

/** Some keys that have done their work. @returns how many went */
export const forgetKeys = (db: Db, before: Date): Promise<number> =>
  db.client.$executeRaw`DELETE FROM idempotency_keys WHERE ctid IN
    (SELECT ctid FROM idempotency_keys WHERE created_at < ${before}::timestamptz LIMIT 1000)`
