import * as z from 'zod/mini'
import { idParams } from './common'
import { endpoint } from './endpoint'

export const readBookingCalendar = endpoint({
  method: 'GET',
  path: '/bookings/:id/calendar',
  summary: 'An entry for a calendar, without a name; of what was cancelled, one that takes it out',
  params: idParams,
  reply: z.object({ name: z.string(), calendar: z.string() }),
  problems: ['not_found'],
})
