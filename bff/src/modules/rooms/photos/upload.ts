/** The promise: a photo is shown whole, in both sizes, or not at all; a seventh is none, however many come at once. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { mostPhotos } from '@linli/contracts/room-photos'
import type { RoomPhoto } from '@linli/contracts/rooms'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { SafePage } from '../../../platform/files/make-safe'
import { claim, idempotencyOf } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import { readOf } from '../../../platform/read'
import { mustHaveLeftToday, safePages, storeSealed, takeIn } from '../../files/service'
import { heldByRunner, mustNameNobody, photosOfRoom } from './service'
import * as store from './store'

interface Adding {
  roomId: string
  alt: string
  /** The Idempotency-Key. */
  tap: string
  incoming: IncomingMessage
}

/** @throws Problem as the contract lists them */
export const addPhoto = (deps: Deps, who: Who, adding: Adding): Promise<{ photos: RoomPhoto[] }> =>
  takeIn(deps, who.accountId, adding.incoming, () => whole(deps, who, adding))

async function whole(deps: Deps, who: Who, { roomId, alt, tap, incoming }: Adding) {
  const { id, key } = await begin(deps, who, roomId, alt)
  try {
    const { sha256 } = await safePages(deps, {
      ...{ accountId: who.accountId, incoming },
      as(kind) {
        if (kind !== 'picture') throw new Problem('file_kind_refused')
        return 'photo'
      },
      each: (page, n) => putSize(deps, { id, key }, page, n),
    })
    const sent = { roomId, alt, content: sha256 }
    const endpoint = 'addRoomPhoto'
    const idempotency = idempotencyOf(deps.cipher, { accountId: who.accountId, key: tap, endpoint, sent })
    return await deps.db.transaction(async (tx) => {
      if ((await claim(tx, idempotency, id, deps.clock.now())) === undefined) {
        await heldByRunner(deps, tx, who, roomId)
        const place = await store.countPhotos(tx, roomId)
        if (place >= mostPhotos) throw new Problem('room_photos_many')
        if (!(await store.showPhoto(tx, id, place))) throw new Problem('busy')
      }
      return { photos: await photosOfRoom(readOf(tx), roomId) }
    })
  } finally {
    // What failed, and what another tap of the same key was first with. If it cannot go now, it goes by the clock.
    await store.deleteUnfinished(deps.db, id).catch(() => {})
  }
}

/** A place for one more, before a byte of it is read. @throws Problem not_found, invalid_request, files_today */
async function begin(
  deps: Deps,
  who: Who,
  roomId: string,
  alt: string,
): Promise<{ id: string; key: Buffer }> {
  const [id, key, createdAt] = [deps.ids.id(), randomBytes(32), deps.clock.now()]
  await deps.db.transaction(async (tx) => {
    const community = await heldByRunner(deps, tx, who, roomId)
    await mustNameNobody(readOf(tx), community, [{ path: 'query.alt', alt }])
    await mustHaveLeftToday(deps, tx, who.accountId, community)
    await store.insertPhoto(tx, { id, roomId, alt, objectKey: key.toString('base64url'), createdAt })
  })
  return { id, key }
}

/** First the row, so that no object is without one. */
async function putSize(
  deps: Deps,
  { id, key }: { id: string; key: Buffer },
  page: SafePage,
  n: number,
): Promise<void> {
  const objectId = deps.ids.id()
  const { width, height, bytes } = page
  if (!(await store.insertSize(deps.db, id, { n, objectId, width, height, bytes }))) throw new Problem('busy')
  await storeSealed(deps, key, objectId, page)
}
