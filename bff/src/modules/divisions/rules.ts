/** Settings a division may change, with the prefecture's defaults (PRODUCT.md, rule 5). */
import * as z from 'zod/mini'

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** Spans in order, so that a day of them always holds some time. */
const hours = z.array(z.tuple([time, time])).check(
  z.minLength(1),
  z.refine((spans) => spans.flat().every((at, n, all) => n === 0 || (all[n - 1] ?? '') < at)),
)

export const settings = {
  /** Office hours of a working day. */
  office_hours: z._default(hours, [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ]),
  /** Working hours in which staff answer a booking request. */
  booking_answer_hours: z._default(z.number().check(z.positive(), z.maximum(80)), 4),
  /** Bookings of one person that start in one week. */
  booking_quota_per_week: z._default(z.int().check(z.minimum(1), z.maximum(1_000_000)), 4),
} as const

export type Settings = { [Key in keyof typeof settings]: z.output<(typeof settings)[Key]> }

/** Codes of the divisions above and the division itself, nearest first: 12 → 9 → 6 → 4 → 2 digits. */
export function upwards(code: string): string[] {
  return [12, 9, 6, 4, 2].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits))
}
