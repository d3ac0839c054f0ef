/** Stretches in which a room is kept from being booked, and what becomes of the bookings that lie there (docs/rooms.md). */
import * as z from 'zod/mini'
import { bookingState } from './booking-case'
import { askedInstant, id, idParams, instant, queryCount, text } from './common'
import { endpoint } from './endpoint'
import { purpose } from './rooms'

/** `takeover`: the community needs the room at once, e.g. as a shelter or for a wake. */
export const closureKind = z.enum(['closed', 'takeover'])
export type ClosureKind = z.infer<typeof closureKind>

export const closure = z.object({
  id,
  roomId: id,
  startsAt: instant,
  endsAt: instant,
  reason: z.string(),
  kind: closureKind,
  /** Closures that were made together share it. */
  seriesId: z.nullable(id),
})
export type Closure = z.infer<typeof closure>

/** The most rooms that are closed together, the most weeks in a row, and the most bookings that are answered for at once; the words of `closure_many_bookings` name them. */
export const closureRooms = 50
export const closureWeeks = 53
export const closureBookings = 200

/** The most closures of one room that are not over; the words of `closures_full` name the number. */
export const closuresAhead = 200
/** So many more where a room is needed at once: a plan that is full bars no shelter. */
export const takeoversAhead = 30

/** What becomes of a booking: it goes to another room at the same time, stays all the same, or is called off with an apology. */
export const closureAnswer = z.enum(['move', 'keep', 'cancel'])
export type ClosureAnswer = z.infer<typeof closureAnswer>

const inOrder = z.refine<{ startsAt: string; endsAt: string }>(
  (b) => Date.parse(b.startsAt) < Date.parse(b.endsAt),
  { error: 'ends_before_start', path: ['endsAt'] },
)

/** A booking that lies where a room is to be closed. */
export const metBooking = z.object({
  caseId: id,
  number: z.string(),
  roomId: id,
  roomName: z.string(),
  state: bookingState,
  startsAt: instant,
  endsAt: instant,
  purpose,
  attendees: z.int(),
  /** What can become of it: an offer that nobody took yet is only kept or called off. */
  answers: z.array(closureAnswer),
  /** Up to three rooms of the community that are free at that time and fit it. */
  instead: z.array(z.object({ roomId: id, name: z.string(), facilityName: z.string() })),
})
export type MetBooking = z.infer<typeof metBooking>

export const listClosures = endpoint({
  method: 'GET',
  path: '/rooms/:id/closures',
  summary: 'Closures of a room that have not ended',
  params: idParams,
  reply: z.object({ closures: z.array(closure) }),
  problems: ['not_found'],
})

export const addClosure = endpoint({
  method: 'POST',
  path: '/rooms/:id/closures',
  summary: 'Close a room for a while; refused while live bookings lie inside',
  params: idParams,
  body: z.object({ startsAt: askedInstant, endsAt: askedInstant, reason: text(60) }).check(inOrder),
  reply: closure,
  status: 201,
  problems: [
    'not_found',
    'closure_in_past',
    'closures_full',
    'closure_has_bookings',
    'closure_many_bookings',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const listMetBookings = endpoint({
  method: 'GET',
  path: '/rooms/:id/met',
  summary: 'The bookings that lie where a room is to be closed, each with what can become of it',
  params: idParams,
  query: z
    .object({
      startsAt: askedInstant,
      endsAt: askedInstant,
      /** The same hours in so many weeks in a row, this one included; 1 when not said. */
      weeks: z.optional(queryCount(closureWeeks)),
    })
    .check(inOrder),
  /** Where there are more than can be answered for at once, the first of them. */
  reply: z.object({ bookings: z.array(metBooking), more: z.boolean() }),
  problems: ['not_found'],
})

export const closeRooms = endpoint({
  method: 'POST',
  path: '/closures',
  summary:
    'Close rooms of one community, also every week, and answer for every booking that lies there; all of it in one step or nothing',
  body: z
    .object({
      roomIds: z.array(id).check(z.minLength(1), z.maxLength(closureRooms)),
      startsAt: askedInstant,
      endsAt: askedInstant,
      reason: text(60),
      kind: closureKind,
      weeks: z.int().check(z.minimum(1), z.maximum(closureWeeks)),
      answers: z
        .array(
          z.object({
            caseId: id,
            answer: closureAnswer,
            /** Where it goes. */
            roomId: z.optional(id),
          }),
        )
        .check(z.maxLength(closureBookings)),
    })
    .check(inOrder),
  reply: z.object({ closures: z.array(closure), moved: z.int(), kept: z.int(), cancelled: z.int() }),
  status: 201,
  problems: [
    'not_found',
    'closure_in_past',
    'closures_full',
    'closure_has_bookings',
    'closure_many_bookings',
    'closure_move_refused',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const giveBack = endpoint({
  method: 'POST',
  path: '/closures/:id/give-back',
  summary: 'Open a room earlier than it was said: what is not needed can be booked again',
  params: idParams,
  body: z.object({ endsAt: askedInstant }),
  reply: closure,
  problems: ['not_found', 'closure_not_shorter', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const removeClosure = endpoint({
  method: 'DELETE',
  path: '/closures/:id',
  summary: 'Open the room again',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found'],
  repeatable: 'natural',
})

export const removeClosureSeries = endpoint({
  method: 'DELETE',
  path: '/closures/:id/series',
  summary: 'Open again whatever was closed together with it and has not ended',
  params: idParams,
  reply: z.object({ removed: z.int() }),
  problems: ['not_found'],
  repeatable: 'natural',
})
