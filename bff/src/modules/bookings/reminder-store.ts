/** What begins tomorrow and was certain before this evening. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowOf } from '../../platform/rows'

export const comingUntold = (
  db: Db,
  { from, to, evening }: { from: Date; to: Date; evening: Date },
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'bookings-coming-untold',
    `SELECT b.case_id AS id FROM bookings b
     WHERE b.state = 'confirmed' AND b.starts_at >= $1::timestamptz AND b.starts_at < $2::timestamptz
       AND b.reminded_of IS DISTINCT FROM b.starts_at
       AND NOT EXISTS (SELECT FROM case_events e WHERE e.case_id = b.case_id AND e.at >= $3::timestamptz
         AND e.to_state = 'confirmed')
     ORDER BY b.starts_at, b.case_id LIMIT $4::int`,
    [from, to, evening, limit],
  )

const toldRow = z.strictObject({ subjectId: z.string(), startsAt: z.date() })

/** Guarded: of two that try, one finds it; what was given up or moved meanwhile is not told. */
export const markReminded = (tx: Tx, id: string, from: Date, to: Date) =>
  rowOf(tx, toldRow)`UPDATE bookings b SET reminded_of = b.starts_at FROM cases c
    WHERE b.case_id = ${id}::uuid AND b.state = 'confirmed' AND b.reminded_of IS DISTINCT FROM b.starts_at
      AND b.starts_at >= ${from}::timestamptz AND b.starts_at < ${to}::timestamptz AND c.id = b.case_id
    RETURNING c.subject_id AS "subjectId", b.starts_at AS "startsAt"`
