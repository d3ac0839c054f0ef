import type pg from 'pg'

/** Every table of ours and of the job queue. */
async function tablesOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** Every row of every table, as text. */
export async function dump(pool: pg.Pool): Promise<string> {
  const parts = (await tablesOf(pool)).map((name) =>
    pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`),
  )
  return (await Promise.all(parts)).flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}

/**
 * A fingerprint of every row of every table, to compare before and after: equal means that nothing at all was
 * written.
 */
export async function snapshot(pool: pg.Pool): Promise<Record<string, string>> {
  const names = await tablesOf(pool)
  const prints = await Promise.all(names.map((name) => printOf(pool, name)))
  return Object.fromEntries(names.map((name, n) => [name, prints[n] ?? '']))
}

async function printOf(pool: pg.Pool, table: string): Promise<string> {
  const { rows } = await pool.query<{ n: number; hash: string }>(
    `SELECT count(*)::int AS n, coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS hash
     FROM ${table} t`,
  )
  return `${rows[0]?.n} ${rows[0]?.hash}`
}
