/** What staff look for and find on every page of theirs (docs/desk.md). */
import * as z from 'zod/mini'
import { caseSummary } from './cases'
import { day, divisionCode, id, text } from './common'
import { endpoint } from './endpoint'

/** By what a case was found. */
export const foundBy = z.enum(['number', 'phone', 'name'])
export type FoundBy = z.infer<typeof foundBy>

export const foundRoom = z.object({
  id,
  name: z.string(),
  facilityName: z.string(),
  communityName: z.string(),
})
export type FoundRoom = z.infer<typeof foundRoom>

/** Words are sent, not put into an address: a name and a number would stand in logs and histories. */
export const searchDesk = endpoint({
  method: 'POST',
  path: '/desk/search',
  summary:
    'Cases by number, or by the whole telephone or name of their person (staff alone; leaves an access record), rooms by name, a day in words',
  body: z.object({ division: divisionCode, words: text(60) }),
  reply: z.object({
    /** At most one page of each; nobody is named. */
    found: z.array(z.object({ by: foundBy, cases: z.array(caseSummary) })),
    rooms: z.array(foundRoom),
    /** The day that the words say. */
    day: z.nullable(day),
    /** More people have something open here than names are compared with: a smaller place finds them. */
    tooWide: z.boolean(),
  }),
  problems: ['not_found'],
})
