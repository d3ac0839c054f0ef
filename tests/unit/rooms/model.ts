/**
 * What a room's rules mean, said again as slowly as possible: one minute at a time, without spans, days or zones.
 * Minutes are counted from Monday 23 November 2026, 00:00 in Shanghai.
 */
import type { RoomPolicy } from '../../../bff/contracts/src/rooms'
import type { BookableRoom, Span, Taken } from '../../../bff/src/modules/rooms/rules'

const zero = Date.parse('2026-11-22T16:00:00Z')
export const minutesADay = 1440

export const at = (minute: number): number => zero + minute * 60_000
export const minuteOf = (instant: number): number => (instant - zero) / 60_000
export const dayNumber = (minute: number): number => Math.floor(minute / minutesADay)
export const dayName = (number: number): string =>
  new Date(Date.UTC(2026, 10, 23 + number)).toISOString().slice(0, 10)

export const minutesOf = ({ start, end }: Span): number[] => {
  const minutes = []
  for (let minute = minuteOf(start); minute < minuteOf(end); minute++) minutes.push(minute)
  return minutes
}

const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Every day of a year, one after the other, leap day and all. */
const year = Array.from({ length: 366 }, (_, n) =>
  new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(5, 10),
)

/** Walks from the first day of a season to its last, over the new year if need be. */
export function daysOfSeason(from: string, to: string): string[] {
  const days: string[] = []
  for (let n = year.indexOf(from); ; n = (n + 1) % 366) {
    days.push(year[n] as string)
    if (year[n] === to) return days
  }
}

/** The first season that holds the day says when it is open, and nothing else does. */
function openingsOf(policy: RoomPolicy, day: number) {
  const today = dayName(day).slice(5)
  const season = policy.seasons.find(({ from, to }) => daysOfSeason(from, to).includes(today))
  return season ? season.openings : policy.openings
}

export function isOpen(policy: RoomPolicy, minute: number): boolean {
  const day = dayNumber(minute)
  const weekday = ((day % 7) + 7) % 7
  const time = minute - day * minutesADay
  return openingsOf(policy, day).some(
    (o) => o.weekday === weekday + 1 && clock(o.from) <= time && time < clock(o.to),
  )
}

/** Where the unbroken opening around a minute began that day. */
function openedAt(policy: RoomPolicy, minute: number): number {
  let first = minute
  while (dayNumber(first - 1) === dayNumber(minute) && isOpen(policy, first - 1)) first--
  return first
}

export function isInsideHours(policy: RoomPolicy, start: number, length: number): boolean {
  for (let minute = start; minute < start + length; minute++)
    if (!isOpen(policy, minute) || dayNumber(minute) !== dayNumber(start)) return false
  return true
}

export const isOnGrid = (policy: RoomPolicy, start: number, length: number): boolean =>
  (start - openedAt(policy, start)) % policy.slotMinutes === 0 && length % policy.slotMinutes === 0

export const isClosed = (closures: readonly Span[], start: number, length: number): boolean =>
  closures.some((c) => minutesOf(c).some((minute) => minute >= start && minute < start + length))

/** Nobody is in the room in any minute of the use, nor in any of the cleaning after it, nor is it cleaned then. */
export function isFree(taken: readonly Taken[], start: number, length: number, buffer: number): boolean {
  return taken.every((t) => {
    const felt = t.kind === 'closed' ? { start: t.start, end: t.end } : { start: t.start, end: t.freeAt }
    const ours = t.kind === 'closed' ? length : length + buffer
    return !minutesOf(felt).some((minute) => minute >= start && minute < start + ours)
  })
}

export const isTooSoon = (policy: RoomPolicy, start: number, now: number): boolean =>
  start - now < policy.noticeMinutes

export const isTooFar = (policy: RoomPolicy, start: number, now: number): boolean =>
  dayNumber(start) - dayNumber(now) > policy.horizonDays

/** Every minute of a day at which a use of this length may be asked for and stands free. */
export function freeStarts(
  room: BookableRoom,
  day: number,
  length: number,
  taken: readonly Taken[],
  now: number,
): number[] {
  const { policy } = room
  const minutes = Array.from({ length: minutesADay }, (_, n) => day * minutesADay + n)
  const open = new Set(minutes.filter((minute) => isOpen(policy, minute)))
  const everyMinute = (start: number): boolean => {
    for (let minute = start; minute < start + length; minute++) if (!open.has(minute)) return false
    return true
  }
  let opened = 0
  return minutes.filter((start) => {
    if (!open.has(start - 1)) opened = start
    return (
      (start - opened) % policy.slotMinutes === 0 &&
      everyMinute(start) &&
      !isTooSoon(policy, start, now) &&
      !isTooFar(policy, start, now) &&
      !isClosed(room.closures, start, length) &&
      isFree(taken, start, length, policy.bufferMinutes)
    )
  })
}
