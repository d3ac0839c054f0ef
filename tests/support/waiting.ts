import type { Pool } from 'pg'
import { eventually } from '../../bff/local/processes'

/** Resolves as soon as so many connections to this database wait for a lock that another one holds. */
export async function untilWaiting(pool: Pool, count: number): Promise<void> {
  const met = await eventually(async () => {
    const { rows } = await pool.query<{
      waiting: number
    }>(`SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`)
    return rows[0]?.waiting === count
  }, 10_000)
  if (!met) throw new Error(`there are not ${count} that wait for a lock`)
}
