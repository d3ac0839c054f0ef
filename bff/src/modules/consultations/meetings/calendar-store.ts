/** One appointment as a calendar is told of it, and those of which the two are to be reminded. */
import { meetingKind } from '@linli/contracts/consultation-thread'
import * as z from 'zod/mini'
import type { Tx } from '../../../platform/db'
import type { Read } from '../../../platform/read'
import { rowsOf } from '../../../platform/rows'

const entryRow = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  adviserId: z.string(),
  kind: meetingKind,
  startsAt: z.date(),
  endsAt: z.date(),
  eventId: z.string(),
  sequence: z.int(),
  /** When it last changed. */
  changedAt: z.date(),
  isOff: z.boolean(),
  place: z.nullable(z.string()),
})
export type EntryRow = z.output<typeof entryRow>

export async function entryOf(read: Read, id: string): Promise<EntryRow | undefined> {
  const [row] = await read(
    entryRow,
    'calendar-entry',
    `SELECT m.id, m.case_id AS "caseId", m.adviser_id AS "adviserId", m.kind, m.starts_at AS "startsAt", m.ends_at AS "endsAt",
       m.event_id AS "eventId", m.sequence, coalesce(m.called_off_at, m.taken_at) AS "changedAt",
       m.called_off_at IS NOT NULL AS "isOff", CASE WHEN s.id IS NOT NULL THEN s.name || '，' || s.address END AS place
     FROM consultation_meetings m LEFT JOIN legal_stations s ON s.id = m.station_id WHERE m.id = $1::uuid`,
    [id],
  )
  return row
}

const comingRow = z.strictObject({ id: z.string(), startsAt: z.date() })

/**
 * Those of which the two are to be reminded now: what begins before the end of tomorrow, once it is evening, or else of today,
 * and again what begins in two hours.
 */
export const comingUntold = (
  read: Read,
  { now, soon, evening }: { now: Date; soon: Date; evening: Date },
  limit: number,
) =>
  read(
    comingRow,
    'coming-untold',
    `SELECT id, starts_at AS "startsAt" FROM consultation_meetings
     WHERE called_off_at IS NULL AND soon_told_at IS NULL AND starts_at > $1::timestamptz
       AND (starts_at <= $2::timestamptz OR evening_told_at IS NULL AND starts_at < $3::timestamptz)
     ORDER BY starts_at, id LIMIT $4::int`,
    [now, soon, evening, limit],
  )

const toldRow = z.strictObject({ caseId: z.string(), adviserId: z.string(), subjectId: z.string() })

/** Guarded: of two that try, one finds it. */
export const markSoonTold = (tx: Tx, id: string, at: Date) =>
  rowsOf(tx, toldRow)`
    UPDATE consultation_meetings m SET soon_told_at = ${at}::timestamptz, evening_told_at = coalesce(evening_told_at, ${at}::timestamptz)
    FROM cases c WHERE m.id = ${id}::uuid AND m.called_off_at IS NULL AND m.soon_told_at IS NULL AND c.id = m.case_id
    RETURNING m.case_id AS "caseId", m.adviser_id AS "adviserId", c.subject_id AS "subjectId"`

/** The same of the evening before. */
export const markEveningTold = (tx: Tx, id: string, at: Date) =>
  rowsOf(tx, toldRow)`
    UPDATE consultation_meetings m SET evening_told_at = ${at}::timestamptz
    FROM cases c WHERE m.id = ${id}::uuid AND m.called_off_at IS NULL AND m.evening_told_at IS NULL AND c.id = m.case_id
    RETURNING m.case_id AS "caseId", m.adviser_id AS "adviserId", c.subject_id AS "subjectId"`
