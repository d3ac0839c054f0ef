/** How tasks, and what hangs on them, stand in each community of a division. */
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'

const standRow = z.strictObject({
  community: z.string(),
  coming: z.int(),
  filled: z.int(),
  short: z.int(),
  needsLate: z.int(),
  hoursLate: z.int(),
})
export type StandRow = z.output<typeof standRow>

/** What waits for staff beyond its time. */
const late = (table: string): string => `SELECT c.community_code, count(*)::int AS n FROM cases c
    JOIN ${table} d ON d.case_id = c.id
  WHERE c.community_code >= $1 AND c.community_code < $1 || '~' AND c.closed_at IS NULL AND c.waiting_for = 'staff'
    AND c.due_at <= $2::timestamptz GROUP BY 1`

/** Communities of which there is nothing to say are left out. */
export const standIn = (db: Db, division: string, now: Date): Promise<StandRow[]> =>
  db.statement(
    standRow,
    'task-figures',
    `WITH t AS (SELECT community_code, count(*)::int AS coming, count(*) FILTER (WHERE taken = places)::int AS filled,
         sum(places - taken)::int AS short FROM tasks
       WHERE community_code >= $1 AND community_code < $1 || '~' AND state = 'open' AND starts_at > $2::timestamptz
       GROUP BY 1), n AS (${late('needs')}), h AS (${late('signups')})
     SELECT community_code AS community, coalesce(t.coming, 0) AS coming, coalesce(t.filled, 0) AS filled,
       coalesce(t.short, 0) AS short, coalesce(n.n, 0) AS "needsLate", coalesce(h.n, 0) AS "hoursLate"
     FROM t FULL JOIN n USING (community_code) FULL JOIN h USING (community_code)`,
    [division, now],
  )
