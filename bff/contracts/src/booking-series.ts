/** A room every week (docs/product.md › Rooms). */
import * as z from 'zod/mini'
import { bookingDetail } from './booking-case'
import { endsAfterStart, slotRules, slotWish } from './bookings'
import { askedInstant, idParams, instant, period, queryCount } from './common'
import { endpoint } from './endpoint'
import { purpose } from './rooms'

/** The most weeks of a series. */
export const seriesWeeks = 12

/** A date of a series and why it cannot be had; null where it can. */
export const seriesDate = z.object({
  number: z.int(),
  startsAt: instant,
  endsAt: instant,
  clash: z.nullable(
    z.enum(['booking_slot_taken', 'booking_already_yours', 'booking_quota_reached', ...slotRules]),
  ),
  /** Where it cannot be had: when its room is free for as long, nearest first, on that day and those beside it. */
  free: z.array(period),
})
export type SeriesDate = z.infer<typeof seriesDate>

const number = z.int().check(z.minimum(1), z.maximum(seriesWeeks))
const weekly = {
  weeks: z.int().check(z.minimum(2), z.maximum(seriesWeeks)),
  /** The weeks that are not wanted, by number from 1. */
  without: z.array(number).check(z.maxLength(seriesWeeks)),
  /** Weeks that begin at another time, on their day or one beside it. */
  instead: z.optional(z.array(z.object({ number, startsAt: askedInstant })).check(z.maxLength(seriesWeeks))),
}

interface Moved {
  startsAt: string
  weeks: number
  instead?: { number: number; startsAt: string }[] | undefined
}
const hourMs = 3_600_000
/** Days of Shanghai, by number. */
const dayNumber = (at: string) => Math.floor((Date.parse(at) + 8 * hourMs) / (24 * hourMs))

/** No week of a series is carried elsewhere, e.g. beyond the horizon, which is for the first alone. */
const insteadNear = z.refine<Moved>(
  ({ startsAt, instead = [] }) =>
    instead.every(
      (one) => Math.abs(dayNumber(one.startsAt) - dayNumber(startsAt) - (one.number - 1) * 7) <= 1,
    ),
  { error: 'not_near_its_week', path: ['instead'] },
)

/** Each is moved to one time, and is one of the series. */
const insteadOnce = z.refine<Moved>(
  ({ weeks, instead = [] }) =>
    instead.every(({ number: n }, at) => n <= weeks && instead.findIndex((one) => one.number === n) === at),
  { error: 'not_a_week_of_it', path: ['instead'] },
)

export const checkSeries = endpoint({
  method: 'GET',
  path: '/rooms/:id/series',
  summary:
    'Which weeks of a series can be had, before anything is saved; the horizon of the room is for the first',
  params: idParams,
  query: z
    .object({
      startsAt: askedInstant,
      endsAt: askedInstant,
      purpose,
      attendees: queryCount(5000),
      weeks: queryCount(seriesWeeks),
    })
    .check(endsAfterStart),
  reply: z.object({ dates: z.array(seriesDate) }),
  problems: ['not_found'],
})

export const requestSeries = endpoint({
  method: 'POST',
  path: '/bookings/series',
  summary:
    'Ask for a room every week: all weeks but those that are left out, or nothing, some at another time near their own; where one clashes, every clash is named',
  body: z
    .object({
      ...slotWish,
      ...weekly,
    })
    .check(endsAfterStart, insteadNear, insteadOnce),
  reply: z.object({ bookings: z.array(bookingDetail) }),
  status: 201,
  problems: ['not_found', 'series_clashes', 'series_empty', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const cancelSeries = endpoint({
  method: 'POST',
  path: '/bookings/:id/cancel-series',
  summary: 'The resident cancels whatever of the series has not begun; this booking is one of it',
  params: idParams,
  body: z.object({}),
  reply: z.object({ cancelled: z.int() }),
  problems: ['not_found', 'not_allowed', 'idempotency_key_reused'],
  repeatable: 'key',
})
