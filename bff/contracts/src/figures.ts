import * as z from 'zod/mini'
import { cursor, divisionCode, instant } from './common'
import { placedDivision } from './divisions'
import { endpoint } from './endpoint'
import { service } from './ratings'

/** The figures of 好差评 in their order on the page; each formula stands in one module of the service. */
export const figureKey = z.enum([
  /** n: ratings given, in fives. */
  'ratings',
  /** 好评率 */
  'good',
  /** 主动评价率 */
  'unprompted',
  /** 未评率 */
  'unrated',
  /** 差评回复率 */
  'answered',
  /** 回访整改率 */
  'rectified',
  /** 整改满意率 */
  'content',
])
export type FigureKey = z.infer<typeof figureKey>

/**
 * One figure. Everything is counted in fives of different people, and up to four are kept back for a later month: a share
 * lies between `low` and `high`, both in 0…1, in hundredths. `of` is how many it is a share of, in fives; 0 says fewer than
 * `leastShown`, nobody included, and then there is no share (both ends are null). For `ratings` all
 * three are the number, in fives. `of` alone is null where it is not said (未评率).
 */
export const figure = z.object({
  key: figureKey,
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  of: z.nullable(z.number()),
})
export type Figure = z.infer<typeof figure>

/** A month in Shanghai, `2026-10`. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

export const monthlyFigures = z.object({ month, figures: z.array(figure) })
export type MonthlyFigures = z.infer<typeof monthlyFigures>

export const figuresPage = z.object({
  division: placedDivision,
  service: z.nullable(service),
  /** The last month that is published; null before the first. */
  through: z.nullable(month),
  publishedAt: z.nullable(instant),
  /** The last twelve published months together. */
  year: z.array(figure),
  /** The last published month and the one before it: a division beside its own last period, and nobody else's. */
  latest: z.array(figure),
  before: z.array(figure),
  /** Oldest first. */
  months: z.array(monthlyFigures),
  services: z.array(z.object({ service, figures: z.array(figure) })),
})
export type FiguresPage = z.infer<typeof figuresPage>

export const getFigures = endpoint({
  method: 'GET',
  path: '/figures/:division',
  summary: 'Ratings of a community (everybody), or of a division above it (who works or supervises there)',
  params: z.object({ division: divisionCode }),
  query: z.object({ service: z.optional(service) }),
  reply: figuresPage,
  problems: ['not_found'],
})

export const listFiguresBelow = endpoint({
  method: 'GET',
  path: '/figures/:division/below',
  summary: 'The same of every division directly below, in the order of the register: no ranking',
  params: z.object({ division: divisionCode }),
  query: z.object({ service: z.optional(service), cursor: z.optional(cursor) }),
  reply: z.object({
    divisions: z.array(
      z.object({
        division: placedDivision,
        year: z.array(figure),
        /** Follow-ups that were open, and late, this morning; work to be done, not an opinion. */
        open: z.number(),
        overdue: z.number(),
      }),
    ),
    next: z.nullable(cursor),
  }),
  problems: ['not_found'],
})
