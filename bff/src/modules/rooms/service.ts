/** The promise: everybody sees the same free and taken times, at most a second old, and never who took them. */
import type { HomeRooms } from '@linli/contracts/home'
import type { Room, RoomSummary } from '@linli/contracts/rooms'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { promised } from '../../platform/calendar'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { community, type Directory, directory, settingsInside, type Settings } from '../divisions/service'
import { grantsOf } from '../identity/service'
import { runOf, runs } from './desk/access'
import { photosOfRoom, photosOfRooms } from './photos/service'
import { bookableOf, dayOfRoom, policyOf, type RoomRow, summaryOf, takenOf, timesOf } from './present'
import { openUntil } from './open-until'
import { bestLeft, earliestFree, isBelowOpeningNorm, leftOf } from './rules'
import {
  findRoom,
  type RoomFilter,
  type RoomPlace,
  ownOf,
  roomInside as storedInside,
  roomsNear,
  roomsOfCommunity,
  type StoredRoom,
} from './store'
import { takenAround } from './taken'

export { fits, nearestFree, openSpans, period, violations } from './rules'
export { mustRun, mustRunInside, runOf, runs, type Sight, sightOf } from './desk/access'
export { roomAtDoor } from './desk/door'
export { nextVersion } from './store'
export { bookableOf, type RoomRow, takenOf } from './present'
export { isClosedDuring } from './closure-store'
export { isUnsettled } from './taken-store'
export { takenAround } from './taken'
export { openThrough, type OpenRoom, roomsNamed, roomsOfDivision, type RoomOrder } from './division'

/** Rules, closures and the day view may be a second old: a write is decided by the database, not by what was seen. */
export const freshMs = 1_000

/** @throws Problem not_found */
export async function roomRow(deps: Deps, id: string): Promise<RoomRow> {
  const [row, divisions] = await Promise.all([
    deps.cache.get(`room ${id}`, freshMs, () => findRoom(deps.db, id, deps.clock.now())),
    directory(deps),
  ])
  if (!row) throw new Problem('not_found')
  return withCalendar(row, divisions)
}

/** The days that a community has set beside the calendar decide what its public holidays are. */
export const withCalendar = <Row extends StoredRoom>(row: Row, divisions: Directory) => ({
  ...row,
  announced: divisions.settings(row.community_code).calendar_days,
})

/** The same on a connection that the caller already has; the room stays as it is until the transaction ends. */
export async function roomInside(tx: Tx, id: string, now: Date): Promise<RoomRow | undefined> {
  const row = await storedInside(tx, id, now)
  if (!row) return undefined
  return { ...row, announced: (await settingsInside(tx, row.community_code)).calendar_days }
}

export const forgetRoom = ({ cache }: Deps, row: Pick<RoomRow, 'id' | 'community_code'>): void => {
  cache.drop(`room ${row.id}`)
  cache.drop(`rooms ${row.community_code}`)
}

/** After a write: the day view of this process shows it at once. */
export const forgetDay = ({ cache }: Deps, communityCode: string, at: Date): void =>
  cache.drop(`day ${communityCode} ${dayOf(at)}`)

export async function getRoom(deps: Deps, id: string, who: Who | undefined): Promise<Room> {
  const row = await roomRow(deps, id)
  const [grants, divisions, summaries, photos] = await Promise.all([
    who ? grantsOf(deps, who.accountId) : [],
    directory(deps),
    summarise(deps, [{ ...row, nearness: 0 }], dayOf(deps.clock.now())),
    photosOfRoom(deps.db.statement, id),
  ])
  const policy = policyOf(row)
  const settings = divisions.settings(row.community_code)
  return {
    ...(summaries[0] as RoomSummary),
    photos,
    policy,
    belowOpeningNorm: isBelowOpeningNorm(policy),
    retired: row.retired_at !== null,
    door: row.door,
    rules: row.rules,
    bring: row.bring,
    address: row.address,
    facilityPhone: row.facility_phone,
    answer: row.approval === 'staff' ? answerFrom(settings, deps.clock.now()) : null,
    runByUnit: row.owner_id !== null,
    canManage: who ? runs(grants, who.accountId, runOf(row)) : false,
  }
}

function answerFrom(settings: Settings, now: Date): NonNullable<Room['answer']> {
  const { booking_answer_hours: hours, office_hours: office, calendar_days: days } = settings
  const { worksFrom, by } = promised(now, hours * 60, office, days)
  return { worksFrom: worksFrom.toISOString(), by: by.toISOString() }
}

/** A room that has nothing left on a day says its first free time of so many days. */
const aheadDays = 15

export async function summarise(
  deps: Deps,
  rows: (RoomRow & { nearness: number })[],
  day: string,
): Promise<RoomSummary[]> {
  const start = startOfDay(day)
  const [divisions, bookings, photos] = await Promise.all([
    directory(deps),
    takenAround(deps, rows, start, startOfDay(addDays(day, 1))),
    photosOfRooms(
      deps.db.statement,
      rows.map(({ id }) => id),
    ),
  ])
  const now = deps.clock.now().getTime()
  const lefts = rows.map((row) => leftOf(bookableOf(row), day, takenOf(row, bookings), now))
  const none = rows.filter((_, n) => lefts[n]?.left !== 'free')
  const later =
    none.length === 0 ? [] : await takenAround(deps, none, start, startOfDay(addDays(day, aheadDays)))
  return rows.map((row, n) => {
    const left = lefts[n] ?? { left: 'shut' as const, freeMinutes: 0 }
    const at =
      left.left === 'free' ? null : earliestFree(bookableOf(row), day, aheadDays, takenOf(row, later), now)
    const communityName = divisions.find(row.community_code)?.name ?? ''
    const earliest = at === null ? null : new Date(at).toISOString()
    const photo = photos.get(row.id)?.[0] ?? null
    return summaryOf(row, { nearness: row.nearness, communityName, photo, ...left, earliest })
  })
}

const pageSize = 20

export async function listRooms(
  deps: Deps,
  filter: RoomFilter,
  day: string | undefined,
  after: RoomPlace | undefined,
) {
  await community(deps, filter.community)
  const [rows, divisions] = await Promise.all([
    roomsNear(deps.db, filter, after, pageSize + 1, deps.clock.now()),
    directory(deps),
  ])
  const page = rows.slice(0, pageSize).map((row) => withCalendar(row, divisions))
  const last = rows.length > pageSize ? page.at(-1) : undefined
  return {
    rooms: await summarise(deps, page, day ?? dayOf(deps.clock.now())),
    next: last && {
      nearness: last.nearness,
      community: last.community_code,
      position: last.position,
      id: last.id,
    },
  }
}

export async function listRoomDays(
  deps: Deps,
  { id, from, days }: { id: string; from: string | undefined; days: number },
  who: Who | undefined,
) {
  const row = await roomRow(deps, id)
  const now = deps.clock.now()
  const first = from ?? dayOf(now)
  const bookings = await takenAround(deps, [row], startOfDay(first), startOfDay(addDays(first, days)))
  const ids = bookings.flatMap((b) => b.case_id ?? [])
  const taken = takenOf(row, bookings, who && (await ownOf(deps.db, ids, who.accountId)))
  return {
    days: Array.from({ length: days }, (_, n) => dayOfRoom(row, addDays(first, n), taken, now.getTime())),
    now: now.toISOString(),
  }
}

/** Those of one community that can be booked, with the calendar's days. */
export async function roomsOf(deps: Deps, code: string): Promise<RoomRow[]> {
  const [rows, divisions] = await Promise.all([
    deps.cache.get(`rooms ${code}`, freshMs, () => roomsOfCommunity(deps.db, code, deps.clock.now())),
    directory(deps),
  ])
  return rows.map((row) => withCalendar(row, divisions))
}

/** The day view as JSON text, made once a second for everybody who asks. @throws Problem not_found */
export async function communityDay(deps: Deps, code: string, day: string): Promise<Buffer> {
  return deps.cache.get(`day ${code} ${day}`, freshMs, async () => {
    await community(deps, code)
    const rows = await roomsOf(deps, code)
    const bookings = await takenAround(deps, rows, startOfDay(day), startOfDay(addDays(day, 1)))
    const rooms = rows.map((row) => ({
      ...{ id: row.id, name: row.name, facilityName: row.facility_name, capacity: row.capacity },
      ...timesOf(row, day, takenOf(row, bookings)),
    }))
    return Buffer.from(JSON.stringify({ community: code, day, rooms }))
  })
}

/** How many rooms a community has, and how many of them can still be booked today, or why none can. */
export async function roomCounts(deps: Deps, code: string): Promise<HomeRooms> {
  const rows = await roomsOf(deps, code)
  const now = deps.clock.now()
  const day = dayOf(now)
  const bookings = await takenAround(deps, rows, startOfDay(day), startOfDay(addDays(day, 1)))
  const until = openUntil(rows.map(bookableOf), day, now.getTime())
  const all = rows.map((row) => leftOf(bookableOf(row), day, takenOf(row, bookings), now.getTime()).left)
  return {
    total: rows.length,
    freeToday: all.filter((left) => left === 'free').length,
    left: bestLeft(all),
    openUntil: until === null ? null : new Date(until).toISOString(),
  }
}
