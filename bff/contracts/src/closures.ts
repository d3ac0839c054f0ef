import * as z from 'zod/mini'
import { askedInstant, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'

/** Stretches in which staff keep a room from being booked. */
export const closure = z.object({ id, roomId: id, startsAt: instant, endsAt: instant, reason: z.string() })
export type Closure = z.infer<typeof closure>

export const listClosures = endpoint({
  method: 'GET',
  path: '/rooms/:id/closures',
  summary: 'Closures of a room that have not ended',
  params: idParams,
  reply: z.object({ closures: z.array(closure) }),
  problems: ['not_found'],
})

export const addClosure = endpoint({
  method: 'POST',
  path: '/rooms/:id/closures',
  summary: 'Close a room for a while; refused while live bookings lie inside',
  params: idParams,
  body: z.object({ startsAt: askedInstant, endsAt: askedInstant, reason: text(60) }).check(
    z.refine((b) => Date.parse(b.startsAt) < Date.parse(b.endsAt), {
      error: 'ends_before_start',
      path: ['endsAt'],
    }),
  ),
  reply: closure,
  status: 201,
  problems: ['not_found', 'closure_in_past', 'closure_has_bookings', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const removeClosure = endpoint({
  method: 'DELETE',
  path: '/closures/:id',
  summary: 'Open the room again',
  params: idParams,
  reply: z.object({}),
  problems: ['not_found'],
  repeatable: 'natural',
})
