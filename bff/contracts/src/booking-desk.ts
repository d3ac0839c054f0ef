/** Bookings as staff look through them and decide many at once (docs/desk.md). */
import * as z from 'zod/mini'
import { bookingCase, bookingState } from './booking-case'
import { askedDay, cursor, day, divisionCode, id, idParams, instant } from './common'
import { endpoint } from './endpoint'

/** `off`: refused, cancelled, or it never came to be; `standing`: whatever is none of these, whenever it is. */
export const bookingsShown = z.enum(['upcoming', 'past', 'off', 'standing'])
export type BookingsShown = z.infer<typeof bookingsShown>

export const listDeskBookings = endpoint({
  method: 'GET',
  path: '/divisions/:division/bookings',
  summary:
    'Bookings of a division, of one room or of one person there: to come (the next first), past or off (the last first)',
  params: z.object({ division: divisionCode }),
  query: z.object({
    show: z.optional(bookingsShown),
    room: z.optional(id),
    /** One day in Shanghai. */
    day: z.optional(askedDay),
    state: z.optional(bookingState),
    /** An open booking whose person's others are asked for; for staff. */
    personOf: z.optional(id),
    cursor: z.optional(cursor),
  }),
  reply: z.object({ cases: z.array(bookingCase), next: z.nullable(cursor) }),
  problems: ['not_found', 'contact_not_justified'],
})

export const readBookingHistory = endpoint({
  method: 'GET',
  path: '/bookings/:id/history',
  summary:
    'What the person of an open booking had in this community in a year, and how much of their week is used; for staff, without a name',
  params: idParams,
  reply: z.object({
    /** The week of this booking, this one counted. */
    week: z.object({ from: day, used: z.int(), of: z.int() }),
    /** Counts of the last 365 days beside this one; `cancelledLate`: by themselves within a day before the start. */
    counts: z.object({
      upcoming: z.int(),
      used: z.int(),
      cancelled: z.int(),
      cancelledLate: z.int(),
      refused: z.int(),
    }),
    /** The last few of them. */
    last: z.array(bookingCase),
  }),
  problems: ['not_found', 'contact_not_justified'],
})

/** How many are confirmed at once. */
export const mostAtOnce = 50

export const confirmBookings = endpoint({
  method: 'POST',
  path: '/desk/bookings/confirm',
  summary:
    'Staff confirm several requests: each is decided by itself, and the answer says which were not and why',
  body: z.object({
    ids: z.array(id).check(
      z.minLength(1),
      z.maxLength(mostAtOnce),
      z.refine((ids: readonly string[]) => new Set(ids).size === ids.length, 'twice'),
    ),
  }),
  reply: z.object({
    results: z.array(
      z.object({
        id,
        /** Why it was not confirmed; null where it was. */
        problem: z.nullable(z.object({ code: z.string(), title: z.string() })),
        undoUntil: z.nullable(instant),
      }),
    ),
  }),
  problems: [],
  repeatable: 'key',
})
