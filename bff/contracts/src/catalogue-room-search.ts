import * as favourites from './favourite-rooms'
import * as roomDays from './room-days'
import * as roomSearch from './room-search'

/** How residents look for rooms: a part of the catalogue. */
export const roomSearchCatalogue = {
  searchRooms: roomSearch.searchRooms,
  listFavourites: favourites.listFavourites,
  keepFavourite: favourites.keepFavourite,
  listInstead: roomDays.listInstead,
  getCommunityDay: roomDays.getCommunityDay,
}
