/** What the person of a booking had in the same community, beside it. */
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'
import { type CaseRow, caseColumns, caseRow } from '../cases/service'

const countsRow = z.strictObject({
  week: z.string(),
  quotaUsed: z.int(),
  community: z.string(),
  upcoming: z.int(),
  used: z.int(),
  cancelled: z.int(),
  cancelledLate: z.int(),
  refused: z.int(),
})

const others = `cases o JOIN bookings ob ON ob.case_id = o.id CROSS JOIN LATERAL unnest(account_ids(o.subject_id)) AS p (id)
  JOIN cases c ON c.subject_id = p.id AND c.community_code = o.community_code AND c.type = 'booking'
    AND c.id <> o.id AND c.created_at > $2::timestamptz - interval '365 days'`

export async function historyCounts(
  db: Db,
  caseId: string,
  now: Date,
): Promise<z.output<typeof countsRow> | undefined> {
  const [row] = await db.statement(
    countsRow,
    'booking-history',
    `WITH own AS (SELECT b.quota_week, c.subject_id, c.community_code FROM bookings b JOIN cases c ON c.id = b.case_id
        WHERE b.case_id = $1::uuid),
      theirs AS (SELECT c.state, c.ends_at,
          c.state = 'cancelled' AND c.closed_at > c.starts_at - interval '1 day'
            AND EXISTS (SELECT FROM case_events e WHERE e.case_id = c.id AND e.action = 'cancel' AND e.side = 'party') AS late
        FROM ${others} WHERE o.id = $1::uuid)
     SELECT own.quota_week::text AS week, own.community_code AS community,
       coalesce((SELECT q.used FROM booking_quotas q WHERE q.subject_id = own.subject_id AND q.week = own.quota_week), 0) AS "quotaUsed",
       count(*) FILTER (WHERE t.state IN ('pending', 'confirmed') AND t.ends_at > $2::timestamptz)::int AS upcoming,
       count(*) FILTER (WHERE t.state = 'completed' OR t.state = 'confirmed' AND t.ends_at <= $2::timestamptz)::int AS used,
       count(*) FILTER (WHERE t.state = 'cancelled')::int AS cancelled,
       count(*) FILTER (WHERE t.late)::int AS "cancelledLate",
       count(*) FILTER (WHERE t.state = 'refused')::int AS refused
     FROM own LEFT JOIN theirs t ON true GROUP BY own.quota_week, own.community_code, own.subject_id`,
    [caseId, now],
  )
  return row
}

/** The last few of them, those in a line left out. */
export const lastOf = (db: Db, caseId: string, now: Date, limit: number): Promise<CaseRow[]> =>
  db.statement(
    caseRow,
    'booking-history-last',
    `SELECT ${caseColumns} FROM ${others}
     WHERE o.id = $1::uuid AND c.state IN ('pending', 'confirmed', 'completed', 'cancelled', 'refused')
     ORDER BY c.starts_at DESC, c.id DESC LIMIT $3::int`,
    [caseId, now, limit],
  )
