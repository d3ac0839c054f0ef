/** The facilities and rooms of a division, for those who run them (docs/rooms.md). */
import * as z from 'zod/mini'
import { bookingState } from './booking-case'
import { communityCode, cursor, divisionCode, empty, id, idParams, instant, personName, text } from './common'
import { endpoint } from './endpoint'
import { callPhone } from './phone'
import { facilityKind, holidays, position, purpose, room, roomKind, roomPolicy } from './rooms'
import { roomPlan } from './room-plan'

/** Places outside of the country are two numbers in the wrong order. */
const askedPosition = z.object({
  longitude: z.number().check(z.refine((n) => n >= 73 && n <= 136, 'position_abroad')),
  latitude: z.number().check(z.refine((n) => n >= 3 && n <= 54, 'position_abroad')),
})

const facilityPlan = {
  name: text(40),
  kind: facilityKind,
  address: text(80),
  phone: z.nullable(callPhone),
  holidays,
  position: z.nullable(askedPosition),
  /** Who opens the door; kept as it is where nothing is sent, taken out by null. */
  keeper: z.optional(z.nullable(z.object({ name: personName, phone: callPhone }))),
  /** The partner unit that runs it; only staff say so. Kept as it is where nothing is sent. */
  ownerId: z.optional(z.nullable(id)),
}

/** As it was read: whoever changed it since is not written over. */
const version = z.int().check(z.minimum(1))

/** What is acknowledged: the mark of the list that was read (see `roomHits`). */
const acknowledged = z.optional(text(64))

export const deskRoom = z.object({
  id,
  name: z.string(),
  kind: roomKind,
  floor: z.nullable(z.string()),
  capacity: z.int(),
  retired: z.boolean(),
  /** Live bookings that are not over. */
  ahead: z.int(),
})
export type DeskRoom = z.infer<typeof deskRoom>

export const deskFacility = z.object({
  id,
  version,
  community: communityCode,
  communityName: z.string(),
  name: z.string(),
  kind: facilityKind,
  address: z.string(),
  phone: z.nullable(z.string()),
  holidays,
  position: z.nullable(position),
  /** Somebody who opens the door is written down; who, stands on confirmations alone. */
  hasKeeper: z.boolean(),
  owner: z.nullable(z.object({ id, name: z.string() })),
  rooms: z.array(deskRoom),
})
export type DeskFacility = z.infer<typeof deskFacility>

export const roomPlanned = z.extend(roomPlan, {
  ...roomPolicy.shape,
  ...{ equipment: room.shape.equipment, purposes: room.shape.purposes, photos: room.shape.photos },
  slotMinutes: z.number(),
  id,
  version,
  retired: z.boolean(),
  facility: z.object({ id, name: z.string(), community: communityCode }),
})
export type RoomPlanned = z.infer<typeof roomPlanned>

/** Why a booking would not be allowed any more: not open then, too many people, not for that, too long or short, retired. */
export const hitReason = z.enum(['closed', 'people', 'purpose', 'length', 'retired'])
export type HitReason = z.infer<typeof hitReason>

export const roomAhead = z.object({
  caseId: id,
  number: z.string(),
  roomName: z.string(),
  state: bookingState,
  startsAt: instant,
  endsAt: instant,
  purpose,
  attendees: z.int(),
})
export type RoomAhead = z.infer<typeof roomAhead>
export const roomHit = z.extend(roomAhead, { why: z.array(hitReason) })
export type RoomHit = z.infer<typeof roomHit>

/** How many are named; `total` counts all. */
export const hitsNamed = 200
/** The bookings that a change meets. They stay as they are; `mark` stands for exactly these. */
export const roomHits = z.object({ hits: z.array(roomHit), total: z.int(), mark: z.string() })
export type RoomHits = z.infer<typeof roomHits>

/** Rooms of one facility that are in use, at most; the words of `facility_full` name the number. */
export const facilityRooms = 200

export const listFacilities = endpoint({
  method: 'GET',
  path: '/divisions/:division/facilities',
  summary: 'Facilities and rooms of a division, for its staff; a partner unit sees those that it runs',
  params: z.object({ division: divisionCode }),
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({
    facilities: z.array(deskFacility),
    next: z.nullable(cursor),
    /** The reader is staff here, and adds facilities. */
    isStaff: z.boolean(),
  }),
  problems: ['not_found'],
})

export const getFacility = endpoint({
  method: 'GET',
  path: '/facilities/:id',
  summary: 'A facility, for those who run it',
  params: idParams,
  reply: z.object({
    facility: deskFacility,
    /** Whom staff can say to run it; null for a partner unit, which does not say so. */
    partners: z.nullable(z.array(z.object({ id, name: z.string() }))),
  }),
  problems: ['not_found'],
})

export const addFacility = endpoint({
  method: 'POST',
  path: '/communities/:code/facilities',
  summary: 'Staff add a facility to a community',
  params: z.object({ code: communityCode }),
  body: z.object(facilityPlan),
  reply: deskFacility,
  status: 201,
  problems: ['not_found', 'owner_unknown', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const editFacility = endpoint({
  method: 'POST',
  path: '/facilities/:id',
  summary: 'A facility changes; what public holidays would then close is named, and has to be acknowledged',
  params: idParams,
  body: z.object({ ...facilityPlan, version, acknowledged }),
  reply: deskFacility,
  problems: [
    'not_found',
    'not_allowed',
    'owner_unknown',
    'edited_meanwhile',
    'room_change_hits',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const getRoomPlan = endpoint({
  method: 'GET',
  path: '/rooms/:id/plan',
  summary: 'Everything that is said of a room, for those who run it',
  params: idParams,
  reply: roomPlanned,
  problems: ['not_found'],
})

export const addRoom = endpoint({
  method: 'POST',
  path: '/facilities/:id/rooms',
  summary: 'A facility gets another room',
  params: idParams,
  body: z.object({ room: roomPlan }),
  reply: roomPlanned,
  status: 201,
  problems: ['not_found', 'facility_full', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const checkRoom = endpoint({
  method: 'POST',
  path: '/rooms/:id/plan/check',
  summary:
    'Whom a change of a room would hit: live bookings that the new rules would not allow; nothing is written',
  params: idParams,
  body: z.object({ room: roomPlan }),
  reply: roomHits,
  problems: ['not_found'],
  repeatable: 'natural',
})

export const editRoom = endpoint({
  method: 'POST',
  path: '/rooms/:id/plan',
  summary: 'A room changes; bookings that the new rules would not allow stay, and have to be acknowledged',
  params: idParams,
  body: z.object({ room: roomPlan, version, acknowledged }),
  reply: roomPlanned,
  problems: ['not_found', 'room_retired', 'edited_meanwhile', 'room_change_hits', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const listRoomAhead = endpoint({
  method: 'GET',
  path: '/rooms/:id/ahead',
  summary: 'Live bookings of a room that are not over, without anybody’s name: what retiring it would meet',
  params: idParams,
  reply: z.object({ bookings: z.array(roomAhead), total: z.int(), mark: z.string() }),
  problems: ['not_found'],
})

export const retireRoom = endpoint({
  method: 'POST',
  path: '/rooms/:id/retire',
  summary: 'A room takes no new booking any more; those that stand are kept, and have to be acknowledged',
  params: idParams,
  body: z.object({ version, acknowledged }),
  reply: roomPlanned,
  problems: ['not_found', 'edited_meanwhile', 'room_change_hits', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const restoreRoom = endpoint({
  method: 'POST',
  path: '/rooms/:id/restore',
  summary: 'A retired room is there again',
  params: idParams,
  body: empty,
  reply: roomPlanned,
  problems: ['not_found', 'facility_full'],
  repeatable: 'natural',
})
