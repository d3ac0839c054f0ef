/** Photos that a community shows of its rooms (docs/rooms.md). */
import * as z from 'zod/mini'
import { id, idParams, text } from './common'
import { endpoint } from './endpoint'
import { fileRefusals } from './files'
import { roomPhoto } from './rooms'

/** A room has no more. */
export const mostPhotos = 6

/** What one sees on it: nobody adds a photo without. */
const alt = text(60)

const photos = z.object({ photos: z.array(roomPhoto) })

export const addRoomPhoto = endpoint({
  method: 'POST',
  path: '/rooms/:id/photos',
  summary:
    'A photo of a room, for everybody: one part of a form; made anew in two sizes, without its place and author',
  params: idParams,
  query: z.object({ alt }),
  takes: 'file',
  reply: photos,
  status: 201,
  problems: [
    'not_found',
    ...fileRefusals,
    'room_photos_many',
    'files_today',
    'files_away',
    'unsupported_media_type',
    'malformed_request',
    'request_timeout',
    'busy',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const arrangeRoomPhotos = endpoint({
  method: 'POST',
  path: '/rooms/:id/photos/order',
  summary: 'The photos of a room in another order, or with other words: all of them, and no others',
  params: idParams,
  body: z.object({ photos: z.array(z.object({ id, alt })).check(z.maxLength(mostPhotos)) }),
  reply: photos,
  problems: ['not_found', 'edited_meanwhile'],
  repeatable: 'natural',
})

export const removeRoomPhoto = endpoint({
  method: 'DELETE',
  path: '/rooms/:id/photos/:photo',
  summary: 'A photo of a room goes, and both of its pictures from the file store',
  params: z.object({ id, photo: id }),
  reply: photos,
  problems: ['not_found'],
  repeatable: 'natural',
})

export const readRoomPhoto = endpoint({
  method: 'GET',
  path: '/room-photos/:id/:size',
  summary: 'A photo of a room, for everybody; under its address there is never another',
  params: z.object({ id, size: z.enum(['page', 'card']) }),
  gives: 'picture',
  reply: z.unknown(),
  problems: ['not_found', 'files_away'],
})
