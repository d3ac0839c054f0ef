/** Who changed a room, and what (docs/rooms.md). */
import * as z from 'zod/mini'
import { cursor, id, idParams, instant } from './common'
import { endpoint } from './endpoint'

export const roomChange = z.object({
  id,
  what: z.enum(['added', 'changed', 'retired', 'restored']),
  /** Which, as the table of rooms calls it and says it; empty is nothing. */
  fields: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  /** The badge under which it was done. */
  by: z.string(),
  at: instant,
})
export type RoomChange = z.infer<typeof roomChange>

export const listRoomChanges = endpoint({
  method: 'GET',
  path: '/rooms/:id/changes',
  summary: 'Who changed a room, and which fields from what to what, the newest first; for those who run it',
  params: idParams,
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ changes: z.array(roomChange), next: z.nullable(cursor) }),
  problems: ['not_found'],
})
