import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { command, databaseUrl } from './templates'

export interface TestDatabase {
  url: string
  pool: pg.Pool
}

/**
 * A database of this test file's own, cloned from a template, dropped after the file. To be awaited at the top of the
 * file. `bare` has the newest schema and no rows; `seeded` is what `npm start` begins with.
 */
export async function testDatabase(kind: 'bare' | 'seeded' = 'bare'): Promise<TestDatabase> {
  const templates = inject('templates')
  const name = `linli_file_${randomBytes(6).toString('hex')}`
  await command(templates.server, `CREATE DATABASE ${name} TEMPLATE ${templates[kind]}`)
  const url = databaseUrl(templates.server, name)
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  // A test may stop the server on purpose; an idle connection that ends is no failure of the test.
  pool.on('error', () => {})
  afterAll(async () => {
    await pool.end()
    await command(templates.server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
  return { url, pool }
}

export type Trial = (client: pg.PoolClient) => Promise<unknown>

/** Tries something in a transaction, and leaves everything as it was. */
export async function rolledBack(pool: pg.Pool, work: Trial): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await work(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
