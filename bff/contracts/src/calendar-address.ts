/** A private address to which the calendar of a telephone subscribes (docs/calendars.md). */
import * as z from 'zod/mini'
import { empty, id, instant } from './common'
import { endpoint } from './endpoint'

/** That there is one; what it is, is told once, when it is made. */
export const calendarAddress = z.object({ id, createdAt: instant })
export type CalendarAddress = z.infer<typeof calendarAddress>

export const readCalendarAddress = endpoint({
  method: 'GET',
  path: '/me/calendar',
  summary: 'Whether I have an address to which a calendar subscribes, and since when; never the address',
  reply: z.object({ address: z.nullable(calendarAddress) }),
})

export const makeCalendarAddress = endpoint({
  method: 'POST',
  path: '/me/calendar',
  summary: 'A new address; the one that it replaces leads nowhere from that moment on. It is told once.',
  body: z.object({
    /** The one that I have, as I was told; null: none. Of two who replace it at once, one does. */
    replaces: z.nullable(id),
  }),
  reply: z.extend(calendarAddress, {
    /** `https`, ends in `.ics`; the same with `webcal:` opens the calendar of a telephone. */
    link: z.string(),
  }),
  status: 201,
  problems: ['calendar_address_changed', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const endCalendarAddress = endpoint({
  method: 'DELETE',
  path: '/me/calendar',
  summary: 'The address leads nowhere any more, at once',
  reply: empty,
  repeatable: 'natural',
})

export const readCalendarFeed = endpoint({
  method: 'GET',
  path: '/calendars/:file',
  summary:
    'What somebody has booked, for whoever has the address: what, when and where, without a name. An address that is gone is one that never was.',
  // Longer is none of ours; a shorter one that is wrong is answered as one that is gone.
  params: z.object({ file: z.string().check(z.maxLength(64)) }),
  gives: 'calendar',
  reply: z.string(),
  problems: ['not_found'],
})
