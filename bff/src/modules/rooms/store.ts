/** Rooms and what is taken of them. Reads are prepared statements: this is what everybody polls. */
import { digits } from '@linli/contracts/ladder'
import {
  approval,
  equipment,
  facilityKind,
  holidays,
  opening,
  purpose,
  roomKind,
  season,
} from '@linli/contracts/rooms'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf, rowsOfText } from '../../platform/rows'

export const storedRoom = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: roomKind,
  floor: z.nullable(z.string()),
  door: z.nullable(z.string()),
  price: z.nullable(z.string()),
  rules: z.nullable(z.string()),
  bring: z.nullable(z.string()),
  retired_at: z.nullable(z.date()),
  community_code: z.string(),
  facility_id: z.string(),
  /** The partner unit that runs it. */
  owner_id: z.nullable(z.string()),
  facility_name: z.string(),
  facility_kind: facilityKind,
  facility_phone: z.nullable(z.string()),
  address: z.string(),
  longitude: z.nullable(z.number()),
  latitude: z.nullable(z.number()),
  capacity: z.int(),
  area_square_metres: z.int(),
  step_free: z.boolean(),
  equipment: z.array(equipment),
  purposes: z.array(purpose),
  openings: z.array(opening),
  seasons: z.array(season),
  slot_minutes: z.int(),
  min_minutes: z.int(),
  max_minutes: z.int(),
  notice_minutes: z.int(),
  horizon_days: z.int(),
  buffer_minutes: z.int(),
  approval,
  /** The facility's: what public holidays do to it. */
  holidays,
  version: z.int(),
  position: z.int(),
  /** Closures that have not ended, as epoch milliseconds. */
  closures: z.array(z.strictObject({ start: z.number(), end: z.number() })),
})
export type StoredRoom = z.output<typeof storedRoom>

/** @param ended placeholder of the instant before which a closure is history */
export const columns = (
  ended: string,
): string => `r.id, r.name, r.kind, r.floor, r.door, r.price, r.rules, r.bring, r.retired_at,
  r.community_code, r.facility_id, f.owner_id, f.name AS facility_name, f.kind AS facility_kind,
  f.phone AS facility_phone, f.address, f.longitude, f.latitude, r.capacity, r.area_square_metres, r.step_free, r.equipment, r.purposes,
  r.openings, r.seasons, r.slot_minutes, r.min_minutes, r.max_minutes, r.notice_minutes, r.horizon_days, r.buffer_minutes,
  r.approval, f.holidays, r.version, r.position,
  coalesce((SELECT jsonb_agg(jsonb_build_object('start', extract(epoch FROM c.starts_at) * 1000,
      'end', extract(epoch FROM c.ends_at) * 1000) ORDER BY c.starts_at)
    FROM room_closures c WHERE c.room_id = r.id AND c.removed_at IS NULL AND c.ends_at > ${ended}::timestamptz), '[]')
    AS closures
  FROM rooms r JOIN facilities f ON f.id = r.facility_id`

export async function findRoom(db: Db, id: string, now: Date): Promise<StoredRoom | undefined> {
  const [row] = await db.statement(storedRoom, 'room', `SELECT ${columns('$2')} WHERE r.id = $1::uuid`, [
    id,
    now,
  ])
  return row
}

/** The room as it is, and stays until the transaction ends: a change of its rules comes before or after. */
export async function roomInside(tx: Tx, id: string, now: Date): Promise<StoredRoom | undefined> {
  await rowsOf(tx, idRow)`SELECT id FROM rooms WHERE id = ${id}::uuid FOR KEY SHARE`
  const [row] = await rowsOfText(tx, storedRoom, `SELECT ${columns('$2')} WHERE r.id = $1::uuid`, id, now)
  return row
}

export const roomsOfCommunity = (db: Db, community: string, now: Date): Promise<StoredRoom[]> =>
  db.statement(
    storedRoom,
    'rooms-of-community',
    `SELECT ${columns('$2')} WHERE r.community_code = $1 AND r.retired_at IS NULL ORDER BY r.position, r.id`,
    [community, now],
  )

export interface RoomFilter {
  community: string
  purpose: string | undefined
  capacity: number | undefined
  stepFree: boolean | undefined
  approval?: 'automatic'
}

/** A place in the list of rooms near a community. */
export interface RoomPlace {
  nearness: number
  community: string
  position: number
  id: string
}

const first: RoomPlace = {
  nearness: -1,
  community: '',
  position: 0,
  id: '00000000-0000-0000-0000-000000000000',
}

const nearRow = z.extend(storedRoom, { nearness: z.int() })

/** Own community, then its township, then its county; in each by code, so pages are stable. */
export function roomsNear(
  db: Db,
  filter: RoomFilter,
  after: RoomPlace | undefined,
  limit: number,
  now: Date,
): Promise<z.output<typeof nearRow>[]> {
  const { nearness, community, position, id } = after ?? first
  return db.statement(
    nearRow,
    'rooms-near',
    `SELECT * FROM (
      SELECT CASE WHEN r.community_code = $1 THEN 0 WHEN r.community_code LIKE left($1, ${digits.township}) || '%' THEN 1 ELSE 2 END
        AS nearness, ${columns('$10')}
      WHERE r.community_code LIKE left($1, ${digits.county}) || '%' AND r.retired_at IS NULL
        AND ($2::text IS NULL OR $2 = ANY (r.purposes))
        AND ($3::int IS NULL OR r.capacity >= $3)
        AND ($4::boolean IS NOT TRUE OR r.step_free) AND ($11::text IS NULL OR r.approval = $11)) near
     WHERE (nearness, community_code, position, id) > ($5::int, $6, $7::int, $8::uuid)
     ORDER BY nearness, community_code, position, id LIMIT $9::int`,
    [
      filter.community,
      filter.purpose ?? null,
      filter.capacity ?? null,
      filter.stepFree ?? null,
      nearness,
      community,
      position,
      id,
      limit,
      now,
      filter.approval ?? null,
    ],
  )
}

/** Which of these bookings are a person's own, or were filed by them for somebody. */
export async function ownOf(db: Db, caseIds: readonly string[], accountId: string): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set()
  const rows = await db.statement(
    idRow,
    'own-bookings',
    `SELECT id FROM cases WHERE id = ANY ($1::uuid[]) AND $2::uuid IN (subject_id, actor_id)`,
    [caseIds, accountId],
  )
  return new Set(rows.map((row) => row.id))
}

/**
 * Moves the room to its next version. Bookings checked against the old one are waited for; those still to come will
 * find their version gone and look again.
 */
export async function nextVersion(tx: Tx, roomId: string): Promise<void> {
  await tx.room.update({ where: { id: roomId }, data: { version: { increment: 1 } }, select: { id: true } })
}
