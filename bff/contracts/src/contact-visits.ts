/** The community's part: word is brought, the matter is not named. */
import * as z from 'zod/mini'
import { communityCode, empty, id, idParams, instant } from './common'
import { endpoint } from './endpoint'

const visitTask = z.object({
  id,
  communityName: z.string(),
  /** The beginning of that day: the minute would say which case it belongs to. */
  askedAt: instant,
  doneAt: z.nullable(instant),
})
export type VisitTask = z.infer<typeof visitTask>

export const listVisits = endpoint({
  method: 'GET',
  path: '/contact-visits',
  summary: 'Whom staff and grid workers should ask to call back; not a word of why',
  query: z.object({ community: communityCode }),
  reply: z.object({ visits: z.array(visitTask) }),
  problems: ['not_found'],
})
export const readVisit = endpoint({
  method: 'GET',
  path: '/contact-visits/:id/person',
  summary: 'Whom to visit: name and telephone; leaves a record',
  params: idParams,
  reply: z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  problems: ['not_found'],
})
export const finishVisit = endpoint({
  method: 'POST',
  path: '/contact-visits/:id/done',
  summary: 'Word was brought',
  params: idParams,
  body: empty,
  reply: visitTask,
  problems: ['not_found', 'action_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
})
