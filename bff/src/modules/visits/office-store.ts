/** Who works in a community, and who of them is to be told of those who are not yet seen. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf } from '../../platform/rows'

/** Grid workers and staff of the community itself. */
export async function officeOf(tx: Tx, community: string): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`SELECT DISTINCT account_id AS id FROM grants
    WHERE division_code = ${community} AND role IN ('staff', 'grid_worker') AND revoked_at IS NULL ORDER BY 1`
  return rows.map(({ id }) => id)
}

/** Whoever visits or stands in for one of these elders on that day, and still works there; and the staff. */
export async function visitorsOf(
  tx: Tx,
  community: string,
  elderIds: readonly string[],
  today: string,
): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`
    SELECT DISTINCT g.account_id AS id FROM grants g
    WHERE g.division_code = ${community} AND g.role IN ('staff', 'grid_worker') AND g.revoked_at IS NULL
      AND (g.role = 'staff' OR EXISTS (SELECT FROM visit_elders e WHERE e.id = ANY (${[...elderIds]}::uuid[])
        AND (e.visitor_id = g.account_id OR EXISTS (SELECT FROM visit_covers c WHERE c.visitor_id = e.visitor_id
          AND c.community_code = e.community_code AND c.cover_id = g.account_id AND c.ended_at IS NULL
          AND ${today}::date BETWEEN c.from_day AND c.to_day))))
    ORDER BY 1`
  return rows.map(({ id }) => id)
}

const stepRow = z.strictObject({ community: z.string() })

/** Communities of which a step of a month has not been told. */
export const untold = (db: Db, month: string, step: number, limit: number) =>
  db.statement(
    stepRow,
    'visits-untold',
    `SELECT m.community_code AS community FROM visit_months m WHERE m.month = $1 AND NOT EXISTS (
       SELECT FROM visit_tellings t WHERE t.community_code = m.community_code AND t.month = m.month AND t.step = $2::int)
     ORDER BY 1 LIMIT $3::int`,
    [month, step, limit],
  )

/** @returns false when it was told already */
export async function markTold(
  tx: Tx,
  { community, month, step, at }: { community: string; month: string; step: number; at: Date },
): Promise<boolean> {
  const n = await tx.$executeRaw`INSERT INTO visit_tellings (community_code, month, step, at)
    VALUES (${community}, ${month}, ${step}, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  return n === 1
}
