/**
 * What takes rooms, as a request will feel it. Asked through the constraint's own index, and, where somebody waits, through
 * the lines: what is promised to them is nobody else's (docs/decisions/refused-slot-is-promised.md).
 */
import { undoSeconds } from '@linli/contracts/transitions'
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'

const takenRow = z.strictObject({
  /** Null where only a promise takes it. */
  case_id: z.nullable(z.string()),
  room_id: z.string(),
  starts_at: z.date(),
  ends_at: z.date(),
  free_at: z.date(),
})
export type TakenRow = z.output<typeof takenRow>

/** Has line `l` not been settled since the refusal of case `c` could no more be taken back? */
export const isUnsettled = `(l.settled_at IS NULL OR l.settled_at - interval '${undoSeconds} s' <= c.decided_at)`

/** An offer keeps its slot until its deadline and no longer, written down or not. */
export const isKept = (
  now: string,
): string => `(bookings.state <> 'held' OR EXISTS (SELECT FROM line_entries w
        WHERE w.case_id = bookings.case_id AND w.held_until > ${now}::timestamptz))`

/** Does somebody in line `l` still wait for some of the booking `of`? */
const isWaitedFor = (of: string, now: string): string => `EXISTS (SELECT FROM line_entries w
        JOIN bookings wanted ON wanted.case_id = w.case_id
        WHERE w.line_id = l.id AND w.state = 'waiting' AND w.until > ${now}::timestamptz AND wanted.occupied && ${of}.occupied)`

const inRooms = (alias: string): string =>
  `${alias}.room_id = ANY ($1::uuid[]) AND ${alias}.occupied && tstzrange($2::timestamptz, $3::timestamptz)`

/** Lines of the days in question: few rooms have one. */
const lines = `lines l ON l.room_id = ANY ($1::uuid[])
        AND l.day BETWEEN ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date - 1
          AND ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`

const promisedSql = `SELECT NULL::uuid, r.room_id, r.starts_at, r.ends_at, upper(r.occupied) FROM bookings r
      JOIN cases c ON c.id = r.case_id JOIN ${lines} AND l.room_id = r.room_id
      WHERE ${inRooms('r')} AND r.state = 'refused' AND r.starts_at > $2::timestamptz - interval '1 day'
        AND r.starts_at < $3::timestamptz AND ${isUnsettled} AND ${isWaitedFor('r', '$4')}
    UNION ALL
    SELECT NULL::uuid, h.room_id, h.starts_at, h.ends_at, upper(h.occupied) FROM line_entries e
      JOIN ${lines} AND l.id = e.line_id JOIN bookings h ON h.case_id = e.case_id
      WHERE e.state = 'held' AND e.held_until <= $4::timestamptz AND ${inRooms('h')} AND ${isWaitedFor('h', '$4')}`

/**
 * Room by room: asked for many at once, the index is walked over the whole time of every room there is, for a GiST index
 * knows no lists. The fence keeps the planner from putting them together again.
 */
const takenSql = `SELECT live.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
      SELECT case_id, room_id, starts_at, ends_at, upper(occupied) AS free_at FROM bookings
      WHERE room_id = asked.id AND occupied && tstzrange($2::timestamptz, $3::timestamptz)
        AND state IN ('held', 'pending', 'confirmed') AND ${isKept('$4')} OFFSET 0) live
    UNION ALL ${promisedSql}`

/** Live bookings that touch [from, to), cleaning included, and what is promised to a line; in order of their start. */
export const bookingsOf = (
  db: Db,
  roomIds: readonly string[],
  [from, to]: readonly [Date, Date],
  now: Date,
): Promise<TakenRow[]> =>
  db.statement(takenRow, 'bookings-of-rooms', `${takenSql} ORDER BY starts_at`, [roomIds, from, to, now])

const millis = (at: string): string => `json_agg(extract(epoch FROM ${at})::float8 * 1000 ORDER BY starts_at)`

const daysRow = z.strictObject({
  room_id: z.string(),
  starts: z.array(z.number()),
  ends: z.array(z.number()),
  frees: z.array(z.number()),
})

/** The same of many rooms, one row each: a search reads hundreds of rooms at once. */
export const spansOf = (
  db: Db,
  roomIds: readonly string[],
  [from, to]: readonly [Date, Date],
  now: Date,
): Promise<z.output<typeof daysRow>[]> =>
  db.statement(
    daysRow,
    'spans-of-rooms',
    `SELECT room_id, ${millis('starts_at')} AS starts, ${millis('ends_at')} AS ends, ${millis('free_at')} AS frees
     FROM (${takenSql}) taken GROUP BY room_id`,
    [roomIds, from, to, now],
  )
