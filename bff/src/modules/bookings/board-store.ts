/** What takes or took rooms, for the board. */
import { bookingState } from '@linli/contracts/booking-case'
import * as z from 'zod/mini'
import { closureKind } from '@linli/contracts/closures'
import { purpose } from '@linli/contracts/rooms'
import type { Db } from '../../platform/db'

const blockRow = z.strictObject({
  caseId: z.string(),
  roomId: z.string(),
  state: bookingState,
  /** Instants as milliseconds since 1970: thousands of rows are read in one answer. */
  startsAt: z.number(),
  endsAt: z.number(),
  freeAt: z.number(),
  purpose,
  attendees: z.int(),
  /** By when staff owe an answer. */
  dueAt: z.nullable(z.number()),
  wish: z.boolean(),
  week: z.nullable(z.int()),
  weeks: z.nullable(z.int()),
})
export type BlockRow = z.output<typeof blockRow>

const ms = (column: string): string => `date_part('epoch', ${column}) * 1000`

/** By when staff owe an answer; the case is looked at only where they may. */
const due = `CASE WHEN b.state = 'pending' THEN
    (SELECT ${ms('c.due_at')} FROM cases c WHERE c.id = b.case_id AND c.waiting_for = 'staff') END`

/** The series is looked at only of what is in one. */
const columns = `b.case_id AS "caseId", b.room_id AS "roomId", b.state, ${ms('b.starts_at')} AS "startsAt", ${ms('b.ends_at')} AS "endsAt",
  ${ms('upper(b.occupied)')} AS "freeAt", b.purpose, b.attendees, ${due} AS "dueAt",
  b.replaces_case_id IS NOT NULL AND b.state = 'pending' AS wish, b.series_number AS week, CASE WHEN b.series_id IS NOT NULL THEN
    (SELECT max(s.series_number) FROM bookings s WHERE s.series_id = b.series_id) END AS weeks`

/**
 * What lies in [from, to), cleaning included: live ones, an offer until its deadline and no longer; what took place; and to
 * what nobody came. Room by room, for all of it lies together in bookings_of_room: what a room had before that is not
 * touched. No use is longer than a day, nor is its cleaning.
 */
const inRooms = `WHERE b.room_id = asked.id
       AND b.starts_at > $2::timestamptz - interval '2 days' AND b.starts_at < $3::timestamptz AND upper(b.occupied) > $2::timestamptz
       AND (b.state IN ('pending', 'confirmed', 'completed', 'missed') OR b.state = 'held' AND EXISTS
         (SELECT FROM line_entries w WHERE w.case_id = b.case_id AND w.held_until > $4::timestamptz))`

interface Span {
  from: Date
  to: Date
  now: Date
}

export const blocksOf = (db: Db, roomIds: readonly string[], { from, to, now }: Span): Promise<BlockRow[]> =>
  db.statement(
    blockRow,
    'board-blocks',
    `SELECT taken.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (SELECT ${columns} FROM bookings b ${inRooms} OFFSET 0) taken
     ORDER BY "startsAt", "caseId"`,
    [roomIds, from, to, now],
  )

const bitsRow = z.strictObject({
  roomId: z.string(),
  /** State, beginning, end and by when staff owe an answer, of each in order. */
  bits: z.array(z.tuple([bookingState, z.number(), z.number(), z.nullable(z.number())])),
})
export type Bit = z.output<typeof bitsRow>['bits'][number]

/** The same without what it is for: a row for each room, for there are thousands. */
export const bitsOf = (db: Db, roomIds: readonly string[], { from, to, now }: Span) =>
  db.statement(
    bitsRow,
    'board-bits',
    `SELECT asked.id AS "roomId", taken.bits FROM unnest($1::uuid[]) AS asked (id), LATERAL (SELECT
       json_agg(json_build_array(b.state, ${ms('b.starts_at')}, ${ms('b.ends_at')}, ${due}) ORDER BY b.starts_at, b.case_id) AS bits
       FROM bookings b ${inRooms}) taken WHERE taken.bits IS NOT NULL`,
    [roomIds, from, to, now],
  )

const closureRow = z.strictObject({
  id: z.string(),
  roomId: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  reason: z.string(),
  kind: closureKind,
  repeats: z.boolean(),
})
export type ClosureRow = z.output<typeof closureRow>

export const closuresAmong = (
  db: Db,
  roomIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<ClosureRow[]> =>
  db.statement(
    closureRow,
    'board-closures',
    `SELECT id, room_id AS "roomId", starts_at AS "startsAt", ends_at AS "endsAt", reason, kind,
       series_id IS NOT NULL AS repeats FROM room_closures
     WHERE room_id = ANY ($1::uuid[]) AND removed_at IS NULL AND ends_at > $2::timestamptz
       AND starts_at < $3::timestamptz ORDER BY starts_at, id`,
    [roomIds, from, to],
  )

const waitRow = z.strictObject({ roomId: z.string(), startsAt: z.number(), endsAt: z.number() })
export type WaitRow = z.output<typeof waitRow>

/** What is waited for in lines. */
export const waitedFor = (
  db: Db,
  roomIds: readonly string[],
  { from, to, now }: { from: Date; to: Date; now: Date },
): Promise<WaitRow[]> =>
  db.statement(
    waitRow,
    'board-waits',
    `SELECT b.room_id AS "roomId", ${ms('b.starts_at')} AS "startsAt", ${ms('b.ends_at')} AS "endsAt"
     FROM lines l JOIN line_entries w ON w.line_id = l.id JOIN bookings b ON b.case_id = w.case_id
     WHERE l.room_id = ANY ($1::uuid[]) AND l.day >= ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
       AND l.day < ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AND w.state = 'waiting' AND w.until > $4::timestamptz`,
    [roomIds, from, to, now],
  )
