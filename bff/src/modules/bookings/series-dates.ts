/** Which weeks of a series can be had, why others cannot, and when their room is free near them. */
import type { SeriesDate } from '@linli/contracts/booking-series'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { addDays, dayMs, dayOf, mondayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import {
  bookableOf,
  fits,
  nearestFree,
  period,
  roomRow,
  type RoomRow,
  takenAround,
  takenOf,
} from '../rooms/service'
import { brokenBy } from './place'
import * as store from './series-store'
import type { Wish } from './service'

export type Weekly = Pick<Wish, 'roomId' | 'startsAt' | 'endsAt' | 'purpose' | 'attendees'> & {
  weeks: number
  /** Weeks that begin at another time. */
  instead?: readonly { number: number; startsAt: Date }[]
}

export interface Dated {
  number: number
  startsAt: Date
  endsAt: Date
}

/** The same hours by the clock of Shanghai, a week apart, but for those that begin at another time. */
export function datesOf({ startsAt, endsAt, weeks, instead = [] }: Weekly): Dated[] {
  const length = endsAt.getTime() - startsAt.getTime()
  const day = dayOf(startsAt)
  const intoDay = startsAt.getTime() - startOfDay(day).getTime()
  return Array.from({ length: weeks }, (_, n) => {
    const other = instead.find(({ number }) => number === n + 1)?.startsAt.getTime()
    const start = other ?? startOfDay(addDays(day, 7 * n)).getTime() + intoDay
    return { number: n + 1, startsAt: new Date(start), endsAt: new Date(start + length) }
  })
}

/** @param without the weeks that are not wanted: they stand in no other's way. @throws Problem not_found */
export async function checkSeries(
  deps: Deps,
  who: Who,
  wanted: Weekly,
  without: readonly number[] = [],
): Promise<SeriesDate[]> {
  const room = await roomRow(deps, wanted.roomId)
  const dates = datesOf(wanted).filter(({ number }) => !without.includes(number))
  const clashes = await clashesOf(deps, who, room, wanted, dates)
  // Near its own time: what is near another that was wanted for it may lie too far from its week.
  const own = datesOf({ ...wanted, instead: [] }).filter(({ number }) => isOfTime(clashes.get(number)))
  const had = dates.filter(({ number }) => !clashes.has(number))
  const free = await freeNear(deps, who, room, { dates: own, had })
  return dates.map((date) => ({
    ...datesWords(date),
    clash: clashes.get(date.number) ?? null,
    free: free.get(date.number) ?? [],
  }))
}

export const datesWords = ({ number, startsAt, endsAt }: Dated) => ({
  number,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

/** At another time there would be none. */
const isOfTime = (clash: SeriesDate['clash'] | undefined): boolean =>
  clash === 'booking_slot_taken' || clash === 'booking_closed' || clash === 'booking_outside_hours'

/** The horizon is for the first week: of the others, what is free near them is as far ahead as they are. */
const farHorizon = 400

/** @param had those of the series that can be had: they take their places in their weeks, too */
async function freeNear(
  deps: Deps,
  who: Who,
  room: RoomRow,
  { dates, had }: { dates: readonly Dated[]; had: readonly Dated[] },
): Promise<Map<number, SeriesDate['free']>> {
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return new Map()
  const [from, to] = [addDays(dayOf(first.startsAt), -1), addDays(dayOf(last.startsAt), 2)]
  const near = dates.flatMap(({ startsAt: at }) =>
    [-dayMs, 0, dayMs].map((by) => new Date(at.getTime() + by)),
  )
  const [bookings, places] = await Promise.all([
    takenAround(deps, [room], startOfDay(from), startOfDay(to)),
    placesIn(deps, who, room, near),
  ])
  for (const { startsAt } of had) places.take(startsAt)
  const taken = takenOf(room, bookings)
  const bookable = bookableOf(room)
  const far = { ...bookable, policy: { ...bookable.policy, horizonDays: farHorizon } }
  const now = deps.clock.now().getTime()
  const freeOf = ({ number, startsAt, endsAt }: Dated) => {
    const use = { start: startsAt.getTime(), end: endsAt.getTime() }
    const all = nearestFree(number === 1 ? bookable : far, use, taken, now, Infinity)
    return all.filter(({ start }) => places.left(new Date(start))).slice(0, 3)
  }
  return new Map(dates.map((date) => [date.number, freeOf(date).map(period)]))
}

/** The places that somebody has in the weeks of these days. */
async function placesIn(deps: Deps, who: Who, room: RoomRow, days: readonly Date[]) {
  const [read, divisions] = await Promise.all([
    store.usedWeeks(deps.db, who.accountId, [...new Set(days.map(mondayOf))]),
    directory(deps),
  ])
  const used = new Map(read)
  const usedOf = (at: Date) => used.get(mondayOf(at)) ?? 0
  const perWeek = divisions.settings(room.community_code).booking_quota_per_week
  return {
    left: (at: Date): boolean => usedOf(at) < perWeek,
    take: (at: Date) => void used.set(mondayOf(at), usedOf(at) + 1),
  }
}

export async function clashesOf(
  deps: Deps,
  who: Who,
  room: RoomRow,
  wanted: Weekly,
  dates: readonly Dated[],
): Promise<Map<number, NonNullable<SeriesDate['clash']>>> {
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return new Map()
  const now = deps.clock.now()
  const [bookings, own, places] = await Promise.all([
    takenAround(deps, [room], first.startsAt, last.endsAt),
    store.ownAmong(deps.db, who.accountId, room.id, first.startsAt, last.endsAt),
    placesIn(
      deps,
      who,
      room,
      dates.map(({ startsAt }) => startsAt),
    ),
  ])
  const taken = takenOf(room, bookings)
  const clash = ({ number, startsAt, endsAt }: Dated): SeriesDate['clash'] => {
    const use = { start: startsAt.getTime(), end: endsAt.getTime() }
    const [broken] = brokenBy(room, { ...wanted, startsAt, endsAt, series: { id: '', number } }, now)
    if (broken) return broken as SeriesDate['clash']
    if (own.some((o) => o.startsAt < endsAt && startsAt < o.endsAt)) return 'booking_already_yours'
    if (!fits(use, room.buffer_minutes, taken)) return 'booking_slot_taken'
    if (!places.left(startsAt)) return 'booking_quota_reached'
    // Another of the series may fall into the same week.
    places.take(startsAt)
    return null
  }
  return new Map(
    dates.flatMap((date) => {
      const found = clash(date)
      return found ? [[date.number, found] as const] : []
    }),
  )
}
