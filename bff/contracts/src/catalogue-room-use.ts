import * as bookingExport from './booking-export'
import { listExportRecords } from './export-records'
import * as roomUse from './room-use'

/** What is taken out of rooms as tables: a part of the catalogue. */
export const roomUseCatalogue = {
  readRoomUse: roomUse.readRoomUse,
  exportRoomUse: roomUse.exportRoomUse,
  exportBookings: bookingExport.exportBookings,
  listExportRecords,
} as const
