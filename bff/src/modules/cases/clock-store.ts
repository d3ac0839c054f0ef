/** What the clock finds due: of the states that the services name, as `type/state`. */
import type { Db } from '../../platform/db'
import { idRow } from '../../platform/rows'

const among = `type || '/' || state = ANY ($1::text[]) AND closed_at IS NULL`

/** What nobody answered in time, or what begins while a question is still open; the rules say the same (`unanswered`). */
export const unanswered = (
  db: Db,
  states: readonly string[],
  now: Date,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'unanswered',
    `SELECT id FROM cases WHERE ${among} AND escalated_at IS NULL
       AND ((waiting_for = 'staff' AND due_at < $2::timestamptz) OR starts_at < $2)
     ORDER BY due_at LIMIT $3::int`,
    [states, now, limit],
  )

/** What nobody answered in time, whenever it began (`overdue`). */
export const overdue = (
  db: Db,
  states: readonly string[],
  now: Date,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'overdue',
    `SELECT id FROM cases WHERE ${among} AND escalated_at IS NULL AND waiting_for = 'staff' AND due_at < $2::timestamptz
     ORDER BY due_at, id LIMIT $3::int`,
    [states, now, limit],
  )

/** What is over by the clock and not written down. */
export const lapsed = (
  db: Db,
  states: readonly string[],
  now: Date,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'lapsed',
    `SELECT id FROM cases WHERE ${among} AND lapses_at <= $2::timestamptz ORDER BY lapses_at, id LIMIT $3::int`,
    [states, now, limit],
  )
