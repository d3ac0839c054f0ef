import * as arriving from './check-in'
import * as closures from './closures'
import { listRoomChanges } from './room-changes'
import * as desk from './room-desk'
import * as photos from './room-photos'
import * as table from './room-table'
import * as rooms from './rooms'

/** Rooms, and what a community does with its rooms: a part of the catalogue. */
export const roomCatalogue = {
  listRooms: rooms.listRooms,
  getRoom: rooms.getRoom,
  listRoomDays: rooms.listRoomDays,
  listClosures: closures.listClosures,
  addClosure: closures.addClosure,
  listMetBookings: closures.listMetBookings,
  closeRooms: closures.closeRooms,
  giveBack: closures.giveBack,
  removeClosure: closures.removeClosure,
  removeClosureSeries: closures.removeClosureSeries,
  listFacilities: desk.listFacilities,
  getFacility: desk.getFacility,
  addFacility: desk.addFacility,
  editFacility: desk.editFacility,
  listRoomChanges,
  getRoomPlan: desk.getRoomPlan,
  addRoom: desk.addRoom,
  editRoom: desk.editRoom,
  checkRoom: desk.checkRoom,
  listRoomAhead: desk.listRoomAhead,
  retireRoom: desk.retireRoom,
  restoreRoom: desk.restoreRoom,
  giveRoomTable: table.giveRoomTable,
  checkRoomTable: table.checkRoomTable,
  importRoomTable: table.importRoomTable,
  addRoomPhoto: photos.addRoomPhoto,
  arrangeRoomPhotos: photos.arrangeRoomPhotos,
  removeRoomPhoto: photos.removeRoomPhoto,
  readRoomPhoto: photos.readRoomPhoto,
  checkInAtDoor: arriving.checkInAtDoor,
  checkInBooking: arriving.checkInBooking,
  uncheckBooking: arriving.uncheckBooking,
  releaseBooking: arriving.releaseBooking,
  regainBooking: arriving.regainBooking,
  readDoor: arriving.readDoor,
  renewDoor: arriving.renewDoor,
} as const
