/** The promise: of the nearest rooms, which are free when somebody wants one, and when the others are. */
import { type FoundRoom, searchedRooms, searchPage } from '@linli/contracts/room-search'
import type { Position } from '@linli/contracts/rooms'
import type { Deps } from '../../deps'
import { addDays, dayOf, minuteMs, startOfDay } from '../../platform/shanghai'
import { community, directory } from '../divisions/service'
import { photosOfRooms } from './photos/service'
import { positionOf, type RoomRow, summaryOf } from './present'
import type { Taken } from './rules'
import {
  aheadDays,
  type Asked,
  byPlace,
  type FoundPlace,
  placeOf,
  type Standing,
  standing,
  told,
  without,
  type Without,
} from './search-rules'
import { freshMs, withCalendar } from './service'
import { roomsNear, type RoomFilter } from './store'
import { spansOf } from './taken-store'

type NearRow = RoomRow & { nearness: number }

export interface Search extends Omit<Asked, 'day'> {
  community: string
  day: string | undefined
}

/** @throws Problem not_found when there is no such community */
export async function searchRooms(deps: Deps, search: Search, after: FoundPlace | undefined) {
  const now = deps.clock.now()
  const today = dayOf(now)
  const near = await nearRows(deps, search.community)
  const centre = centreOf(near)
  const left: Record<Without, number> = { small: 0, steps: 0, equipment: 0, purpose: 0 }
  const rows = near.filter((row) => {
    const why = without(row, search)
    if (why) left[why] += 1
    return !why
  })
  const onDay = (day: string) => findAll(deps, rows, { ...search, day }, centre)
  let [day, found] = [search.day ?? today, await onDay(search.day ?? today)]
  if (!search.day && (search.hours ? isTooSoon(found) : isOver(found)))
    [day, found] = [addDays(today, 1), await onDay(addDays(today, 1))]
  found.sort((a, b) => byPlace(a.place, b.place))
  const rest = after ? found.filter(({ place }) => byPlace(place, after) > 0) : found
  const page = rest.slice(0, searchPage)
  const fitting = found.filter(({ place }) => place.rank === 0).length
  return {
    rooms: await presented(deps, page, { ...search, day }),
    next: rest.length > searchPage ? page.at(-1)?.place : undefined,
    day,
    now: now.toISOString(),
    centre,
    fitting,
    otherTimes: found.length - fitting,
    left,
  }
}

/** The community's own building, its centre of services where it has one: nobody's own place is asked for. */
function centreOf(rows: readonly NearRow[]) {
  const placed = rows.filter((row) => row.nearness === 0 && positionOf(row) !== null)
  const row = placed.find((one) => one.facility_kind === 'party_service_centre') ?? placed[0]
  return row ? positionOf(row) : null
}

/** The nearest rooms, whatever they are: what cannot be used is counted. */
async function nearRows(deps: Deps, code: string): Promise<NearRow[]> {
  await community(deps, code)
  const all: RoomFilter = { community: code, purpose: undefined, capacity: undefined, stepFree: undefined }
  const [rows, divisions] = await Promise.all([
    deps.cache.get(`rooms near ${code}`, freshMs, () =>
      roomsNear(deps.db, all, undefined, searchedRooms, deps.clock.now()),
    ),
    directory(deps),
  ])
  return rows.map((row) => withCalendar(row, divisions))
}

interface FoundRow {
  row: NearRow
  taken: readonly Taken[]
  stands: Standing
  place: FoundPlace
}

/** Whoever asks for no day in the evening is shown tomorrow: today has nothing left in their own community. */
const isOver = (found: readonly FoundRow[]): boolean => {
  const own = found.filter(({ row }) => row.nearness === 0)
  return own.length > 0 && own.every(({ stands }) => stands.fit !== 'fits')
}

/** Whoever asks for hours that have begun cannot mean today. */
const isTooSoon = (found: readonly FoundRow[]): boolean =>
  found.every(({ stands }) => stands.fit !== 'fits') &&
  found.some(({ stands }) => stands.notThen === 'too_soon')

/** One read of that day for all; rooms that have nothing on it are read once more, a fortnight ahead. */
async function findAll(
  deps: Deps,
  rows: NearRow[],
  asked: Asked,
  centre: Position | null,
): Promise<FoundRow[]> {
  const now = deps.clock.now()
  const one = async (some: NearRow[], days: number): Promise<FoundRow[]> => {
    const all = await takenOn(deps, some, asked.day, days)
    return some.map((row) => {
      const taken = all.get(row.id) ?? []
      const stands = standing(row, asked, taken, days, now.getTime())
      return { row, taken, stands, place: placeOf(row, stands, centre) }
    })
  }
  const thatDay = await one(rows, 1)
  const none = thatDay.filter(({ stands }) => stands.fit === 'none').map(({ row }) => row)
  const later = new Map((await one(none, aheadDays)).map((each) => [each.row.id, each]))
  return thatDay.map((each) => later.get(each.row.id) ?? each)
}

async function takenOn(deps: Deps, rows: readonly RoomRow[], day: string, days: number) {
  if (rows.length === 0) return new Map<string, Taken[]>()
  const buffer = Math.max(...rows.map((row) => row.buffer_minutes)) * minuteMs
  const until = new Date(startOfDay(addDays(day, days)).getTime() + buffer)
  const ids = rows.map((row) => row.id)
  const spans = await spansOf(deps.db, ids, [startOfDay(day), until], deps.clock.now())
  return new Map(
    spans.map(({ room_id, starts, ends, frees }) => [
      room_id,
      starts.map((start, n): Taken => {
        const end = ends[n] ?? start
        return { kind: 'booked', start, end, freeAt: frees[n] ?? end }
      }),
    ]),
  )
}

async function presented(deps: Deps, page: readonly FoundRow[], asked: Asked): Promise<FoundRoom[]> {
  const ids = page.map(({ row }) => row.id)
  const [divisions, photos] = await Promise.all([directory(deps), photosOfRooms(deps.db.statement, ids)])
  const now = deps.clock.now().getTime()
  return page.map(({ row, taken, stands }) => {
    const communityName = divisions.find(row.community_code)?.name ?? ''
    const photo = photos.get(row.id)?.[0] ?? null
    const found = told(row, asked, taken, stands, now)
    return { ...summaryOf(row, { nearness: row.nearness, communityName, photo, ...found }), ...found }
  })
}
