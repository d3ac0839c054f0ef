/** The rooms that somebody puts first for themselves, and what they booked last (docs/room-search.md). */
import * as z from 'zod/mini'
import { id, idParams } from './common'
import { endpoint } from './endpoint'
import { purpose, roomSummary } from './rooms'

/** What somebody asked for last, to ask for it again by one tap. */
export const lastUse = z.object({
  roomId: id,
  roomName: z.string(),
  purpose,
  attendees: z.int(),
  minutes: z.int(),
})
export type LastUse = z.infer<typeof lastUse>

export const listFavourites = endpoint({
  method: 'GET',
  path: '/me/rooms',
  summary:
    'The rooms that I put first, the newest first, with what today has left of them; and my last booking',
  reply: z.object({ rooms: z.array(roomSummary), last: z.nullable(lastUse) }),
})

export const keepFavourite = endpoint({
  method: 'POST',
  path: '/rooms/:id/favourite',
  summary: 'Puts a room first for me, or no more',
  params: idParams,
  body: z.object({ kept: z.boolean() }),
  reply: z.object({ kept: z.boolean() }),
  problems: ['not_found'],
  repeatable: 'natural',
})
