import { Prisma } from '../generated/client'
import type { Db, Tx } from './db'
import { Problem } from './problem'
import { type FieldCipher, sameBytes } from './crypto'

/**
 * What makes a repeated tap recognisable: whose, which key, which endpoint, and a keyed hash of what was sent, from which
 * nobody without the key can guess a name.
 */
export interface Intent {
  accountId: string
  key: string
  endpoint: string
  bodyHash: Buffer
  /** The same by lookup keys that are on their way out: a tap may be repeated across a change of keys. */
  olderHashes?: readonly Buffer[]
}

export function intentOf(
  cipher: Pick<FieldCipher, 'lookups'>,
  { sent, ...intent }: Omit<Intent, 'bodyHash' | 'olderHashes'> & { sent: unknown },
): Intent {
  const [bodyHash, ...olderHashes] = cipher.lookups('sent', `${intent.endpoint}\0${JSON.stringify(sent)}`)
  return { ...intent, bodyHash, olderHashes }
}

interface KeyRow {
  body_hash: Uint8Array
  result_id: string
}

/**
 * Claims the key for `resultId` in this transaction. A second claim waits for the first one's transaction to end.
 * @returns undefined when the claim is ours, or the id that the first use of the key made
 * @throws Problem idempotency_key_reused when the key was used for something else
 */
export async function claim(
  tx: Tx,
  intent: Intent,
  resultId: string,
  now: Date,
): Promise<string | undefined> {
  const { accountId, key, endpoint, bodyHash } = intent
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency_keys (account_id, key, endpoint, body_hash, result_id, created_at)
    VALUES (${accountId}::uuid, ${key}, ${endpoint}, ${bodyHash}, ${resultId}::uuid, ${now}::timestamptz)
    ON CONFLICT DO NOTHING`
  if (claimed === 1) return undefined
  const [row] = await tx.$queryRaw<KeyRow[]>(
    Prisma.sql`SELECT body_hash, result_id FROM idempotency_keys WHERE account_id = ${accountId}::uuid AND key = ${key}`,
  )
  if (!row) throw new Problem('busy')
  return firstResult(row.body_hash, row.result_id, intent)
}

/** The id that the first use of a key made, provided this is the same request. */
export function firstResult(bodyHash: Uint8Array, resultId: string, intent: Intent): string {
  const known = [intent.bodyHash, ...(intent.olderHashes ?? [])]
  if (!known.some((each) => sameBytes(bodyHash, each))) throw new Problem('idempotency_key_reused')
  return resultId
}

/**
 * What the key made before, for a refusal that may be the echo of a success whose answer was lost.
 * @throws Problem idempotency_key_reused
 */
export async function priorResult(db: Db, intent: Intent): Promise<string | undefined> {
  const { accountId, key } = intent
  const row = await db.client.idempotencyKey.findUnique({ where: { accountId_key: { accountId, key } } })
  return row ? firstResult(row.bodyHash, row.resultId, intent) : undefined
}

/** Some keys that have done their work. @returns how many went */
export const forgetKeys = (db: Db, before: Date): Promise<number> =>
  db.client.$executeRaw`DELETE FROM idempotency_keys WHERE ctid IN
    (SELECT ctid FROM idempotency_keys WHERE created_at < ${before}::timestamptz LIMIT 1000)`
