/** A room every week (docs/product.md › Rooms). */
import * as z from 'zod/mini'
import { bookingDetail } from './booking-case'
import { endsAfterStart, slotRules, slotWish } from './bookings'
import { askedInstant, idParams, instant, queryCount } from './common'
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
})
export type SeriesDate = z.infer<typeof seriesDate>

const weekly = { weeks: z.int().check(z.minimum(2), z.maximum(seriesWeeks)) }

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
    'Ask for a room every week: all weeks but those that are left out, or nothing; where one clashes, every clash is named',
  body: z
    .object({
      ...slotWish,
      ...weekly,
      /** The weeks that are not wanted, by number from 1. */
      without: z.array(z.int().check(z.minimum(1), z.maximum(seriesWeeks))).check(z.maxLength(seriesWeeks)),
    })
    .check(endsAfterStart),
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
