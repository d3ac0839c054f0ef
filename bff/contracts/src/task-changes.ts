/** What staff change of a task that people may stand by already (docs/tasks.md › Moving a task). */
import * as z from 'zod/mini'
import { askedInstant, id, idParams, text } from './common'
import { endpoint } from './endpoint'
import { task, taskObstacle } from './tasks'

/** Whom a new time keeps from it, and why: they are taken off, and told. */
export const hitByMove = z.object({
  caseId: id,
  number: z.string(),
  name: z.string(),
  phone: z.nullable(z.string()),
  why: z.array(taskObstacle),
})
export type HitByMove = z.infer<typeof hitByMove>

export const lookAtMove = endpoint({
  method: 'GET',
  path: '/tasks/:id/move',
  summary:
    'Whom a new time would hit, by name, before anything moves; leaves an access record with each of them',
  params: idParams,
  query: z.object({ startsAt: askedInstant, endsAt: askedInstant }),
  reply: z.object({
    /** Who stands by it or has an offer, and who waits. */
    stand: z.int(),
    wait: z.int(),
    hit: z.array(hitByMove),
  }),
  problems: ['not_found', 'not_allowed', 'task_over'],
})

export const changeTask = endpoint({
  method: 'POST',
  path: '/tasks/:id/change',
  summary: 'Another time, place or number of people: whoever stands by it or waits is told at once, once',
  params: idParams,
  body: z.object({
    /** The time as whoever asks has seen it. */
    was: z.object({ startsAt: askedInstant, endsAt: askedInstant }),
    startsAt: askedInstant,
    endsAt: askedInstant,
    place: z.nullable(text(60)),
    about: z.nullable(text(500)),
    places: z.int().check(z.minimum(1), z.maximum(500)),
  }),
  reply: task,
  problems: ['not_found', 'not_allowed', 'task_over', 'task_moved', 'idempotency_key_reused'],
  repeatable: 'key',
})
