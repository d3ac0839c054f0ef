import type pg from 'pg'

/**
 * A fingerprint of every row of every table (the job queue included), to compare before and after: equal means that
 * nothing at all was written.
 */
export async function snapshot(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE'
       AND (table_schema = 'public' OR (table_schema = 'graphile_worker' AND table_name = '_private_jobs'))
     ORDER BY 1`,
  )
  const prints = await Promise.all(rows.map(({ name }) => printOf(pool, name)))
  return Object.fromEntries(rows.map(({ name }, n) => [name, prints[n] ?? '']))
}

async function printOf(pool: pg.Pool, table: string): Promise<string> {
  const { rows } = await pool.query<{ n: number; hash: string }>(
    `SELECT count(*)::int AS n, coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS hash
     FROM ${table} t`,
  )
  return `${rows[0]?.n} ${rows[0]?.hash}`
}
