/** The promise: a time is taken by one statement that asks the constraints, and whoever is too late gets no row. */
import * as z from 'zod/mini'
import type { Tx } from '../../../platform/db'
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

/** When the last meeting ends that is still to come. */
export async function meetingEnd(tx: Tx, caseId: string, at: Date): Promise<Date | undefined> {
  const row = await rowOf(tx, z.strictObject({ endsAt: z.nullable(z.date()) }))`
    SELECT max(ends_at) AS "endsAt" FROM consultation_meetings
    WHERE case_id = ${caseId}::uuid AND called_off_at IS NULL AND ends_at > ${at}::timestamptz`
  return row?.endsAt ?? undefined
}

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
