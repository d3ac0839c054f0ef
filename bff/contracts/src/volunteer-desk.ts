/** Who is a volunteer, for staff of their community: no name and no number is in the list. */
import * as z from 'zod/mini'
import { cursor, divisionCode, id, instant } from './common'
import { endpoint } from './endpoint'
import { reach, skill, volunteerPaper, weekTime } from './volunteer-case'

const rosterEntry = z.object({
  /** Of the registration, where staff read who it is, on record. */
  caseId: id,
  number: z.string(),
  communityName: z.string(),
  registeredAt: instant,
  isMinor: z.boolean(),
  skills: z.array(skill),
  times: z.array(weekTime),
  reach,
  papers: z.array(volunteerPaper),
})
export type RosterEntry = z.infer<typeof rosterEntry>

export const listVolunteers = endpoint({
  method: 'GET',
  path: '/desk/volunteers',
  summary: 'The verified volunteers of a division, those who came last first',
  query: z.object({ division: divisionCode, skill: z.optional(skill), cursor: z.optional(cursor) }),
  reply: z.object({ volunteers: z.array(rosterEntry), next: z.nullable(cursor) }),
  problems: ['not_found'],
})
