/**
 * Bookings of a division, a room or a person, by when they are. Each community, each room and each person has them in order
 * in an index, so a page costs the same however many lie behind it.
 */
import type { BookingsShown } from '@linli/contracts/booking-desk'
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'
import { caseColumns, caseRow } from '../cases/service'
import { ownHall } from './facts-store'

export interface ListAsked {
  division: string
  /** Only of rooms that this partner unit runs; null is everything. */
  owner: string | null
  show: BookingsShown
  room: string | null
  /** An open booking, of whose person the list is. */
  personOf: string | null
  state: string | null
  /** A day, half-open. */
  from: Date | null
  to: Date | null
  now: Date
  after: ListPlace | undefined
  limit: number
}

export interface ListPlace {
  startsAt: Date
  id: string
}

const row = z.extend(caseRow, { sort: z.date() })

/** The same words as the partial indexes, so that they serve. */
const stands = (c: string): string => `${c}.state IN ('held', 'pending', 'confirmed', 'completed')`
const isOff = (): string => `c.closed_at IS NOT NULL AND c.state <> 'completed'`
/** An offer is there until its deadline, and no longer. */
const notLapsed = `(c.lapses_at IS NULL OR c.lapses_at > $2::timestamptz)`

const shows: Record<BookingsShown, { where: (c: string) => string; down?: true }> = {
  // No use is longer than a day.
  upcoming: {
    where: (c) =>
      `${stands(c)} AND ${c}.starts_at > $2::timestamptz - interval '1 day' AND ${c}.ends_at > $2::timestamptz`,
  },
  past: {
    where: (c) => `${stands(c)} AND ${c}.starts_at < $2::timestamptz AND ${c}.ends_at <= $2::timestamptz`,
    down: true,
  },
  off: { where: isOff, down: true },
  standing: { where: stands },
}

/** By whom or what they are found; `order`: whose index gives the order. */
const sources = {
  division: {
    order: 'c',
    sql: (where: string, tail: string): string => `FROM divisions d CROSS JOIN LATERAL (
        SELECT * FROM cases c WHERE c.community_code = d.code AND c.type = 'booking' AND ${where} ${tail}) c
      WHERE d.code >= $1 AND d.code < $1 || ':' AND d.level = 'community' AND ($8::uuid, $9::uuid) IS NOT DISTINCT FROM (NULL::uuid, NULL::uuid)`,
  },
  room: {
    order: 'b',
    sql: (where: string): string => `FROM bookings b JOIN cases c ON c.id = b.case_id
      WHERE b.room_id = $8::uuid AND $9::uuid IS NULL AND c.community_code >= $1 AND c.community_code < $1 || ':' AND ${where}`,
  },
  person: {
    order: 'c',
    sql: (
      where: string,
    ): string => `FROM cases o CROSS JOIN LATERAL unnest(account_ids(o.subject_id)) AS p (id)
        JOIN cases c ON c.subject_id = p.id JOIN bookings b ON b.case_id = c.id
      WHERE o.id = $9::uuid AND ($8::uuid IS NULL OR b.room_id = $8) AND c.type = 'booking'
        AND c.community_code >= $1 AND c.community_code < $1 || ':' AND ${where}`,
  },
} as const

export function deskBookings(db: Db, asked: ListAsked): Promise<z.output<typeof row>[]> {
  const source = asked.personOf !== null ? 'person' : asked.room !== null ? 'room' : 'division'
  const { order, sql } = sources[source]
  const { where, down } = shows[asked.show]
  const [beyond, direction] = down ? ['<', 'DESC'] : ['>', 'ASC']
  const id = order === 'b' ? 'b.case_id' : 'c.id'
  const conditions = `${where(order)} AND ${notLapsed}
    AND ($3::text IS NULL OR ${order}.state = $3) AND ${order}.starts_at >= coalesce($4::timestamptz, '-infinity')
    AND ${order}.starts_at < coalesce($5::timestamptz, 'infinity')
    AND ($11::uuid IS NULL OR ${ownHall('$11', id)})
    AND ($6::timestamptz IS NULL OR (${order}.starts_at, ${id}) ${beyond} ($6, $7::uuid))`
  const tail = `ORDER BY ${order}.starts_at ${direction}, ${id} ${direction} LIMIT $10::int`
  return db.statement(
    row,
    `desk-bookings-${source}-${asked.show}`,
    `SELECT ${caseColumns}, c.starts_at AS sort ${sql(conditions, tail)} ${tail}`,
    [
      asked.division,
      asked.now,
      asked.state,
      asked.from,
      asked.to,
      asked.after?.startsAt ?? null,
      asked.after?.id ?? null,
      asked.room,
      asked.personOf,
      asked.limit,
      asked.owner,
    ],
  )
}
