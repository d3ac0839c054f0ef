/** What a community does with its rooms, in the table. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { facilityOf, facilityPlan, roomPlan } from '../../support/room-plans'
import { here, makeRoom } from '../../support/world'
import { type Row, staffOnly } from './cells'
import { type Ask, onRoom, sends } from './stage'

/** The facility of a new room. */
const onFacility =
  (body: object | undefined): Ask =>
  async ({ app }) => ({
    params: { id: await facilityOf(app, await makeRoom(app)) },
    ...(body && { body }),
  })

export const roomRows = {
  listFacilities: staffOnly(sends({ params: { division: here } })),
  getFacility: staffOnly(onFacility(undefined)),
  addFacility: staffOnly(sends({ params: { code: here }, body: facilityPlan() }), 201),
  editFacility: staffOnly(onFacility({ ...facilityPlan(), version: 1 })),
  getRoomPlan: staffOnly(onRoom()),
  listRoomAhead: staffOnly(onRoom()),
  addRoom: staffOnly(onFacility({ room: roomPlan() }), 201),
  checkRoom: staffOnly(onRoom({ body: { room: roomPlan() } })),
  editRoom: staffOnly(onRoom({ body: { room: roomPlan(), version: 1 } })),
  retireRoom: staffOnly(onRoom({ body: { version: 1 } })),
  restoreRoom: staffOnly(onRoom({ body: {} })),
} satisfies Partial<Record<EndpointName, Row>>
