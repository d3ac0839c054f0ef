/** Readings that are searched by walks of their own. */
import { consultationCatalogue } from '../../bff/contracts/src/catalogue-consultation'
import { visitCatalogue } from '../../bff/contracts/src/catalogue-visits'

/** tasks/marks */
const tasks = [
  'listTasks',
  'getTask',
  'listDeskTasks',
  'readTaskPlace',
  'readRoll',
  'lookAtMove',
  'getTaskFigures',
  'readSignupCalendar',
  'listProposable',
  'giveTaskCodeKey',
  'giveSignupCodeKey',
]

/** teams/marks */
const teams = [
  'giveRosterTemplate',
  'listTeams',
  'getTeam',
  'listDeskTeams',
  'readTeamMembers',
  'listTeamTasks',
]

/** bookings/board-live: ids of rooms and nothing else. */
const live = ['watchBoard']

/** Legal consultation is walked through every reading there is (consultations/two-readers), visits in visits/marks; pictures have files/. */
export const walkedElsewhere: readonly string[] = [
  ...Object.keys(consultationCatalogue),
  ...Object.keys(visitCatalogue),
  ...tasks,
  ...teams,
  ...live,
  'listFiles',
  'readFileLink',
  'readRoomPhoto',
  // Packed; what is in it is compared with the rooms, cell by cell, in integration/rooms/table.
  'giveRoomTable',
]

/** privacy.test: bookings and what they stand on. */
export const walkedWithBookings: readonly string[] = [
  ...[
    'getDivision',
    'listDivisions',
    'listDemoPeople',
    'listSessions',
    'listRooms',
    'searchRooms',
    'getRoom',
    'listFavourites',
  ],
  ...[
    'listRoomDays',
    'getCommunityDay',
    'readBoard',
    'readBoardWeek',
    'readRoomUse',
    'exportRoomUse',
    'listDeskBookings',
    'readBookingHistory',
    'listClosures',
    'listMetBookings',
    'checkSeries',
    'readBookingCalendar',
    'readCalendarAddress',
    'readCalendarFeed',
    'listFacilities',
    'getFacility',
    'getRoomPlan',
    'listRoomChanges',
    'listExportRecords',
    'listRoomAhead',
    'readDoor',
    'readContact',
    'readNeed',
    'listInstead',
  ],
]
