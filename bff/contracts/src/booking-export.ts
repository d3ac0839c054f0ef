/** Bookings of a division as a table, without anybody's name, telephone or words (docs/room-use.md). */
import * as z from 'zod/mini'
import { askedDay, divisionCode } from './common'
import { endpoint } from './endpoint'

/** Days that one table spans at most: a year. */
export const bookingExportDays = 366

export const exportBookings = endpoint({
  method: 'POST',
  path: '/divisions/:division/bookings/export',
  summary:
    'Bookings of some days as an .xlsx, base64: where, when, what for and what became of it; nobody is named',
  params: z.object({ division: divisionCode }),
  body: z.object({ fromDay: askedDay, toDay: askedDay }),
  reply: z.object({ fileName: z.string(), base64: z.string() }),
  problems: ['not_found', 'export_too_large', 'tables_enough'],
})
