import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type * as z from 'zod/mini'
import { type Prisma, PrismaClient } from '../generated/client'
import { isRetryable } from './db-errors'
import type { Log } from './log'
import { asRows, type RowSchema } from './rows'

declare const transaction: unique symbol

/** A client inside an open transaction. Store writes ask for it, so the root client does not compile there. */
export type Tx = Prisma.TransactionClient & { readonly [transaction]: true }

export interface Db {
  /** Reads and single statements that are their own transaction. */
  readonly client: PrismaClient
  /**
   * One prepared statement on the same pool, for hot paths (docs/decisions/contention.md). A data-modifying statement here
   * is a whole transaction by itself.
   */
  statement<Schema extends RowSchema>(
    schema: Schema,
    name: string,
    sql: string,
    values: readonly unknown[],
  ): Promise<z.output<Schema>[]>
  /**
   * Runs `work` in one transaction, again (at most 3 times) on a deadlock or serialization failure only.
   * @param patienceMs how long it may take in all; more than 10 s is for what nobody waits for
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, patienceMs?: number): Promise<T>
  /** Reads that see one moment, and cannot write. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * @param poolSize connections of this process; every statement waits at most 3 s for a lock and runs at most 10 s. The
 * price of a random page is that of a solid-state disk: with the default, a plan made while a table was still empty
 * reads all of it, and on the morning of a first sign-up it grows by thousands a second.
 * @param lookupId the lookup key of this process; a transaction begins by holding it, and is refused once it has changed
 */
export function openDb(url: string, poolSize: number, log: Log, lookupId?: string): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: '-c lock_timeout=3s -c statement_timeout=10s -c timezone=UTC -c random_page_cost=1.1',
  })
  pool.on('error', (err) => log.warn({ err }, 'an idle database connection was lost'))
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) })
  return {
    client,
    statement: (schema, name, text, values) =>
      withRetry(async () => asRows(schema, (await pool.query({ name, text, values: [...values] })).rows)),
    transaction: (work, patienceMs = 10_000) =>
      withRetry(() =>
        client.$transaction(
          async (tx) => {
            if (lookupId !== undefined) await tx.$executeRaw`SELECT hold_lookup_key(${lookupId})`
            return work(tx as Tx)
          },
          { maxWait: 8_000, timeout: patienceMs },
        ),
      ),
    snapshot: (work) => snapshotOf(client, work),
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}

const snapshotOf = <T>(client: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> =>
  client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      return work(tx as Tx)
    },
    { maxWait: 8_000, timeout: 20_000, isolationLevel: 'RepeatableRead' },
  )

async function withRetry<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= 3 || !isRetryable(error)) throw error
      await wait(attempt * 20 * (0.5 + Math.random()))
    }
  }
}
