import * as doorContract from '@linli/contracts/check-in'
import { listRoomChanges as changesContract } from '@linli/contracts/room-changes'
import * as contract from '@linli/contracts/room-desk'
import type { Deps } from '../../../deps'
import type { Mount } from '../../../http/mount'
import { readCursor, readPlace, writeCursor, writePlace } from '../../../platform/cursor'
import { listRoomChanges } from './changes'
import { readDoor, renewDoor } from './door'
import { addFacility, editFacility, getFacility, listFacilities } from './facilities'
import {
  addRoom,
  checkRoom,
  editRoom,
  getRoomPlan,
  listRoomAhead,
  planFaultsBetween,
  restoreRoom,
  retireRoom,
} from './plans'

export function mountRoomDesk(mount: Mount, deps: Deps): void {
  mount('listFacilities', contract.listFacilities, 'signed_in', async ({ params, query }, { who }) => {
    const place = readCursor(query.cursor, ['string', 'uuid']) as [string, string] | undefined
    const after = place && { community: place[0], id: place[1] }
    const { next, ...page } = await listFacilities(deps, who, params.division, after)
    return { ...page, next: next ? writeCursor([next.community, next.id]) : null }
  })
  mount('getFacility', contract.getFacility, 'signed_in', ({ params }, { who }) =>
    getFacility(deps, who, params.id),
  )
  mount('addFacility', contract.addFacility, 'signed_in', ({ params, body }, { who, idempotency }) =>
    addFacility(deps, who, idempotency, params.code, body),
  )
  mount('editFacility', contract.editFacility, 'signed_in', ({ params, body }, { who, idempotency }) =>
    editFacility(deps, who, idempotency, { ...body, id: params.id }),
  )
  mount('getRoomPlan', contract.getRoomPlan, 'signed_in', ({ params }, { who }) =>
    getRoomPlan(deps, who, params.id),
  )
  mount('listRoomAhead', contract.listRoomAhead, 'signed_in', ({ params }, { who }) =>
    listRoomAhead(deps, who, params.id),
  )
  mount('readDoor', doorContract.readDoor, 'signed_in', ({ params }, { who }) =>
    readDoor(deps, who, params.id),
  )
  mount('renewDoor', doorContract.renewDoor, 'signed_in', ({ params, body }, { who }) =>
    renewDoor(deps, who, params.id, body.number),
  )
  mount('listRoomChanges', changesContract, 'signed_in', async ({ params, query }, { who }) => {
    const { changes, next } = await listRoomChanges(deps, who, params.id, readPlace(query.cursor))
    return { changes, next: writePlace(next) }
  })
  mountChanges(mount, deps)
}

/** Of a plan with faults of shape everything else that is wrong is told, too. */
const between = ({ body }: { body: unknown }) => Promise.resolve(planFaultsBetween(body))

function mountChanges(mount: Mount, deps: Deps): void {
  mount(
    'addRoom',
    contract.addRoom,
    'signed_in',
    ({ params, body }, { who, idempotency }) => addRoom(deps, who, idempotency, params.id, body.room),
    between,
  )
  mount(
    'checkRoom',
    contract.checkRoom,
    'signed_in',
    ({ params, body }, { who }) => checkRoom(deps, who, params.id, body.room),
    between,
  )
  mount(
    'editRoom',
    contract.editRoom,
    'signed_in',
    ({ params, body: { room, version, acknowledged } }, { who, idempotency }) =>
      editRoom(deps, who, idempotency, { id: params.id, room, version, acknowledged }),
    between,
  )
  mount(
    'retireRoom',
    contract.retireRoom,
    'signed_in',
    ({ params, body: { version, acknowledged } }, { who, idempotency }) =>
      retireRoom(deps, who, idempotency, { id: params.id, version, acknowledged }),
  )
  mount('restoreRoom', contract.restoreRoom, 'signed_in', ({ params }, { who }) =>
    restoreRoom(deps, who, params.id),
  )
}
