/** Which weeks of a series can be had, why others cannot, and when their room is free near them. */
import type { SeriesDate } from '@linli/contracts/booking-series'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { addDays, dayOf, mondayOf, startOfDay } from '../../platform/shanghai'
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

/** @throws Problem not_found */
export async function checkSeries(deps: Deps, who: Who, wanted: Weekly): Promise<SeriesDate[]> {
  const room = await roomRow(deps, wanted.roomId)
  const dates = datesOf(wanted)
  const clashes = await clashesOf(deps, who, room, wanted, dates)
  const free = await freeNear(
    deps,
    room,
    dates.filter(({ number }) => isOfTime(clashes.get(number))),
  )
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

async function freeNear(
  deps: Deps,
  room: RoomRow,
  dates: readonly Dated[],
): Promise<Map<number, SeriesDate['free']>> {
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return new Map()
  const [from, to] = [addDays(dayOf(first.startsAt), -1), addDays(dayOf(last.startsAt), 2)]
  const taken = takenOf(room, await takenAround(deps, [room], startOfDay(from), startOfDay(to)))
  const bookable = bookableOf(room)
  const far = { ...bookable, policy: { ...bookable.policy, horizonDays: farHorizon } }
  const now = deps.clock.now().getTime()
  const freeOf = ({ number, startsAt, endsAt }: Dated) =>
    nearestFree(
      number === 1 ? bookable : far,
      { start: startsAt.getTime(), end: endsAt.getTime() },
      taken,
      now,
    )
  return new Map(dates.map((date) => [date.number, freeOf(date).map(period)]))
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
  const [bookings, own, used, divisions] = await Promise.all([
    takenAround(deps, [room], first.startsAt, last.endsAt),
    store.ownAmong(deps.db, who.accountId, room.id, first.startsAt, last.endsAt),
    store.usedWeeks(
      deps.db,
      who.accountId,
      dates.map(({ startsAt }) => mondayOf(startsAt)),
    ),
    directory(deps),
  ])
  const taken = takenOf(room, bookings)
  const perWeek = divisions.settings(room.community_code).booking_quota_per_week
  const clash = ({ number, startsAt, endsAt }: Dated): SeriesDate['clash'] => {
    const use = { start: startsAt.getTime(), end: endsAt.getTime() }
    const [broken] = brokenBy(room, { ...wanted, startsAt, endsAt, series: { id: '', number } }, now)
    if (broken) return broken as SeriesDate['clash']
    if (own.some((o) => o.startsAt < endsAt && startsAt < o.endsAt)) return 'booking_already_yours'
    if (!fits(use, room.buffer_minutes, taken)) return 'booking_slot_taken'
    return (used.get(mondayOf(startsAt)) ?? 0) >= perWeek ? 'booking_quota_reached' : null
  }
  return new Map(
    dates.flatMap((date) => {
      const found = clash(date)
      return found ? [[date.number, found] as const] : []
    }),
  )
}
