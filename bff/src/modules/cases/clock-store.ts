import type { Db } from '../../platform/db'
import { idRow } from '../../platform/rows'

/** What nobody answered in time, or what begins while a question is still open. */
export const unanswered = (
  db: Db,
  types: readonly string[],
  now: Date,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'unanswered',
    `SELECT id FROM cases WHERE type = ANY ($1::text[]) AND closed_at IS NULL AND waiting_for <> 'nobody'
       AND escalated_at IS NULL
       AND ((waiting_for = 'staff' AND due_at < $2::timestamptz) OR starts_at < $2)
     ORDER BY due_at LIMIT $3::int`,
    [types, now, limit],
  )
