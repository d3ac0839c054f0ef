/** What residents and staff ask of the rooms that is measured. */
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { dayAhead, searchedFrom } from './building-ground'

export interface Look {
  name: EndpointName
  path: string
  body?: object
}

const search = (day: string, hours: string): string => `/rooms/free?day=${day}&people=20&${hours}&community=`
const division = searchedFrom[0] ?? ''
const county = division.slice(0, 6)
const list = `/divisions/${division}/bookings`
const daysAgo = (n: number): string => dayAhead(-n - 6)
const inDesk = (words: string): Look => ({
  name: 'searchDesk',
  path: '/desk/search',
  body: { division, words },
})

/** A room with a long past, and the number of a booking that is to come. */
export interface Known {
  room: string
  number: string
}

/** What is asked, and how often it was asked before. */
export const looks: [string, (known: Known, n: number) => Look][] = [
  [
    'room search: 200 rooms, all fit',
    (_, n) => ({
      name: 'searchRooms',
      path: search(dayAhead(1), 'from=19:30&to=20:30') + (searchedFrom[n % 2] ?? ''),
    }),
  ],
  [
    'earliest free: 200 rooms, none that day',
    (_, n) => ({
      name: 'searchRooms',
      path: search(dayAhead(0), 'from=14:00&to=16:00') + (searchedFrom[n % 2] ?? ''),
    }),
  ],
  [
    'the board: 200 rooms, a week',
    () => ({ name: 'readBoardWeek', path: `/divisions/${county}/board/week?from=${dayAhead(0)}&days=7` }),
  ],
  ['by number', ({ number }) => inDesk(number)],
  ['by telephone', () => inDesk('13812345678')],
  ['by name', () => inDesk('周敏')],
  ['to come', () => ({ name: 'listDeskBookings', path: list })],
  ['past', () => ({ name: 'listDeskBookings', path: `${list}?show=past` })],
  ['came to nothing', () => ({ name: 'listDeskBookings', path: `${list}?show=off` })],
  ['past of a room', ({ room }) => ({ name: 'listDeskBookings', path: `${list}?show=past&room=${room}` })],
  [
    'use by hour, 20 rooms',
    () => ({
      name: 'readRoomUse',
      path: `/divisions/${division}/room-use?from=${daysAgo(12)}&to=${daysAgo(1)}`,
    }),
  ],
  [
    'use by hour, 200 rooms',
    () => ({
      name: 'readRoomUse',
      path: `/divisions/${county}/room-use?from=${daysAgo(12)}&to=${daysAgo(1)}`,
    }),
  ],
]
