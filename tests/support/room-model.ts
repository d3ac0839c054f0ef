/**
 * What can be booked, told a second time and in the plainest way: a day is 1,440 minutes, each open or not, each taken or
 * not. It shares no line with the rules it is held against.
 */
import { type Opening } from '../../bff/contracts/src/rooms'

const minuteMs = 60_000
const dayMinutes = 1_440

export interface ModelRoom {
  id: string
  capacity: number
  openings: Opening[]
  slotMinutes: number
  minMinutes: number
  maxMinutes: number
  noticeMinutes: number
  horizonDays: number
  bufferMinutes: number
  /** Instants. */
  closures: [number, number][]
  uses: [number, number][]
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
const dayNumber = (at: number): number => Math.floor((at + 8 * 3_600_000) / (dayMinutes * minuteMs))
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** Each minute of a day: open? */
function openMinutes(room: ModelRoom, day: string): boolean[] {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7
  const open = Array.from({ length: dayMinutes }, () => false)
  for (const one of room.openings)
    if (one.weekday === weekday) open.fill(true, clock(one.from), clock(one.to))
  return open
}

/** Could somebody have the room from one minute of a day to another? */
export function canHave(room: ModelRoom, day: string, from: number, to: number, now: number): boolean {
  const [start, end] = [midnight(day) + from * minuteMs, midnight(day) + to * minuteMs]
  if (start < now + room.noticeMinutes * minuteMs) return false
  if (dayNumber(start) > dayNumber(now) + room.horizonDays) return false
  if (to - from < room.minMinutes || to - from > room.maxMinutes) return false
  const open = openMinutes(room, day)
  for (let minute = from; minute < to; minute++) if (!open[minute]) return false
  let opening = from
  while (opening > 0 && open[opening - 1]) opening -= 1
  if ((from - opening) % room.slotMinutes !== 0 || (to - from) % room.slotMinutes !== 0) return false
  if (room.closures.some(([a, b]) => a < end && start < b)) return false
  const buffer = room.bufferMinutes * minuteMs
  return room.uses.every(([a, b]) => b + buffer <= start || end + buffer <= a)
}

/** The first start of so many days at which a use of a length could be, as an instant. */
export function firstOf(
  room: ModelRoom,
  days: readonly string[],
  length: number,
  now: number,
): string | null {
  for (const day of days)
    for (let from = 0; from + length <= dayMinutes; from += 15)
      if (canHave(room, day, from, from + length, now))
        return new Date(midnight(day) + from * minuteMs).toISOString()
  return null
}

/** Every quarter of a day in which the shortest use could be. */
export function freeQuarters(room: ModelRoom, day: string, now: number): number[] {
  const free = new Set<number>()
  for (let from = 0; from + room.minMinutes <= dayMinutes; from += 15)
    if (canHave(room, day, from, from + room.minMinutes, now))
      for (let at = from; at < from + room.minMinutes; at += 15) free.add(at)
  return [...free].sort((a, b) => a - b)
}
