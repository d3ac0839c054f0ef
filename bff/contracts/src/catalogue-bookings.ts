import * as board from './board'
import * as bookings from './bookings'
import { readBookingCalendar } from './booking-calendar'
import * as calendars from './calendar-address'
import * as series from './booking-series'

/** Bookings of rooms: a part of the catalogue. */
export const bookingCatalogue = {
  readBoard: board.readBoard,
  readBoardWeek: board.readBoardWeek,
  watchBoard: board.watchBoard,
  waitForSlot: bookings.waitForSlot,
  requestBooking: bookings.requestBooking,
  confirmBooking: bookings.confirmBooking,
  refuseBooking: bookings.refuseBooking,
  undoDecision: bookings.undoDecision,
  askSubject: bookings.askSubject,
  supplementBooking: bookings.supplementBooking,
  cancelBooking: bookings.cancelBooking,
  completeBooking: bookings.completeBooking,
  fileBooking: bookings.fileBooking,
  readBookingCalendar,
  readCalendarAddress: calendars.readCalendarAddress,
  makeCalendarAddress: calendars.makeCalendarAddress,
  endCalendarAddress: calendars.endCalendarAddress,
  readCalendarFeed: calendars.readCalendarFeed,
  checkSeries: series.checkSeries,
  requestSeries: series.requestSeries,
  cancelSeries: series.cancelSeries,
  rescheduleBooking: bookings.rescheduleBooking,
} as const
