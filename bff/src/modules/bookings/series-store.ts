/** Bookings that were asked for together, a week apart. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow } from '../../platform/rows'

const spanRow = z.strictObject({ startsAt: z.date(), endsAt: z.date() })

/** One's own live bookings of a room in some time. */
export const ownAmong = (
  db: Db,
  accountId: string,
  roomId: string,
  from: Date,
  to: Date,
): Promise<z.output<typeof spanRow>[]> =>
  db.statement(
    spanRow,
    'own-among',
    `SELECT b.starts_at AS "startsAt", b.ends_at AS "endsAt" FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE b.room_id = $2::uuid AND b.state IN ('held', 'pending', 'confirmed')
       AND b.occupied && tstzrange($3::timestamptz, $4::timestamptz) AND $1::uuid IN (c.subject_id, c.actor_id)`,
    [accountId, roomId, from, to],
  )

const weekRow = z.strictObject({ week: z.string(), used: z.int() })

/** @returns by Monday, how many places somebody has used */
export async function usedWeeks(
  db: Db,
  accountId: string,
  weeks: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.statement(
    weekRow,
    'used-weeks',
    `SELECT week::text, used FROM booking_quotas WHERE subject_id = $1::uuid AND week = ANY ($2::date[])`,
    [accountId, weeks],
  )
  return new Map(rows.map(({ week, used }) => [week, used]))
}

export async function idsOfSeries(db: Db, seriesId: string): Promise<string[]> {
  const rows = await db.statement(
    idRow,
    'ids-of-series',
    `SELECT case_id AS id FROM bookings WHERE series_id = $1::uuid ORDER BY series_number`,
    [seriesId],
  )
  return rows.map(({ id }) => id)
}

const togetherRow = z.strictObject({ id: z.string(), wish: z.boolean() })

/**
 * Of the series of a booking, what has not begun and stands, and whatever took the place of one of it; wishes for another
 * time first, then by start.
 */
export const togetherWith = (db: Db, caseId: string, now: Date): Promise<z.output<typeof togetherRow>[]> =>
  db.statement(
    togetherRow,
    'together-with',
    `WITH RECURSIVE together AS (
       SELECT b.case_id FROM bookings b JOIN bookings one ON one.series_id = b.series_id WHERE one.case_id = $1::uuid
       UNION SELECT w.case_id FROM bookings w JOIN together t ON w.replaces_case_id = t.case_id)
     SELECT b.case_id AS id, b.lies_beside AS wish FROM together t JOIN bookings b ON b.case_id = t.case_id
     WHERE b.starts_at > $2::timestamptz AND b.state IN ('pending', 'confirmed', 'cancelled')
     ORDER BY b.lies_beside DESC, b.starts_at, b.case_id`,
    [caseId, now],
  )

/** The name, where the account has none. */
export async function nameAccount(tx: Tx, accountId: string, nameEnc: string): Promise<void> {
  await tx.$executeRaw`SELECT name_account(${accountId}::uuid, ${nameEnc})`
}
