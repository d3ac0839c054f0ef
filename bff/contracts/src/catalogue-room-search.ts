import * as roomDays from './room-days'
import * as roomSearch from './room-search'

/** How residents look for rooms: a part of the catalogue. */
export const roomSearchCatalogue = {
  searchRooms: roomSearch.searchRooms,
  listInstead: roomDays.listInstead,
  getCommunityDay: roomDays.getCommunityDay,
}
