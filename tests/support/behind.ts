import type { Pool } from 'pg'

/** Changes what the database lets nobody change, as only its administrator can: to lay the ground of a test anew. */
export async function behindTheBack(pool: Pool, sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica')
    await client.query(sql, [...values])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
