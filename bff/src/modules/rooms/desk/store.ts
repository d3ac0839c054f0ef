/** Facilities and rooms as those who run them see and change them. */
import { bookingState } from '@linli/contracts/booking-case'
import { facilityKind, holidays, purpose, roomKind } from '@linli/contracts/rooms'
import * as z from 'zod/mini'
import { areaOf } from '../../../platform/area'
import type { Db } from '../../../platform/db'
import type { Read } from '../../../platform/read'
import { partnerBadge } from '../../identity/service'
import { isKept } from '../taken-store'

const facilityRow = z.strictObject({
  id: z.string(),
  version: z.int(),
  community: z.string(),
  name: z.string(),
  kind: facilityKind,
  address: z.string(),
  phone: z.nullable(z.string()),
  holidays,
  longitude: z.nullable(z.number()),
  latitude: z.nullable(z.number()),
  hasKeeper: z.boolean(),
  ownerId: z.nullable(z.string()),
  /** The badge of its partner unit. */
  ownerName: z.nullable(z.string()),
})
export type FacilityRow = z.output<typeof facilityRow>

const columns = `f.id, f.version, f.community_code AS community, f.name, f.kind, f.address, f.phone, f.holidays,
  f.longitude, f.latitude, f.keeper_name_enc IS NOT NULL AS "hasKeeper", f.owner_id AS "ownerId",
  ${partnerBadge('f.owner_id', 'f.community_code')} AS "ownerName" FROM facilities f`

/** A place in the list of a division's facilities. */
export interface FacilityPlace {
  community: string
  id: string
}

/** By community, in the order of the register. @param owner only what this partner unit runs; null is everything */
export function facilitiesOf(
  db: Db,
  {
    division,
    owner,
    after,
    limit,
  }: { division: string; owner: string | null; after: FacilityPlace | undefined; limit: number },
): Promise<FacilityRow[]> {
  const area = areaOf(division, 'f.community_code', '$1')
  return db.statement(
    facilityRow,
    `facilities-of-division-${area.name}`,
    `SELECT ${columns} WHERE ${area.sql} AND ($2::uuid IS NULL OR f.owner_id = $2)
       AND ($3::text IS NULL OR (f.community_code, f.id) > ($3, $4::uuid))
     ORDER BY f.community_code, f.id LIMIT $5::int`,
    [division, owner, after?.community ?? null, after?.id ?? null, limit],
  )
}

export const findFacility = async (read: Read, id: string): Promise<FacilityRow | undefined> =>
  (await read(facilityRow, 'facility', `SELECT ${columns} WHERE f.id = $1::uuid`, [id]))[0]

const deskRow = z.strictObject({
  id: z.string(),
  facilityId: z.string(),
  name: z.string(),
  kind: roomKind,
  floor: z.nullable(z.string()),
  capacity: z.int(),
  retired: z.boolean(),
  ahead: z.int(),
})

const isLive = (room: string, now: string): string =>
  `bookings.room_id = ${room} AND state IN ('held', 'pending', 'confirmed') AND ends_at > ${now}::timestamptz AND ${isKept(now)}`

/** In the order in which they are there, those in use first. */
export const roomsOf = (
  read: Read,
  facilityIds: readonly string[],
  now: Date,
): Promise<z.output<typeof deskRow>[]> =>
  read(
    deskRow,
    'rooms-of-facilities',
    `SELECT r.id, r.facility_id AS "facilityId", r.name, r.kind, r.floor, r.capacity, r.retired_at IS NOT NULL AS retired,
       (SELECT count(*)::int FROM bookings WHERE ${isLive('r.id', '$2')}) AS ahead
     FROM rooms r WHERE r.facility_id = ANY ($1::uuid[]) ORDER BY retired, r.position, r.id`,
    [facilityIds, now],
  )

const aheadRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  roomId: z.string(),
  roomName: z.string(),
  state: bookingState,
  startsAt: z.date(),
  endsAt: z.date(),
  purpose,
  attendees: z.int(),
})
export type AheadRow = z.output<typeof aheadRow>

/** Every live booking of some rooms that is not over, in the order of their starts. */
export const aheadOf = (read: Read, roomIds: readonly string[], now: Date): Promise<AheadRow[]> =>
  read(
    aheadRow,
    'ahead-of-rooms',
    `SELECT case_id AS "caseId", c.number, room_id AS "roomId", r.name AS "roomName", bookings.state,
       bookings.starts_at AS "startsAt", bookings.ends_at AS "endsAt", purpose, attendees
     FROM rooms r JOIN LATERAL (SELECT * FROM bookings WHERE ${isLive('r.id', '$2')}) bookings ON true
       JOIN cases c ON c.id = case_id
     WHERE r.id = ANY ($1::uuid[]) ORDER BY "startsAt", "caseId"`,
    [roomIds, now],
  )

const partnerRow = z.strictObject({ id: z.string(), name: z.string() })

/** Whoever speaks for a partner unit in some community, by their badge. */
export const partnersOf = (read: Read, division: string): Promise<z.output<typeof partnerRow>[]> =>
  read(
    partnerRow,
    'partners-of-division',
    `SELECT DISTINCT ON (account_id) account_id AS id, display_name AS name FROM grants
     WHERE role = 'partner_unit' AND revoked_at IS NULL AND (division_code LIKE $1 || '%' OR $1 LIKE division_code || '%')
     ORDER BY account_id, display_name LIMIT 200`,
    [division],
  )

/** The names of whoever works for a community. */
export const badgesIn = async (read: Read, community: string): Promise<string[]> => {
  const rows = await read(
    z.strictObject({ name: z.string() }),
    'badges-of-community',
    `SELECT DISTINCT display_name AS name FROM grants WHERE revoked_at IS NULL AND $1 LIKE division_code || '%'`,
    [community],
  )
  return rows.map(({ name }) => name)
}
