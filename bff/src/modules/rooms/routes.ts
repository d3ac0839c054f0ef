import * as days from '@linli/contracts/room-days'
import * as favourites from '@linli/contracts/favourite-rooms'
import { searchRooms as searchContract } from '@linli/contracts/room-search'
import * as contract from '@linli/contracts/rooms'
import type { Deps } from '../../deps'
import { type Mount, Prepared } from '../../http/mount'
import { readCursor, writeCursor } from '../../platform/cursor'
import { keepFavourite, listFavourites } from './favourites'
import { roomsInstead } from './instead'
import { communityDay, getRoom, listRoomDays, listRooms } from './service'
import { searchRooms } from './search'
import type { FoundPlace } from './search-rules'
import type { RoomPlace } from './store'

export function mountRooms(mount: Mount, deps: Deps): void {
  mount('listRooms', contract.listRooms, 'public', async ({ query }) => {
    const { day, cursor, community, purpose, capacity, stepFree } = query
    const place = readCursor(cursor, ['number', 'string', 'number', 'uuid'])
    const after = place && toPlace(place as [number, string, number, string])
    const { rooms, next } = await listRooms(deps, { community, purpose, capacity, stepFree }, day, after)
    return { rooms, next: next ? writeCursor([next.nearness, next.community, next.position, next.id]) : null }
  })
  mountSearch(mount, deps)
  mount('getRoom', contract.getRoom, 'public', ({ params }, { who }) => getRoom(deps, params.id, who))
  mount('listRoomDays', contract.listRoomDays, 'public', ({ params, query }, { who }) =>
    listRoomDays(deps, { id: params.id, from: query.from, days: query.days ?? 14 }, who),
  )
  mount('listInstead', days.listInstead, 'public', async ({ params, query }) => ({
    rooms: await roomsInstead(deps, params.id, new Date(query.from), new Date(query.to)),
  }))
  mount('getCommunityDay', days.getCommunityDay, 'public', async ({ params }) => {
    return new Prepared(await communityDay(deps, params.code, params.day))
  })
}

/** Before the route of one room, whose id may be anything. */
function mountSearch(mount: Mount, deps: Deps): void {
  mount('searchRooms', searchContract, 'public', async ({ query }) => {
    const { community, day, from, to, people, stepFree, equipment = [], purpose, cursor } = query
    const place = readCursor(cursor, ['number', 'number', 'string', 'number', 'uuid'])
    const after = place && toFound(place as [number, number, string, number, string])
    const hours = from !== undefined && to !== undefined ? { from, to } : undefined
    const search = { community, day, hours, people, stepFree, equipment, purpose }
    const { next, ...found } = await searchRooms(deps, search, after)
    const at = next && [next.rank, next.far, next.community, next.position, next.id]
    return { ...found, next: at ? writeCursor(at) : null }
  })
  mount('listFavourites', favourites.listFavourites, 'signed_in', (_, { who }) => listFavourites(deps, who))
  mount('keepFavourite', favourites.keepFavourite, 'signed_in', ({ params, body }, { who }) =>
    keepFavourite(deps, who, params.id, body.kept),
  )
}

const toFound = ([rank, far, community, position, id]: [
  number,
  number,
  string,
  number,
  string,
]): FoundPlace => ({ rank, far, community, position, id })

const toPlace = ([nearness, community, position, id]: [number, string, number, string]): RoomPlace => ({
  nearness,
  community,
  position,
  id,
})
