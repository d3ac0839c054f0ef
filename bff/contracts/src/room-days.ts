/** What several rooms have on one day or at one time. */
import * as z from 'zod/mini'
import { askedDay, askedInstant, communityCode, day, id, idParams, period } from './common'
import { endpoint } from './endpoint'
import { busyPeriod, roomSummary } from './rooms'

export const listInstead = endpoint({
  method: 'GET',
  path: '/rooms/:id/instead',
  summary:
    'Up to three rooms near this one that confirm by themselves and are free at that time, where nobody works before it begins',
  params: idParams,
  query: z
    .object({ from: askedInstant, to: askedInstant })
    .check(
      z.refine((q) => Date.parse(q.from) < Date.parse(q.to), { error: 'ends_before_start', path: ['to'] }),
    ),
  reply: z.object({ rooms: z.array(roomSummary) }),
  problems: ['not_found'],
})

export const getCommunityDay = endpoint({
  method: 'GET',
  path: '/communities/:code/days/:day',
  summary: 'The day view: every room of one community on one day',
  params: z.object({ code: communityCode, day: askedDay }),
  reply: z.object({
    community: communityCode,
    day,
    rooms: z.array(
      z.object({
        id,
        name: z.string(),
        facilityName: z.string(),
        capacity: z.number(),
        open: z.array(period),
        busy: z.array(busyPeriod),
      }),
    ),
  }),
  problems: ['not_found'],
})
