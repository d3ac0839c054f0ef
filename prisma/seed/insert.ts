import type { Client } from 'pg'

/**
 * Inserts any number of rows with one statement; the columns are those of the first row.
 * The names come from our own code, never from outside.
 */
export async function insertRows<Row extends object>(
  client: Client,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).join(', ')
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}
