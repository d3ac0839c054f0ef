/** Reads what is published: a few rows of the prepared summary, whatever the division holds. */
import { service, type Service } from '@linli/contracts/ratings'
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'
import { published } from './formulas'

const publishedRow = z.strictObject({
  division: z.string(),
  service: z.union([service, z.literal('all')]),
  /** First day of the month. */
  month: z.string(),
  ...published.shape,
})
export type PublishedRow = z.output<typeof publishedRow>

const columns = `division_code AS division, service, to_char(month, 'YYYY-MM-DD') AS month, rated, followed, verdicts,
  bad, unprompted, lapsed, unanswered, unrectified, discontent`

export const publishedOf = (
  db: Db,
  division: string,
  from: string,
  through: string,
): Promise<PublishedRow[]> =>
  db.statement(
    publishedRow,
    'published-of',
    `SELECT ${columns} FROM rating_published
     WHERE division_code = $1 AND month BETWEEN $2::date AND $3::date ORDER BY month`,
    [division, from, through],
  )

export const publishedBelow = (
  db: Db,
  divisions: readonly string[],
  service: Service | 'all',
  from: string,
  through: string,
): Promise<PublishedRow[]> =>
  db.statement(
    publishedRow,
    'published-below',
    `SELECT ${columns} FROM rating_published
     WHERE division_code = ANY ($1::text[]) AND service = $2 AND month BETWEEN $3::date AND $4::date`,
    [divisions, service, from, through],
  )

const closingRow = z.strictObject({ month: z.string(), closedAt: z.date() })

export async function lastClosing(db: Db): Promise<z.output<typeof closingRow> | undefined> {
  const [row] = await db.statement(
    closingRow,
    'last-closing',
    `SELECT to_char(month, 'YYYY-MM-DD') AS month, closed_at AS "closedAt" FROM rating_closings
     ORDER BY rating_closings.month DESC LIMIT 1`,
    [],
  )
  return row
}

const followUpsRow = z.strictObject({ division: z.string(), open: z.int(), overdue: z.int() })

/**
 * Follow-ups that were open, and late, in each of some divisions at an instant: of a number that moved with every tap it
 * would be known who had just been there.
 */
export const followUpsBelow = (
  db: Db,
  divisions: readonly string[],
  morning: Date,
): Promise<z.output<typeof followUpsRow>[]> =>
  db.statement(
    followUpsRow,
    'follow-ups-below',
    `SELECT d.code AS division, count(c.id)::int AS open,
       count(c.id) FILTER (WHERE c.waiting_for = 'staff' AND c.due_at < $2::timestamptz)::int AS overdue
     FROM unnest($1::text[]) AS d (code) JOIN cases c ON c.type = 'follow_up' AND c.created_at < $2::timestamptz
       AND (c.closed_at IS NULL OR c.closed_at >= $2::timestamptz)
       AND c.community_code >= d.code COLLATE "C" AND c.community_code < (d.code || ':') COLLATE "C"
     GROUP BY d.code`,
    [divisions, morning],
  )
