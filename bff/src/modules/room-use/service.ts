/**
 * The promise: how much of what is open is used, by weekday and hour, as the bookings say it; days that are not over are
 * not counted; nobody is named and no division is ranked (docs/product.md › Indicators).
 */
import { digits, ladder } from '@linli/contracts/ladder'
import { type UseHours, type UseRow, useDays } from '@linli/contracts/room-use'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { type Directory, directory } from '../divisions/service'
import { countTable, recordExport } from '../exports/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { openSpans } from '../rooms/service'
import { linesOfEach } from './sheet'
import {
  add,
  addMinutes,
  byHour,
  emptyGrid,
  type Grid,
  merged,
  ofWeekday,
  openGrid,
  openWeeks,
  spanDays,
  spanOf,
} from './rules'
import { type Use, type UsedRoom, usedRooms, usesOf } from './store'

export interface AskedUse {
  division: string
  from?: string | undefined
  to?: string | undefined
  facility?: string | undefined
  room?: string | undefined
}

interface Pair {
  open: Grid
  used: Grid
}

/** @throws Problem not_found (nobody who works or watches there), invalid_request (more than a year) */
export async function readRoomUse(deps: Deps, who: Who, asked: AskedUse) {
  const { division } = asked
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const place = divisions.find(division)
  const mayRead = isStaffOf(grants, division) || isSupervisorOf(grants, division)
  if (!mayRead || !place) throw new Problem('not_found')
  const { from, to, last } = spanOf({ from: asked.from, to: asked.to }, dayOf(deps.clock.now()))
  mustBeSpan(from, to)
  const below = digitsBelow(division)
  const span = { from: startOfDay(from), to: startOfDay(addDays(last, 1)) }
  const looked = { division, facility: asked.facility ?? null, room: asked.room ?? null, ...span }
  const [rooms, uses] =
    last < from ? [[], []] : await Promise.all([usedRooms(deps.db, looked), usesOf(deps.db, looked, below)])
  const { all, by } = counted(rooms, uses, { from, last, below, divisions })
  return {
    division,
    name: place.name,
    fromDay: from,
    toDay: last,
    week: Array.from({ length: 7 }, (_, n) => ({
      open: ofWeekday(all.open, n + 1),
      used: ofWeekday(all.used, n + 1),
    })),
    rows: rowsOf(rooms, by, below, divisions),
    facilities: below === null ? facilitiesOf(rooms) : [],
  }
}

/** Each line of the table is a row of it and each weekday; where no day is over, it is of none. @throws Problem tables_enough */
export async function recordUse(
  deps: Deps,
  who: Who,
  { division, fromDay, toDay, week, rows }: Awaited<ReturnType<typeof readRoomUse>>,
): Promise<void> {
  await countTable(deps, who)
  const span = fromDay <= toDay ? { fromDay, toDay } : null
  const lines = (week.length + rows.length) * linesOfEach
  const grants = await grantsOf(deps, who.accountId)
  await recordExport(deps, who, grants, { kind: 'room_use', division, span, lines })
}

function mustBeSpan(from: string, to: string): void {
  if (from <= to && spanDays(from, to) <= useDays) return
  throw new Problem('invalid_request', undefined, [
    { path: 'query.to', code: 'too_big', message: '请选一年以内的一段时间' },
  ])
}

/** How long the codes are by which a division is counted; null: room by room. */
const digitsBelow = (division: string): number | null =>
  division.length === digits.community
    ? null
    : ([...ladder].reverse().find((one) => one > division.length) ?? null)

interface Counting {
  from: string
  last: string
  below: number | null
  divisions: Directory
}

function counted(
  rooms: readonly UsedRoom[],
  uses: readonly Use[],
  { from, last, below, divisions }: Counting,
) {
  const weekOf = openWeeks(from, last, openSpans)
  const [all, by] = [{ open: emptyGrid(), used: emptyGrid() }, new Map<string, Pair>()]
  const pairOf = (key: string): Pair => {
    const pair = by.get(key) ?? { open: emptyGrid(), used: emptyGrid() }
    by.set(key, pair)
    return pair
  }
  for (const { id, community, retiredAt, closures, openings, seasons, holidays } of rooms) {
    const week = weekOf({
      policy: { openings, seasons, holidays },
      announced: divisions.settings(community).calendar_days,
    })
    const gone =
      retiredAt === null ? [] : [{ start: retiredAt.getTime(), end: startOfDay(addDays(last, 1)).getTime() }]
    const open = openGrid(week, merged([...closures, ...gone]))
    add(pairOf(below === null ? id : community.slice(0, below)).open, open)
    add(all.open, open)
  }
  for (const { key, weekday, start, minutes, times } of uses) {
    // What was used of a room that is gone from the list is counted with the others.
    addMinutes(pairOf(key).used, weekday, start, minutes, times)
    addMinutes(all.used, weekday, start, minutes, times)
  }
  return { all, by }
}

const hoursOf = (pair: Pair | undefined): UseHours => ({
  open: byHour(pair?.open ?? emptyGrid()),
  used: byHour(pair?.used ?? emptyGrid()),
})

function rowsOf(
  rooms: readonly UsedRoom[],
  by: ReadonlyMap<string, Pair>,
  below: number | null,
  divisions: Directory,
): UseRow[] {
  if (below === null)
    return rooms.map(({ id, name, facilityName, retiredAt }) => ({
      of: 'room',
      key: id,
      name,
      facilityName,
      retired: retiredAt !== null,
      hours: hoursOf(by.get(id)),
    }))
  return [...by.keys()].sort().map((key) => ({
    of: 'division',
    key,
    name: divisions.find(key)?.name ?? '',
    facilityName: null,
    retired: false,
    hours: hoursOf(by.get(key)),
  }))
}

const facilitiesOf = (rooms: readonly UsedRoom[]) =>
  [...new Map(rooms.map(({ facilityId, facilityName }) => [facilityId, facilityName]))].map(([id, name]) => ({
    id,
    name,
  }))
