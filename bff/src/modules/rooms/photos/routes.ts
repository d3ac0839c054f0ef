import * as contract from '@linli/contracts/room-photos'
import type { Deps } from '../../../deps'
import type { Mount } from '../../../http/mount'
import { arrangePhotos, readPhoto, removePhoto } from './service'
import { addPhoto } from './upload'

export function mountRoomPhotos(mount: Mount, deps: Deps): void {
  mount(
    'addRoomPhoto',
    contract.addRoomPhoto,
    'signed_in',
    ({ params, query }, { who, idempotency, incoming }) =>
      addPhoto(deps, who, { roomId: params.id, alt: query.alt, tap: idempotency.key, incoming }),
  )
  mount('arrangeRoomPhotos', contract.arrangeRoomPhotos, 'signed_in', ({ params, body }, { who }) =>
    arrangePhotos(deps, who, params.id, body.photos),
  )
  mount('removeRoomPhoto', contract.removeRoomPhoto, 'signed_in', ({ params }, { who }) =>
    removePhoto(deps, who, params.id, params.photo),
  )
  mount('readRoomPhoto', contract.readRoomPhoto, 'public', ({ params }) =>
    readPhoto(deps, params.id, params.size),
  )
}
