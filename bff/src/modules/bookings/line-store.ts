/** Slots that are waited for. A waiting booking keeps nothing; from `held` on the constraint `bookings_no_overlap` decides. */
import { undoSeconds } from '@linli/contracts/transitions'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowOf } from '../../platform/rows'
import { isUnsettled } from '../rooms/service'

const wantedRow = z.strictObject({
  roomId: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  /** End of the cleaning after the use. */
  freeAt: z.date(),
  purpose: z.string(),
  attendees: z.int(),
})
export type WantedSlot = z.output<typeof wantedRow>
export type Slot = Omit<WantedSlot, 'purpose' | 'attendees'>

export const wantedSlot = (tx: Tx, caseId: string): Promise<WantedSlot | undefined> =>
  rowOf(tx, wantedRow)`SELECT room_id AS "roomId", starts_at AS "startsAt",
    ends_at AS "endsAt", upper(occupied) AS "freeAt", purpose, attendees FROM bookings WHERE case_id = ${caseId}::uuid`

/**
 * Slots that were refused and are promised to whoever waits, until their line has been settled after the refusal could no more
 * be taken back: rows where [from, to) of a room meets one. Placeholders of the statement in which it stands.
 */
export const promisedSql = (p: Record<'room' | 'from' | 'to' | 'now', string>): string =>
  `SELECT FROM bookings r JOIN cases c ON c.id = r.case_id
  WHERE r.room_id = ${p.room}::uuid AND r.state = 'refused'
    AND r.starts_at > ${p.from}::timestamptz - interval '1 day' AND r.starts_at < ${p.to}::timestamptz
    AND r.occupied && tstzrange(${p.from}::timestamptz, ${p.to}::timestamptz)
    AND EXISTS (SELECT FROM lines l JOIN line_entries w ON w.line_id = l.id JOIN bookings b ON b.case_id = w.case_id
      WHERE l.room_id = ${p.room}::uuid AND w.state = 'waiting' AND w.until > ${p.now}::timestamptz AND b.occupied && r.occupied
        AND ${isUnsettled})`

/** Does nobody have some of it? A refusal that can still be taken back keeps its slot from the line. */
export async function isSlotFree(tx: Tx, slot: Slot, at: Date): Promise<boolean> {
  const undoable = new Date(at.getTime() - undoSeconds * 1000)
  const row = await rowOf(tx, z.strictObject({ free: z.boolean() }))`SELECT NOT EXISTS (
      SELECT FROM bookings WHERE room_id = ${slot.roomId}::uuid AND state IN ('held', 'pending', 'confirmed')
        AND occupied && tstzrange(${slot.startsAt}::timestamptz, ${slot.freeAt}::timestamptz)
    ) AND NOT EXISTS (
      SELECT FROM bookings b JOIN cases c ON c.id = b.case_id WHERE b.room_id = ${slot.roomId}::uuid
        AND b.state = 'refused' AND b.starts_at < ${slot.freeAt}::timestamptz
        AND b.starts_at > ${slot.startsAt}::timestamptz - interval '1 day'
        AND c.decided_at >= ${undoable}::timestamptz
        AND b.occupied && tstzrange(${slot.startsAt}::timestamptz, ${slot.freeAt}::timestamptz)
    ) AS free`
  return row?.free ?? false
}

/**
 * The line of a room and day in which something is over that nobody has written down: an offer's time has passed, or a
 * refusal for which somebody waits can no more be taken back.
 */
export async function lineWithOverdue(
  db: Db,
  roomId: string,
  day: string,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db.statement(
    idRow,
    'line-with-overdue',
    `SELECT l.id FROM lines l WHERE l.room_id = $1::uuid AND l.day = $2::date AND (EXISTS (SELECT FROM line_entries e
       WHERE e.line_id = l.id AND e.state = 'held' AND e.held_until <= $3::timestamptz)
     OR EXISTS (SELECT FROM line_entries w JOIN bookings b ON b.case_id = w.case_id
       JOIN bookings r ON r.room_id = l.room_id AND r.state = 'refused' AND r.occupied && b.occupied
       JOIN cases c ON c.id = r.case_id
       WHERE w.line_id = l.id AND w.state = 'waiting' AND c.decided_at < $3::timestamptz - $4::int * interval '1 s'
         AND ${isUnsettled}))`,
    [roomId, day, now, undoSeconds],
  )
  return row?.id
}

/** The line of a booking's room and day, if anybody ever waited there. */
export async function lineOfBooking(db: Db, caseId: string): Promise<string | undefined> {
  const [row] = await db.statement(
    idRow,
    'line-of-booking',
    `SELECT l.id FROM bookings b JOIN lines l ON l.room_id = b.room_id
       AND l.day = (b.starts_at AT TIME ZONE 'Asia/Shanghai')::date
     WHERE b.case_id = $1::uuid`,
    [caseId],
  )
  return row?.id
}

/** The line of a room and of the day of an instant, if anybody ever waited there. */
export async function lineOfSlot(tx: Tx, roomId: string, startsAt: Date): Promise<string | undefined> {
  const row = await rowOf(tx, idRow)`SELECT id FROM lines
    WHERE room_id = ${roomId}::uuid AND day = (${startsAt}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`
  return row?.id
}

const crowdRow = z.strictObject({ people: z.int(), isIn: z.boolean() })

/** Who waits or has an offer in a line, and whether this person is one of them. */
export async function crowdOf(tx: Tx, lineId: string, accountId: string): Promise<z.output<typeof crowdRow>> {
  const row = await rowOf(tx, crowdRow)`SELECT count(*)::int AS people,
    coalesce(bool_or(party_id = ${accountId}::uuid), false) AS "isIn" FROM line_entries
    WHERE line_id = ${lineId}::uuid AND state IN ('waiting', 'held')`
  return row ?? { people: 0, isIn: false }
}

export interface NewWait extends WantedSlot {
  id: string
  community: string
  subjectId: string
  note: string | null
  week: string
  /** Sealed; becomes the account's name where it has none. */
  nameEnc: string | null
  at: Date
}

/** The case with its first event and its booking, which waits for a slot that somebody else has. */
export async function insertWaiting(tx: Tx, w: NewWait): Promise<void> {
  await tx.$executeRaw`
    WITH spine AS MATERIALIZED (
      SELECT open_case(${w.id}::uuid, case_number('CD', ${w.at}::timestamptz), 'booking', ${w.community},
        ${w.subjectId}::uuid, ${w.subjectId}::uuid, 'self', NULL, 'waiting', 'nobody', NULL, r.name,
        ${w.startsAt}::timestamptz, ${w.endsAt}::timestamptz, ${w.startsAt}::timestamptz, ${w.at}::timestamptz) AS id
      FROM rooms r WHERE r.id = ${w.roomId}::uuid
    ), event AS MATERIALIZED (
      SELECT add_event(id, ${w.at}::timestamptz, 'request', NULL, 'waiting', 'party', ${w.subjectId}::uuid, NULL, NULL) AS id,
        name_account(${w.subjectId}::uuid, ${w.nameEnc})
      FROM spine
    )
    INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, note, quota_week)
    SELECT id, 'waiting', ${w.roomId}::uuid, ${w.startsAt}::timestamptz, ${w.endsAt}::timestamptz,
      tstzrange(${w.startsAt}::timestamptz, ${w.freeAt}::timestamptz), ${w.purpose}, ${w.attendees}::int, ${w.note},
      ${w.week}::date
    FROM event`
}
