/** The promise: a time is taken by one statement that asks the constraints, and whoever is too late gets no row. */
import { meetingKind } from '@linli/contracts/consultation-thread'
import * as z from 'zod/mini'
import type { Tx } from '../../../platform/db'
import type { Read } from '../../../platform/read'
import { idRow, rowOf, rowsOf } from '../../../platform/rows'

export interface Span {
  startsAt: Date
  endsAt: Date
}

export interface NewTime extends Span {
  id: string
  linkSealed: string | null
}

export interface Offer {
  caseId: string
  adviserId: string
  kind: string
  stationId: string | null
  at: Date
  times: readonly NewTime[]
}

/** In place of those offered before; the case is locked. */
export async function replaceTimes(
  tx: Tx,
  { caseId, adviserId, kind, stationId, at, times }: Offer,
): Promise<void> {
  await tx.$executeRaw`DELETE FROM consultation_times WHERE case_id = ${caseId}::uuid`
  await tx.$executeRaw`
    INSERT INTO consultation_times (id, case_id, adviser_id, kind, station_id, link_sealed, starts_at, ends_at, offered_at)
    SELECT t.id, ${caseId}::uuid, ${adviserId}::uuid, ${kind}, ${stationId}::uuid, t."linkSealed", t."startsAt", t."endsAt",
      ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(times)}::jsonb)
      AS t (id uuid, "linkSealed" text, "startsAt" timestamptz, "endsAt" timestamptz)`
}

const busyRow = z.strictObject({ adviser: z.boolean(), station: z.boolean() })

/** Whether the adviser, or the room, has something else at one of these times; a look, not the guarantee. */
export const busyAt = (
  tx: Tx,
  { caseId, adviserId, stationId }: Pick<Offer, 'caseId' | 'adviserId' | 'stationId'>,
  spans: readonly Span[],
) =>
  rowOf(tx, busyRow)`
    SELECT coalesce(bool_or(m.adviser_id = ${adviserId}::uuid), false) AS adviser,
      coalesce(bool_or(m.station_id = ${stationId}::uuid), false) AS station
    FROM consultation_meetings m
      JOIN jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) AS s ("startsAt" timestamptz, "endsAt" timestamptz)
        ON tstzrange(m.starts_at, m.ends_at) && tstzrange(s."startsAt", s."endsAt")
    WHERE m.called_off_at IS NULL AND m.case_id <> ${caseId}::uuid
      AND (m.adviser_id = ${adviserId}::uuid OR m.station_id = ${stationId}::uuid)`

const caseRow = z.strictObject({ caseId: z.string() })

/** The case of an offered time or a meeting, to lock it. */
export const caseOfAppointment = (tx: Tx, id: string) =>
  rowOf(tx, caseRow)`
    SELECT case_id AS "caseId" FROM consultation_times WHERE id = ${id}::uuid
    UNION ALL SELECT case_id FROM consultation_meetings WHERE id = ${id}::uuid`

const heldRow = z.strictObject({
  id: z.string(),
  eventId: z.string(),
  sequence: z.int(),
  endsAt: z.date(),
})

/** Gives back what a case has and what has not begun. @returns it, where there was one */
export const callOffMeeting = (tx: Tx, caseId: string, side: 'party' | 'adviser' | 'system', at: Date) =>
  rowOf(tx, heldRow)`
    UPDATE consultation_meetings SET called_off_at = ${at}::timestamptz, called_off_by = ${side}, sequence = sequence + 1
    WHERE case_id = ${caseId}::uuid AND called_off_at IS NULL AND starts_at > ${at}::timestamptz
    RETURNING id, event_id AS "eventId", sequence, ends_at AS "endsAt"`

export interface Taking {
  id: string
  caseId: string
  /** Where it is moved: the entry that it goes on in. */
  before: { eventId: string; sequence: number } | undefined
  eveningTold: boolean
  soonTold: boolean
  at: Date
}

const takenRow = z.strictObject({ id: z.string(), endsAt: z.date() })

/** @returns undefined where adviser or room was taken by somebody else, or the time has gone by; then nothing is written */
export const takeTime = (tx: Tx, { id, caseId, before, eveningTold, soonTold, at }: Taking) =>
  rowOf(tx, takenRow)`
    WITH offered AS (DELETE FROM consultation_times WHERE id = ${id}::uuid AND case_id = ${caseId}::uuid
      AND starts_at > ${at}::timestamptz RETURNING *)
    INSERT INTO consultation_meetings (id, case_id, adviser_id, kind, station_id, link_sealed, starts_at, ends_at, taken_at,
      event_id, sequence, evening_told_at, soon_told_at)
    SELECT id, case_id, adviser_id, kind, station_id, link_sealed, starts_at, ends_at, ${at}::timestamptz,
      coalesce(${before?.eventId ?? null}::uuid, id), ${before === undefined ? 0 : before.sequence + 1}::int,
      CASE WHEN ${eveningTold} THEN ${at}::timestamptz END, CASE WHEN ${soonTold} THEN ${at}::timestamptz END
    FROM offered
    ON CONFLICT DO NOTHING
    RETURNING id, ends_at AS "endsAt"`

const offeredRow = z.strictObject({ startsAt: z.date() })

export const offeredTime = (tx: Tx, id: string, caseId: string) =>
  rowOf(tx, offeredRow)`
    SELECT starts_at AS "startsAt" FROM consultation_times WHERE id = ${id}::uuid AND case_id = ${caseId}::uuid`

/** @returns whether it was there */
export const withdrawTime = async (tx: Tx, id: string, caseId: string): Promise<boolean> =>
  (await tx.$executeRaw`DELETE FROM consultation_times WHERE id = ${id}::uuid AND case_id = ${caseId}::uuid`) ===
  1

/** One meeting that has not begun. */
export const comingMeeting = (tx: Tx, id: string, caseId: string, at: Date) =>
  rowOf(tx, idRow)`
    SELECT id FROM consultation_meetings WHERE id = ${id}::uuid AND case_id = ${caseId}::uuid AND called_off_at IS NULL
      AND starts_at > ${at}::timestamptz`

/**
 * What a case no longer has, as it is over or somebody else works on it: times that were offered and meetings to come.
 * @param all also those of whoever works on it now
 * @returns the meetings that are off
 */
export async function dropAppointments(
  tx: Tx,
  caseId: string,
  all: boolean,
  at: Date,
): Promise<{ id: string }[]> {
  await tx.$executeRaw`
    DELETE FROM consultation_times t WHERE case_id = ${caseId}::uuid AND (${all} OR adviser_id IS DISTINCT FROM
      (SELECT handler_id FROM consultations o WHERE o.case_id = t.case_id))`
  return rowsOf(tx, idRow)`
    UPDATE consultation_meetings m SET called_off_at = ${at}::timestamptz, called_off_by = 'system', sequence = sequence + 1
    WHERE case_id = ${caseId}::uuid AND called_off_at IS NULL AND starts_at > ${at}::timestamptz AND (${all}
      OR adviser_id IS DISTINCT FROM (SELECT handler_id FROM consultations o WHERE o.case_id = m.case_id))
    RETURNING id`
}

const stationRow = z.strictObject({ id: z.string(), name: z.string(), address: z.string() })

/** The rooms that an office can use: its own, those below it, and those of the divisions in which it lies. */
export const stationsOf = (read: Read, offices: readonly string[]) =>
  read(
    stationRow,
    'legal-stations',
    `SELECT DISTINCT s.id, s.name, s.address FROM legal_stations s JOIN unnest($1::text[]) AS office (code)
       ON starts_with(s.division_code, office.code) OR starts_with(office.code, s.division_code)
     ORDER BY s.name, s.id LIMIT 200`,
    [[...offices]],
  )

const appointmentRow = z.strictObject({
  id: z.string(),
  kind: meetingKind,
  startsAt: z.date(),
  endsAt: z.date(),
  state: z.enum(['offered', 'taken', 'called_off', 'gone']),
  place: z.nullable(z.string()),
  linkSealed: z.nullable(z.string()),
  adviserId: z.string(),
  /** When it was offered, or taken. */
  at: z.date(),
})
export type AppointmentRow = z.output<typeof appointmentRow>

const place = `CASE WHEN s.id IS NOT NULL THEN s.name || '，' || s.address END AS place`

export const appointmentsOf = (read: Read, caseId: string, now: Date) =>
  read(
    appointmentRow,
    'consultation-appointments',
    `SELECT m.id, m.kind, m.starts_at AS "startsAt", m.ends_at AS "endsAt",
       CASE WHEN m.called_off_at IS NULL THEN 'taken' ELSE 'called_off' END AS state, ${place},
       CASE WHEN m.called_off_at IS NULL THEN m.link_sealed END AS "linkSealed", m.adviser_id AS "adviserId", m.taken_at AS at
     FROM consultation_meetings m LEFT JOIN legal_stations s ON s.id = m.station_id WHERE m.case_id = $1::uuid
     UNION ALL
     SELECT t.id, t.kind, t.starts_at, t.ends_at, CASE WHEN t.starts_at <= $2::timestamptz OR EXISTS (
         SELECT FROM consultation_meetings m WHERE m.called_off_at IS NULL AND m.case_id <> t.case_id
           AND (m.adviser_id = t.adviser_id OR m.station_id = t.station_id)
           AND tstzrange(m.starts_at, m.ends_at) && tstzrange(t.starts_at, t.ends_at)) THEN 'gone' ELSE 'offered' END,
       ${place}, NULL, t.adviser_id, t.offered_at
     FROM consultation_times t LEFT JOIN legal_stations s ON s.id = t.station_id WHERE t.case_id = $1::uuid
     ORDER BY "startsAt", id`,
    [caseId, now],
  )

const nextRow = z.strictObject({ caseId: z.string(), at: z.date() })

/** The next meeting of each of these cases, one that goes on included. */
export const nextMeetings = (read: Read, ids: readonly string[], now: Date) =>
  read(
    nextRow,
    'next-meetings',
    `SELECT case_id AS "caseId", min(starts_at) AS at FROM consultation_meetings
     WHERE case_id = ANY ($1::uuid[]) AND called_off_at IS NULL AND ends_at > $2::timestamptz GROUP BY case_id`,
    [[...ids], now],
  )

const aheadRow = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  number: z.string(),
  kind: meetingKind,
  startsAt: z.date(),
  endsAt: z.date(),
  place: z.nullable(z.string()),
})

/** What an adviser has from an instant on, of the matters that are theirs. */
export const meetingsAhead = (read: Read, adviserId: string, from: Date) =>
  read(
    aheadRow,
    'meetings-ahead',
    `SELECT m.id, m.case_id AS "caseId", c.number, m.kind, m.starts_at AS "startsAt", m.ends_at AS "endsAt", ${place}
     FROM consultation_meetings m JOIN cases c ON c.id = m.case_id LEFT JOIN legal_stations s ON s.id = m.station_id
     WHERE m.adviser_id = $1::uuid AND m.called_off_at IS NULL AND m.starts_at >= $2::timestamptz
     ORDER BY m.starts_at, m.id LIMIT 200`,
    [adviserId, from],
  )

const heldTimeRow = z.strictObject({
  number: z.string(),
  community: z.string(),
  at: z.date(),
  minutes: z.int(),
})

/** What took place between two instants: whose, when, and for how long. */
export const meetingsHeld = (read: Read, adviserId: string, from: Date, to: Date) =>
  read(
    heldTimeRow,
    'meetings-held',
    `SELECT c.number, c.community_code AS community, m.starts_at AS at,
       (extract(epoch FROM m.ends_at - m.starts_at) / 60)::int AS minutes
     FROM consultation_meetings m JOIN cases c ON c.id = m.case_id
     WHERE m.adviser_id = $1::uuid AND m.called_off_at IS NULL AND m.starts_at >= $2::timestamptz AND m.ends_at <= $3::timestamptz
     ORDER BY m.starts_at, m.id`,
    [adviserId, from, to],
  )
