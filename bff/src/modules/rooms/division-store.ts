/** Rooms of a division and of all below it. */
import * as z from 'zod/mini'
import { holidays, opening, purpose, roomKind, season } from '@linli/contracts/rooms'
import { areaOf } from '../../platform/area'
import type { Db } from '../../platform/db'

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

const divisionRoom = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: roomKind,
  facility_name: z.string(),
  community_code: z.string(),
  capacity: z.int(),
  purposes: z.array(purpose),
  openings: z.array(opening),
  seasons: z.array(season),
  slot_minutes: z.int(),
  min_minutes: z.int(),
  retired_at: z.nullable(z.date()),
  holidays,
  position: z.int(),
})
export type DivisionRoom = z.output<typeof divisionRoom>

/** By community, in the order of the register; in each as they stand there. */
export function storedOfDivision(
  db: Db,
  { division, owner, rooms, usedFrom, after, limit }: DivisionRooms,
): Promise<DivisionRoom[]> {
  const area = areaOf(division, 'r.community_code', '$1')
  return db.statement(
    divisionRoom,
    `rooms-of-division-${area.name}`,
    `SELECT r.id, r.name, r.kind, f.name AS facility_name, r.community_code, r.capacity, r.purposes, r.openings, r.seasons,
       r.slot_minutes, r.min_minutes, r.retired_at, f.holidays, r.position
     FROM rooms r JOIN facilities f ON f.id = r.facility_id
     WHERE ${area.sql} AND (r.retired_at IS NULL OR EXISTS (SELECT FROM bookings b
        WHERE b.room_id = r.id AND b.state IN ('held', 'pending', 'confirmed'))
        OR EXISTS (SELECT FROM bookings b WHERE b.room_id = r.id AND b.state = 'completed' AND b.starts_at >= $6::timestamptz)
        OR EXISTS (SELECT FROM bookings b WHERE b.room_id = r.id AND b.state = 'missed' AND b.starts_at >= $6::timestamptz))
      AND ($7::uuid[] IS NULL OR r.id = ANY ($7)) AND ($8::uuid IS NULL OR f.owner_id = $8)
      AND ($2::text IS NULL OR (r.community_code, r.position, r.id) > ($2, $3::int, $4::uuid))
     ORDER BY r.community_code, r.position, r.id LIMIT $5::int`,
    [
      division,
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
