/** Rooms of a division and of all below it. */
import * as z from 'zod/mini'
import { areaOf } from '../../platform/area'
import type { Db } from '../../platform/db'
import { columns, storedRoom, type StoredRoom } from './store'

/** A place in the list of a division's rooms. */
export interface RoomOrder {
  community: string
  position: number
  id: string
}

export interface DivisionRooms {
  division: string
  /** Only what this partner unit runs; null is everything. */
  owner: string | null
  /** Only these of them. */
  rooms: string[] | undefined
  /** Rooms that are retired are there while something stands in them, and where something took place since then. */
  usedFrom: Date
  after: RoomOrder | undefined
  limit: number
}

/** By community, in the order of the register; in each as they stand there. */
export function storedOfDivision(
  db: Db,
  { division, owner, rooms, usedFrom, after, limit }: DivisionRooms,
  now: Date,
): Promise<StoredRoom[]> {
  const area = areaOf(division, 'r.community_code', '$1')
  return db.statement(
    storedRoom,
    `rooms-of-division-${area.name}`,
    `SELECT ${columns('$2')} WHERE ${area.sql} AND (r.retired_at IS NULL OR EXISTS (SELECT FROM bookings b
        WHERE b.room_id = r.id AND b.state IN ('held', 'pending', 'confirmed'))
        OR EXISTS (SELECT FROM bookings b WHERE b.room_id = r.id AND b.state = 'completed' AND b.starts_at >= $7::timestamptz))
      AND ($8::uuid[] IS NULL OR r.id = ANY ($8)) AND ($9::uuid IS NULL OR f.owner_id = $9)
      AND ($3::text IS NULL OR (r.community_code, r.position, r.id) > ($3, $4::int, $5::uuid))
     ORDER BY r.community_code, r.position, r.id LIMIT $6::int`,
    [
      division,
      now,
      after?.community ?? null,
      after?.position ?? null,
      after?.id ?? null,
      limit,
      usedFrom,
      rooms ?? null,
      owner,
    ],
  )
}

const namedRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  facilityName: z.string(),
  community: z.string(),
})

/** @param words are looked for as they are: no sign of them is a pattern */
export const namedInDivision = (
  db: Db,
  { division, words }: { division: string; words: string },
): Promise<z.output<typeof namedRow>[]> =>
  db.statement(
    namedRow,
    'rooms-named',
    `SELECT r.id, r.name, f.name AS "facilityName", r.community_code AS community
     FROM rooms r JOIN facilities f ON f.id = r.facility_id
     WHERE r.community_code >= $1 AND r.community_code < $1 || ':'
       AND (strpos(lower(r.name), lower($2)) > 0 OR strpos(lower(f.name), lower($2)) > 0)
     ORDER BY strpos(lower(r.name), lower($2)) = 0, r.community_code, r.position, r.id LIMIT 12`,
    [division, words],
  )
