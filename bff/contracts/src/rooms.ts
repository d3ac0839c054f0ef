import * as z from 'zod/mini'
import {
  askedDay,
  communityCode,
  cursor,
  day,
  id,
  idParams,
  instant,
  period,
  queryCount,
  queryFlag,
} from './common'
import { endpoint } from './endpoint'

export const facilityKind = z.enum([
  'party_service_centre',
  'cultural_centre',
  'elder_centre',
  'children_home',
  'banquet_hall',
  'sports_ground',
  'partner_hall',
])
export type FacilityKind = z.infer<typeof facilityKind>

/** Which room it is to the eye: there is a drawing of each. */
export const roomKind = z.enum([
  'hall',
  'meeting',
  'rehearsal',
  'reading',
  'elder',
  'sports',
  'table_tennis',
  'banquet',
  'children',
])
export type RoomKind = z.infer<typeof roomKind>

/** A place on earth, WGS-84, in degrees. */
export const position = z.object({ longitude: z.number(), latitude: z.number() })
export type Position = z.infer<typeof position>

/** A room's own picture: where it lies for ever, and what is on it for those who do not see it. */
export const roomPhoto = z.object({
  id,
  /** For a page, at most 1,280 points a side; below the service's address, like the small one. */
  url: z.string(),
  /** For a card, at most 640. */
  small: z.string(),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
})
export type RoomPhoto = z.infer<typeof roomPhoto>

/** What a room may be booked for. */
export const purpose = z.enum([
  'residents_meeting',
  'party_activity',
  'arts_rehearsal',
  'study',
  'children_activity',
  'elder_activity',
  'sports',
  'banquet',
  'training',
  'other',
])
export type Purpose = z.infer<typeof purpose>

export const equipment = z.enum([
  'projector',
  'sound',
  'whiteboard',
  'air_conditioning',
  'piano',
  'mirror_wall',
  'kitchen',
  'wifi',
  'toys',
  'table_tennis',
])
export type Equipment = z.infer<typeof equipment>

export const approval = z.enum(['automatic', 'staff'])

/** What a facility does on public holidays (节假日), the days off beside them included. */
export const holidays = z.enum(['open', 'closed'])

/** A weekly opening: ISO weekday (1 Monday … 7 Sunday), local times `HH:MM`, `24:00` allowed as an end. */
export const opening = z.object({
  weekday: z.number().check(z.minimum(1), z.maximum(7)),
  from: z.string(),
  to: z.string(),
})
export type Opening = z.infer<typeof opening>

/** A part of every year, from one day of it to another (`MM-DD`, both in it), that has openings of its own. */
export const season = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  openings: z.array(opening),
})
export type Season = z.infer<typeof season>

/**
 * What a day has left of a room, or why nothing: taken by others, closed for a while, too late for today, beyond the
 * horizon, a public holiday on which its facility is closed, or not open on that weekday.
 */
export const left = z.enum(['free', 'full', 'closed', 'over', 'ahead', 'holiday', 'shut'])
export type Left = z.infer<typeof left>

export const roomSummary = z.object({
  id,
  name: z.string(),
  kind: roomKind,
  /** e.g. 二楼. */
  floor: z.nullable(z.string()),
  /** What it costs, in the community's words; null is free. */
  price: z.nullable(z.string()),
  facilityName: z.string(),
  facilityKind,
  /** Of the building, where the community has said. */
  position: z.nullable(position),
  /** The first of the community's own pictures; none, and the kind's drawing stands for it. */
  photo: z.nullable(roomPhoto),
  community: communityCode,
  communityName: z.string(),
  /** 0 my community, 1 the same township, 2 the same county, 3 further. */
  nearness: z.number(),
  capacity: z.number(),
  areaSquareMetres: z.number(),
  stepFree: z.boolean(),
  equipment: z.array(equipment),
  purposes: z.array(purpose),
  approval,
  /** Of the asked day (today when none was asked). */
  left,
  /** Minutes that can still be booked on that day. */
  freeMinutes: z.number(),
  /** Where that day has nothing left: the first start after it that can be booked, within a fortnight. */
  earliest: z.nullable(instant),
})
export type RoomSummary = z.infer<typeof roomSummary>

export const roomPolicy = z.object({
  openings: z.array(opening),
  /** On their days the openings above do not count. */
  seasons: z.array(season),
  slotMinutes: z.number(),
  minMinutes: z.number(),
  maxMinutes: z.number(),
  /** A request must come this long before the start. */
  noticeMinutes: z.number(),
  /** How many days ahead the room can be booked, today being day 0. */
  horizonDays: z.number(),
  /** Cleaning after each use; nobody else can start within it. */
  bufferMinutes: z.number(),
  approval,
  /** Whether the facility opens on public holidays as on any other day, or not at all. */
  holidays,
})
export type RoomPolicy = z.infer<typeof roomPolicy>
/** What decides when a room is open. */
export type OpenRules = Pick<RoomPolicy, 'openings' | 'seasons' | 'holidays'>

export const room = z.extend(roomSummary, {
  photos: z.array(roomPhoto),
  policy: roomPolicy,
  /** True where the facility opens fewer than 8 hours on some weekday it opens: the page says so. */
  belowOpeningNorm: z.boolean(),
  /** Takes no new booking any more. */
  retired: z.boolean(),
  /** Which door, and how to come in; e.g. 201 室，东门进. */
  door: z.nullable(z.string()),
  /** What is asked of those who use it. */
  rules: z.nullable(z.string()),
  /** What to bring. */
  bring: z.nullable(z.string()),
  address: z.string(),
  facilityPhone: z.nullable(z.string()),
  /**
   * Of a request that is made now, where staff have to confirm: from when somebody works on it, and by when they answer.
   * Both lie in office hours. Null where the room confirms by itself.
   */
  answer: z.nullable(z.object({ worksFrom: instant, by: instant })),
  /** A partner unit answers for it beside the community: it reads what is written with a request, and no name. */
  runByUnit: z.boolean(),
  /** The reader runs the room: changes it, and may close it for a while. */
  canManage: z.boolean(),
})
export type Room = z.infer<typeof room>

/** Why a stretch of an open day cannot be booked. Never says who. */
export const busyKind = z.enum(['booked', 'cleaning', 'closed'])
export const busyPeriod = z.extend(period, {
  kind: busyKind,
  /** Of the reader's own booking: its case. Everybody else's stay nameless. */
  caseId: z.optional(id),
})
export type BusyPeriod = z.infer<typeof busyPeriod>

/** One day of one room: when it is open, and what of that is taken, in order. Half-open periods. */
export const roomDay = z.object({
  day,
  open: z.array(period),
  busy: z.array(busyPeriod),
  /** The earliest instant a booking may start that day (notice); null when the whole day is past or beyond the horizon. */
  bookableFrom: z.nullable(instant),
  /** The time in which the shortest booking could still be: this is what is called free, and what is counted. */
  bookable: z.array(period),
  left,
  freeMinutes: z.number(),
})
export type RoomDay = z.infer<typeof roomDay>

export const listRooms = endpoint({
  method: 'GET',
  path: '/rooms',
  summary: 'Rooms near a community: its own first, then its township, then its county',
  query: z.object({
    community: communityCode,
    purpose: z.optional(purpose),
    capacity: z.optional(queryCount(5000)),
    stepFree: z.optional(queryFlag),
    day: z.optional(askedDay),
    cursor: z.optional(cursor),
  }),
  reply: z.object({ rooms: z.array(roomSummary), next: z.nullable(cursor) }),
  problems: ['not_found'],
})

export const getRoom = endpoint({
  method: 'GET',
  path: '/rooms/:id',
  summary: 'One room: what it is and its rules',
  params: idParams,
  reply: room,
  problems: ['not_found'],
})

export const listRoomDays = endpoint({
  method: 'GET',
  path: '/rooms/:id/days',
  summary:
    'Free and taken times of one room for some days (14 when not said), from a day (today when not said)',
  params: idParams,
  query: z.object({ from: z.optional(askedDay), days: z.optional(queryCount(31)) }),
  reply: z.object({ days: z.array(roomDay), now: instant }),
  problems: ['not_found'],
})
