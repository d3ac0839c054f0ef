/** n of N of a month, by division, for whoever works or supervises there: counts, no names (docs/visits.md › Figures). */
import * as z from 'zod/mini'
import { divisionCode, instant } from './common'
import { endpoint } from './endpoint'
import { month } from './figures'

export const visitCounts = z.object({
  /** N: who is on the roster and has not moved away or died. */
  listed: z.number(),
  /** n: met or talked to; `listed = seen + hospital + refused + unseen`. */
  seen: z.number(),
  hospital: z.number(),
  refused: z.number(),
  unseen: z.number(),
  /** Who left the roster within the month. */
  gone: z.number(),
  /** How many were seen, recorded only after the month was over. */
  late: z.number(),
})
export type VisitCounts = z.infer<typeof visitCounts>

export const divisionVisits = z.object({ code: divisionCode, name: z.string(), counts: visitCounts })
export type DivisionVisits = z.infer<typeof divisionVisits>

export const getVisitFigures = endpoint({
  method: 'GET',
  path: '/visits/figures',
  summary: 'n of N of a month, of a division and of those directly below it',
  query: z.object({ division: divisionCode, month: z.optional(month) }),
  reply: z.object({
    division: divisionCode,
    name: z.string(),
    month,
    /** Since when the figures do not change any more; null while the month goes on. */
    frozenAt: z.nullable(instant),
    /** The months that there are, the newest first. */
    months: z.array(month),
    counts: visitCounts,
    below: z.array(divisionVisits),
  }),
  problems: ['not_found'],
})
