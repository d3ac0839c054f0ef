/**
 * The promise: a room shows six photos at most, in the order of those who run it and each with words for whoever does not
 * see it. Everybody may look, and wherever it passes it may be kept: under an address there is never another picture.
 */
import { pipeline } from 'node:stream/promises'
import type { RoomPhoto } from '@linli/contracts/rooms'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { Picture } from '../../../http/mount'
import type { Tx } from '../../../platform/db'
import { ObjectGone, StoreAway } from '../../../platform/files/file-store'
import { opening } from '../../../platform/files/sealing'
import { namesKnown } from '../../../platform/masking'
import { nameFault } from '../../../platform/own-words'
import { Problem } from '../../../platform/problem'
import { type Read, readOf } from '../../../platform/read'
import { mustRunInside, runOf } from '../desk/access'
import { badgesIn } from '../desk/store'
import { roomInside } from '../store'
import * as store from './store'

const present = ({ id, alt, width, height }: store.PhotoRow): RoomPhoto => ({
  ...{ id, alt, width, height },
  url: `/v1/room-photos/${id}/page`,
  small: `/v1/room-photos/${id}/card`,
})

/** By room; a room without has no entry. */
export async function photosOfRooms(
  read: Read,
  roomIds: readonly string[],
): Promise<Map<string, RoomPhoto[]>> {
  const found = new Map<string, RoomPhoto[]>()
  if (roomIds.length === 0) return found
  for (const row of await store.photosOf(read, roomIds))
    found.set(row.roomId, [...(found.get(row.roomId) ?? []), present(row)])
  return found
}

export const photosOfRoom = async (read: Read, roomId: string): Promise<RoomPhoto[]> =>
  (await photosOfRooms(read, [roomId])).get(roomId) ?? []

/** Words for everybody name nobody who works for the community. @throws Problem invalid_request */
export async function mustNameNobody(
  read: Read,
  community: string,
  words: readonly { path: string; alt: string }[],
): Promise<void> {
  const badges = await badgesIn(read, community)
  const faults = words.filter(({ alt }) => namesKnown(alt, badges)).map(({ path }) => nameFault(path))
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

/** The room is held, and the asker runs it in this moment. @returns its community @throws Problem not_found */
export async function heldByRunner(deps: Deps, tx: Tx, who: Who, roomId: string): Promise<string> {
  await store.holdPhotos(tx, roomId)
  const row = await roomInside(tx, roomId, deps.clock.now())
  await mustRunInside(tx, who, row && runOf(row))
  return row?.community_code ?? ''
}

/** @throws Problem not_found, invalid_request, edited_meanwhile where these are not all that are there */
export function arrangePhotos(
  deps: Deps,
  who: Who,
  roomId: string,
  photos: readonly { id: string; alt: string }[],
): Promise<{ photos: RoomPhoto[] }> {
  return deps.db.transaction(async (tx) => {
    const community = await heldByRunner(deps, tx, who, roomId)
    const words = photos.map(({ alt }, n) => ({ path: `body.photos.${n}.alt`, alt }))
    await mustNameNobody(readOf(tx), community, words)
    const there = (await photosOfRoom(readOf(tx), roomId)).map(({ id }) => id)
    const asked = new Set(photos.map(({ id }) => id))
    const same =
      asked.size === photos.length && there.length === asked.size && there.every((id) => asked.has(id))
    if (!same) throw new Problem('edited_meanwhile')
    await store.arrangePhotos(tx, roomId, photos)
    return { photos: await photosOfRoom(readOf(tx), roomId) }
  })
}

/** Its objects go by the job that the database adds. @throws Problem not_found */
export function removePhoto(
  deps: Deps,
  who: Who,
  roomId: string,
  id: string,
): Promise<{ photos: RoomPhoto[] }> {
  return deps.db.transaction(async (tx) => {
    await heldByRunner(deps, tx, who, roomId)
    await store.deletePhoto(tx, roomId, id)
    return { photos: await photosOfRoom(readOf(tx), roomId) }
  })
}

/** @throws Problem not_found, files_away */
export async function readPhoto(deps: Deps, id: string, size: 'page' | 'card'): Promise<Picture> {
  const row = await store.findObject(deps.db, id, size === 'page' ? 1 : 2)
  if (!row) throw new Problem('not_found')
  const sealed = await deps.files.store.get(row.objectId).catch((error: unknown) => {
    if (error instanceof ObjectGone) throw new Problem('not_found')
    if (!(error instanceof StoreAway)) throw error
    deps.log.error({ err: error.cause }, error.message)
    throw new Problem('files_away', { retryAfter: 30 })
  })
  const content = opening(Buffer.from(row.key, 'base64url'), row.objectId)
  // Whichever ends early ends the other; one that was changed breaks off.
  pipeline(sealed, content).catch(() => {})
  return new Picture(content, row.bytes, true)
}
