/** What is shown of times and meetings: to the two, to the home page, and to an adviser's calendar and work log. */
import { meetingKind } from '@linli/contracts/consultation-thread'
import * as z from 'zod/mini'
import type { Read } from '../../../platform/read'
import { idRow } from '../../../platform/rows'

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

/** Those that were answered, with nothing offered to which their person is still to say yes or no. */
export const restingOf = async (read: Read, ids: readonly string[], now: Date): Promise<readonly string[]> =>
  (
    await read(
      idRow,
      'resting-consultations',
      `SELECT c.id FROM cases c WHERE c.id = ANY ($1::uuid[]) AND c.state = 'answered'
         AND (NOT EXISTS (SELECT FROM consultation_times t WHERE t.case_id = c.id AND t.starts_at > $2::timestamptz)
           OR EXISTS (SELECT FROM consultation_meetings m WHERE m.case_id = c.id AND m.called_off_at IS NULL AND m.ends_at > $2))
         AND NOT EXISTS (SELECT FROM consultation_referrals r WHERE r.case_id = c.id AND r.state = 'proposed')`,
      [[...ids], now],
    )
  ).map(({ id }) => id)

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
export const meetingsAhead = (read: Read, adviserId: string, offices: readonly string[], from: Date) =>
  read(
    aheadRow,
    'meetings-ahead',
    `SELECT m.id, m.case_id AS "caseId", c.number, m.kind, m.starts_at AS "startsAt", m.ends_at AS "endsAt", ${place}
     FROM consultation_meetings m JOIN cases c ON c.id = m.case_id JOIN consultations o ON o.case_id = m.case_id
       LEFT JOIN legal_stations s ON s.id = m.station_id
     WHERE m.adviser_id = $1::uuid AND m.called_off_at IS NULL AND m.starts_at >= $2::timestamptz
       AND o.handler_id = m.adviser_id AND o.office_code = ANY ($3::text[]) AND c.state <> 'cancelled'
     ORDER BY m.starts_at, m.id LIMIT 200`,
    [adviserId, from, [...offices]],
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
