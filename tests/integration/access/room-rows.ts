/** What a community does with its rooms, in the table. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { facilityOf, facilityPlan, roomPlan } from '../../support/room-plans'
import { here, makeRoom } from '../../support/world'
import { everybody, type Row, row, staffDecide, staffOnly } from './cells'
import { type Ask, nothing, onBegun, onBegunAnd, onDoor, onRoom, sends } from './stage'

/** The facility of a new room. */
const onFacility =
  (body: object | undefined): Ask =>
  async ({ app }) => ({
    params: { id: await facilityOf(app, await makeRoom(app)) },
    ...(body && { body }),
  })

/** Whoever works or watches there. */
const read = (ask: Ask): Row => row(ask, { ...staffOnly(ask).answers, supervisor: 200 })

export const roomRows = {
  listFacilities: staffOnly(sends({ params: { division: here } })),
  getFacility: staffOnly(onFacility(undefined)),
  addFacility: staffOnly(sends({ params: { code: here }, body: facilityPlan() }), 201),
  editFacility: staffOnly(onFacility({ ...facilityPlan(), version: 1 })),
  getRoomPlan: staffOnly(onRoom()),
  listRoomChanges: staffOnly(onRoom()),
  listExportRecords: row(sends({ params: { division: here } }), {
    ...staffOnly(nothing).answers,
    staff: 'not_allowed',
    supervisor: 200,
  }),
  listRoomAhead: staffOnly(onRoom()),
  addRoom: staffOnly(onFacility({ room: roomPlan() }), 201),
  checkRoom: staffOnly(onRoom({ body: { room: roomPlan() } })),
  editRoom: staffOnly(onRoom({ body: { room: roomPlan(), version: 1 } })),
  retireRoom: staffOnly(onRoom({ body: { version: 1 } })),
  readDoor: staffOnly(onRoom()),
  renewDoor: staffOnly(onRoom({ body: { number: 1 } })),
  checkInBooking: staffDecide(onBegun),
  uncheckBooking: staffDecide(onBegunAnd('checkInBooking')),
  releaseBooking: staffDecide(onBegun),
  regainBooking: staffDecide(onBegunAnd('releaseBooking')),
  // Whoever has nothing booked there reads that; a picture of the code gives nobody a room.
  checkInAtDoor: row(onDoor, {
    anonymous: 'sign_in_required',
    party: 200,
    other: 'check_in_none',
    staff: 'check_in_none',
    elsewhere: 'check_in_none',
    supervisor: 'check_in_none',
  }),
  readRoomUse: read(sends({ params: { division: here } })),
  exportRoomUse: read(sends({ params: { division: here } })),
  exportBookings: read(
    sends({ params: { division: here }, body: { fromDay: '2026-11-01', toDay: '2026-11-30' } }),
  ),
  giveRoomTable: staffOnly(sends({ params: { code: here } })),
  // A form without a file: what is in one is told in `integration/rooms/table`.
  checkRoomTable: row(sends({ params: { code: here } }), {
    ...staffOnly(nothing).answers,
    staff: 'unsupported_media_type',
  }),
  importRoomTable: row(sends({ params: { code: here } }), {
    ...staffOnly(nothing).answers,
    staff: 'unsupported_media_type',
  }),
  restoreRoom: staffOnly(onRoom({ body: {} })),
  // A form without a file: what is in one is told in `integration/rooms/photos`.
  addRoomPhoto: row(onRoom({ query: { alt: '靠窗的长桌' } }), {
    ...staffOnly(nothing).answers,
    staff: 'unsupported_media_type',
  }),
  arrangeRoomPhotos: staffOnly(onRoom({ body: { photos: [] } })),
  removeRoomPhoto: staffOnly(async (stage) => {
    const { params } = await onRoom()(stage)
    return { params: { ...params, photo: '019a0000-0000-7000-8000-00000000ffff' } }
  }),
  readRoomPhoto: {
    ...everybody(sends({ params: { id: '019a0000-0000-7000-8000-00000000ffff', size: 'page' } })),
    answers: Object.fromEntries(
      Object.entries(everybody(nothing).answers).map(([who, answer]) => [
        who,
        answer === 200 ? 'not_found' : answer,
      ]),
    ) as Row['answers'],
  },
} satisfies Partial<Record<EndpointName, Row>>
