/** When is anything free: rooms near a community by day, hours, people and what they must have (docs/room-search.md). */
import * as z from 'zod/mini'
import { askedDay, communityCode, cursor, day, instant, queryCount, queryFlag } from './common'
import { endpoint } from './endpoint'
import { equipment, position, purpose, roomSummary } from './rooms'

/** How many of the nearest rooms are looked at, and how many an answer has. */
export const searchedRooms = 200
export const searchPage = 20

/** Of the hours of one day, `HH:MM`; an end may be `24:00`. */
const clockTime = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))

const queryEquipment = z.pipe(
  z.string().check(z.maxLength(200)),
  z.pipe(
    z.transform((list: string) => list.split(',')),
    z.array(equipment),
  ),
)

/**
 * What a room can be for what was asked: free at that time (or, without hours, on that day); free on that day at another
 * time; free on a later day; nothing within a fortnight.
 */
export const roomFit = z.enum(['fits', 'that_day', 'later', 'none'])
export type RoomFit = z.infer<typeof roomFit>

/** Why a room cannot be had at the asked hours. */
export const notThen = z.enum([
  'taken',
  'closed',
  'shut',
  'too_soon',
  'too_far',
  'too_short',
  'too_long',
  'off_step',
])
export type NotThen = z.infer<typeof notThen>

export const foundRoom = z.extend(roomSummary, {
  fit: roomFit,
  /** Null where it fits, and where no hours were asked. */
  notThen: z.nullable(notThen),
  /** What of the day can be booked, as minutes of the Shanghai day: `[from, to]`, in order. */
  free: z.array(z.tuple([z.int(), z.int()])),
  /** The first start from the asked day on at which a use of the asked length could be, within a fortnight. */
  earliest: z.nullable(instant),
})
export type FoundRoom = z.infer<typeof foundRoom>

export const searchRooms = endpoint({
  method: 'GET',
  path: '/rooms/free',
  summary:
    'When is anything free: the nearest rooms by day, hours, people and what they must have; what fits comes first',
  query: z
    .object({
      community: communityCode,
      /** Not said, it is today, or tomorrow where today has nothing left in the community. */
      day: z.optional(askedDay),
      from: z.optional(clockTime),
      to: z.optional(clockTime),
      people: z.optional(queryCount(5000)),
      stepFree: z.optional(queryFlag),
      /** Each of them must be there; separated by commas. */
      equipment: z.optional(queryEquipment),
      purpose: z.optional(purpose),
      cursor: z.optional(cursor),
    })
    .check(
      z.refine((q) => (q.from === undefined) === (q.to === undefined), {
        error: 'hours_need_both',
        path: ['to'],
      }),
      z.refine((q) => q.from === undefined || q.to === undefined || q.from < q.to, {
        error: 'ends_before_start',
        path: ['to'],
      }),
    ),
  reply: z.object({
    rooms: z.array(foundRoom),
    next: z.nullable(cursor),
    day,
    now: instant,
    /** Of the community: where distances are told from; null where its own building has no position. */
    centre: z.nullable(position),
    /** How many fit, and how many only at other times. */
    fitting: z.int(),
    otherTimes: z.int(),
    /** Rooms that are not in the list: too small, with steps, or without what was asked for; each counted once. */
    left: z.object({ small: z.int(), steps: z.int(), equipment: z.int(), purpose: z.int() }),
  }),
  problems: ['not_found'],
})
