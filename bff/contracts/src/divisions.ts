import * as z from 'zod/mini'
import { divisionCode, text } from './common'
import { endpoint } from './endpoint'

export const divisionLevel = z.enum(['province', 'prefecture', 'county', 'township', 'community'])

/** `name` is what people say (东兴社区), `fullName` the register's (东兴社区居民委员会). */
export const division = z.object({
  code: divisionCode,
  level: divisionLevel,
  name: z.string(),
  fullName: z.string(),
  parent: z.nullable(divisionCode),
  /** The office's public telephone, for 电话找人. */
  phone: z.nullable(z.string()),
})
export type Division = z.infer<typeof division>

/** With the names above it, e.g. `['楚雄市', '鹿城镇']`. */
export const placedDivision = z.extend(division, { within: z.array(z.string()) })
export type PlacedDivision = z.infer<typeof placedDivision>

export const getDivision = endpoint({
  method: 'GET',
  path: '/divisions/:code',
  summary: 'One division with the names above it',
  params: z.object({ code: divisionCode }),
  reply: placedDivision,
  problems: ['not_found'],
})

export const listDivisions = endpoint({
  method: 'GET',
  path: '/divisions',
  summary: 'The divisions below a parent, or communities whose name holds a text (at most 50)',
  query: z
    .object({ parent: z.optional(divisionCode), name: z.optional(text(20)) })
    .check(z.refine((q) => (q.parent === undefined) !== (q.name === undefined), 'parent_or_name')),
  reply: z.object({ divisions: z.array(placedDivision) }),
})
