/** What rooms are, when they were closed and when they were used. Found room by room, by the indexes of their bookings. */
import { holidays, opening, season } from '@linli/contracts/rooms'
import * as z from 'zod/mini'
import { areaOf } from '../../platform/area'
import type { Db } from '../../platform/db'

export interface Asked {
  division: string
  facility: string | null
  room: string | null
  from: Date
  to: Date
}

const roomRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  community: z.string(),
  facilityId: z.string(),
  facilityName: z.string(),
  openings: z.array(opening),
  seasons: z.array(season),
  holidays,
  retiredAt: z.nullable(z.date()),
  /** As epoch milliseconds. */
  closures: z.array(z.strictObject({ start: z.number(), end: z.number() })),
})
export type UsedRoom = z.output<typeof roomRow>

const asked = (area: string): string =>
  `${area} AND ($4::uuid IS NULL OR r.facility_id = $4) AND ($5::uuid IS NULL OR r.id = $5)`

/** Those that took bookings in [from, to), in the order of the register. */
export function usedRooms(db: Db, { division, facility, room, from, to }: Asked): Promise<UsedRoom[]> {
  const area = areaOf(division, 'r.community_code', '$1')
  return db.statement(
    roomRow,
    `room-use-rooms-${area.name}`,
    `SELECT r.id, r.name, r.community_code AS community, f.id AS "facilityId", f.name AS "facilityName",
       r.openings, r.seasons, f.holidays, r.retired_at AS "retiredAt",
       coalesce((SELECT jsonb_agg(jsonb_build_object('start', extract(epoch FROM c.starts_at) * 1000,
           'end', extract(epoch FROM c.ends_at) * 1000) ORDER BY c.starts_at)
         FROM room_closures c WHERE c.room_id = r.id AND c.removed_at IS NULL AND c.ends_at > $2::timestamptz
           AND c.starts_at < $3::timestamptz), '[]') AS closures
     FROM rooms r JOIN facilities f ON f.id = r.facility_id
     WHERE ${asked(area.sql)} AND (r.retired_at IS NULL OR r.retired_at > $2::timestamptz)
     ORDER BY r.community_code, r.position, r.id`,
    [division, from, to, facility, room],
  )
}

const useRow = z.strictObject({
  key: z.string(),
  weekday: z.int(),
  /** Minutes after midnight, and how long. */
  start: z.int(),
  minutes: z.int(),
  times: z.int(),
})
export type Use = z.output<typeof useRow>

const local = (column: string): string => `(u.${column} AT TIME ZONE 'Asia/Shanghai')`

/**
 * Uses that began in [from, to), alike ones together: what is completed by its index, what is confirmed and not written down
 * as over by the constraint's own.
 * @param digits of the divisions by which they are counted; null: by room
 */
export function usesOf(
  db: Db,
  { division, facility, room, from, to }: Asked,
  digits: number | null,
): Promise<Use[]> {
  const area = areaOf(division, 'r.community_code', '$1')
  return db.statement(
    useRow,
    `room-use-uses-${area.name}`,
    `SELECT CASE WHEN $6::int IS NULL THEN r.id::text ELSE left(r.community_code, $6) END AS key,
       extract(isodow FROM ${local('starts_at')})::int AS weekday,
       (extract(hour FROM ${local('starts_at')}) * 60 + extract(minute FROM ${local('starts_at')}))::int AS start,
       (extract(epoch FROM u.ends_at - u.starts_at) / 60)::int AS minutes, count(*)::int AS times
     FROM rooms r CROSS JOIN LATERAL (
       SELECT b.starts_at, b.ends_at FROM bookings b WHERE b.room_id = r.id AND b.state = 'completed'
         AND b.starts_at >= $2::timestamptz AND b.starts_at < $3::timestamptz
       UNION ALL
       SELECT b.starts_at, b.ends_at FROM bookings b WHERE b.room_id = r.id AND b.state IN ('held', 'pending', 'confirmed')
         AND b.state = 'confirmed' AND b.occupied && tstzrange($2::timestamptz, $3::timestamptz)
         AND b.starts_at >= $2::timestamptz AND b.starts_at < $3::timestamptz) u
     WHERE ${asked(area.sql)} GROUP BY 1, 2, 3, 4`,
    [division, from, to, facility, room, digits],
  )
}
