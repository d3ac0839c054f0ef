/**
 * The promise: what can be booked when, from a room's policy alone (docs/product.md › Rooms). Instants are milliseconds
 * since 1970, spans half-open, days Shanghai's. Pure; the database has the last word on who was first.
 */
import type { ProblemCode } from '@linli/contracts/problems'
import { inSeason } from '@linli/contracts/room-plan'
import type { BusyPeriod, Left, Opening, OpenRules, RoomPolicy } from '@linli/contracts/rooms'
import { type Announced, isPublicHoliday } from '../../platform/calendar'
import {
  addDays,
  dayMs,
  dayOf,
  instantAt,
  minuteMs,
  minutesOf,
  startOfDay,
  weekdayOf,
} from '../../platform/shanghai'

export interface Span {
  start: number
  end: number
}

/** A live booking or a closure as the room feels it: `end` is the end of use, `freeAt` when cleaning is over. */
export interface Taken extends Span {
  freeAt: number
  kind: 'booked' | 'closed'
  /** Of the reader's own booking. */
  caseId?: string
}

export interface BookableRoom {
  policy: RoomPolicy
  capacity: number
  purposes: readonly string[]
  closures: readonly Span[]
  /** Takes no new use any more; what stands in it stays. */
  retired?: boolean
  /** Days off and on that the community has set beside the calendar. */
  announced?: Announced | undefined
}

/** Does a public holiday close the room, which would be open on that weekday otherwise? */
const isHolidayHere = ({ policy, announced }: Hours, day: string): boolean =>
  policy.holidays === 'closed' && isPublicHoliday(day, announced)

export type Hours = Pick<BookableRoom, 'announced'> & { policy: OpenRules }

/** A season's own openings, where one holds the day; else those of every week. */
export const openingsOn = ({ openings, seasons }: OpenRules, day: string): readonly Opening[] =>
  seasons.find((season) => inSeason(season, day.slice(5)))?.openings ?? openings

/** When the room is open on a day, in order; touching openings are one. Public holidays close what they close. */
export function openSpans(room: Hours, day: string): Span[] {
  if (isHolidayHere(room, day)) return []
  const { policy } = room
  const weekday = weekdayOf(day)
  const spans = openingsOn(policy, day)
    .filter((opening) => opening.weekday === weekday)
    .map(({ from, to }) => ({
      start: instantAt(day, minutesOf(from)).getTime(),
      end: instantAt(day, minutesOf(to)).getTime(),
    }))
    .sort((a, b) => a.start - b.start)
  return spans.reduce<Span[]>((merged, span) => {
    const last = merged.at(-1)
    if (last && last.end >= span.start) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
    return merged
  }, [])
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The norm is at least 8 hours on a day it opens (docs/product.md › Rooms). */
export function isBelowOpeningNorm({ openings, seasons }: RoomPolicy): boolean {
  return [openings, ...seasons.map((season) => season.openings)].some((week) => {
    const minutes = new Map<number, number>()
    for (const { weekday, from, to } of week)
      minutes.set(weekday, (minutes.get(weekday) ?? 0) + minutesOf(to) - minutesOf(from))
    return [...minutes.values()].some((open) => open < 8 * 60)
  })
}

/** The first and the last instant at which a booking may start, by notice and horizon. */
export function bookableWindow(policy: RoomPolicy, now: number): Span {
  const lastDay = addDays(dayOf(new Date(now)), policy.horizonDays)
  return { start: now + policy.noticeMinutes * minuteMs, end: startOfDay(lastDay).getTime() + dayMs }
}

/** Every reason why this use cannot be asked for; empty when it can. Overlap with others is the database's to say. */
export function violations(
  room: BookableRoom,
  use: Span & { attendees: number; purpose: string },
  now: number,
): ProblemCode[] {
  const { policy } = room
  const minutes = (use.end - use.start) / minuteMs
  const window = bookableWindow(policy, now)
  const found: [boolean, ProblemCode][] = [
    [room.retired ?? false, 'booking_room_retired'],
    [use.start < now, 'booking_in_past'],
    [use.start >= now && use.start < window.start, 'booking_too_soon'],
    [use.start >= window.end, 'booking_too_far'],
    [minutes < policy.minMinutes, 'booking_too_short'],
    [minutes > policy.maxMinutes, 'booking_too_long'],
    [use.attendees > room.capacity, 'booking_over_capacity'],
    [!room.purposes.includes(use.purpose), 'booking_purpose_not_allowed'],
    ...placeViolations(room, use),
  ]
  return found.filter(([broken]) => broken).map(([, code]) => code)
}

function placeViolations(room: BookableRoom, use: Span): [boolean, ProblemCode][] {
  const { policy, closures } = room
  const opening = openSpans(room, dayOf(new Date(use.start))).find(
    (s) => s.start <= use.start && use.end <= s.end,
  )
  const step = policy.slotMinutes * minuteMs
  const offStep = opening && ((use.start - opening.start) % step !== 0 || (use.end - use.start) % step !== 0)
  return [
    [!opening, 'booking_outside_hours'],
    [offStep ?? false, 'booking_off_step'],
    [closures.some((closure) => overlaps(closure, use)), 'booking_closed'],
  ]
}

/** Could a use of this span stand beside what is taken? Its own cleaning must fit before the next booking too. */
export function fits(use: Span, bufferMinutes: number, taken: readonly Taken[]): boolean {
  const whole = { start: use.start, end: use.end + bufferMinutes * minuteMs }
  return taken.every((t) =>
    t.kind === 'closed' ? !overlaps(use, t) : !overlaps(whole, { start: t.start, end: t.freeAt }),
  )
}

/** What a day shows as taken inside its opening hours: uses, cleaning after them, closures; in order. */
export function busyPeriods(open: readonly Span[], taken: readonly Taken[]): BusyPeriod[] {
  const parts = taken.flatMap((t) => [
    { start: t.start, end: t.end, kind: t.kind, caseId: t.caseId },
    { start: t.end, end: t.freeAt, kind: 'cleaning' as const, caseId: undefined },
  ])
  return parts
    .flatMap((part) =>
      open.map((o) => ({ ...part, start: Math.max(o.start, part.start), end: Math.min(o.end, part.end) })),
    )
    .filter((part) => part.start < part.end)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind, caseId }) => ({
      kind,
      ...period({ start, end }),
      ...(caseId === undefined ? {} : { caseId }),
    }))
}

export const period = ({ start, end }: Span) => ({
  startsAt: new Date(start).toISOString(),
  endsAt: new Date(end).toISOString(),
})

/** Starts on the room's grid, from `from` on, at which a use of `length` could be asked for on a day. */
function* startsOn(room: BookableRoom, day: string, length: number, window: Span, taken: readonly Taken[]) {
  const step = room.policy.slotMinutes * minuteMs
  if (room.retired) return
  for (const open of openSpans(room, day))
    for (let start = open.start; start + length <= open.end; start += step) {
      const use = { start, end: start + length }
      const closed = room.closures.some((closure) => overlaps(closure, use))
      if (start < window.start || start >= window.end || closed) continue
      if (fits(use, room.policy.bufferMinutes, taken)) yield use
    }
}

/** The free uses of the same length nearest to the wanted start, on its day and the days beside it. */
export function nearestFree(
  room: BookableRoom,
  wanted: Span,
  taken: readonly Taken[],
  now: number,
  count = 3,
): Span[] {
  const day = dayOf(new Date(wanted.start))
  const window = bookableWindow(room.policy, now)
  return [day, addDays(day, 1), addDays(day, -1)]
    .flatMap((each) => [...startsOn(room, each, wanted.end - wanted.start, window, taken)])
    .sort((a, b) => Math.abs(a.start - wanted.start) - Math.abs(b.start - wanted.start) || a.start - b.start)
    .slice(0, count)
}

/** The first start from a day on, within so many days, at which a use could be; the shortest, where no length is said. */
export function earliestFree(
  room: BookableRoom,
  from: string,
  days: number,
  taken: readonly Taken[],
  now: number,
  minutes = room.policy.minMinutes,
): number | null {
  const window = bookableWindow(room.policy, now)
  for (let n = 0; n < days; n++)
    for (const use of startsOn(room, addDays(from, n), minutes * minuteMs, window, taken)) return use.start
  return null
}

/**
 * The time of a day in which the shortest booking could still be, in order: what is called free is this and nothing
 * else, so the hours that are counted are the hours that are shown.
 */
export function bookableSpans(room: BookableRoom, day: string, taken: readonly Taken[], now: number): Span[] {
  const window = bookableWindow(room.policy, now)
  const spans: Span[] = []
  for (const use of startsOn(room, day, room.policy.minMinutes * minuteMs, window, taken)) {
    const last = spans.at(-1)
    if (last && use.start <= last.end) last.end = use.end
    else spans.push({ ...use })
  }
  return spans
}

/** Minutes of a day on which the shortest booking could still be, and why there are none. */
export function leftOf(
  room: BookableRoom,
  day: string,
  taken: readonly Taken[],
  now: number,
): { left: Left; freeMinutes: number } {
  const window = bookableWindow(room.policy, now)
  const uses = (where: BookableRoom, beside: readonly Taken[]): Span[] => [
    ...startsOn(where, day, room.policy.minMinutes * minuteMs, window, beside),
  ]
  const free = bookableSpans(room, day, taken, now)
  const freeMinutes = free.reduce((sum, { start, end }) => sum + (end - start) / minuteMs, 0)
  if (freeMinutes > 0) return { left: 'free', freeMinutes }
  const why = (): Left => {
    if (room.retired) return 'shut'
    if (openSpans(room, day).length === 0) return isHolidayHere(room, day) ? 'holiday' : 'shut'
    if (uses(room, []).length > 0) return 'full'
    if (uses({ ...room, closures: [] }, []).length > 0) return 'closed'
    return startOfDay(day).getTime() >= window.end ? 'ahead' : 'over'
  }
  return { left: why(), freeMinutes: 0 }
}

/** What to say of several rooms of which none is free: what gives most hope comes first. */
export const bestLeft = (all: readonly Left[]): Left =>
  (['free', 'full', 'closed', 'over', 'ahead', 'holiday'] as const).find((one) => all.includes(one)) ?? 'shut'
