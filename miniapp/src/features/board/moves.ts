/** Where a block would come to stand, or a new one, while it is moved. Minutes of the day; pure. */
import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { clockOf, instantAt, minuteInDay } from '../../shared/time/shanghai'

export interface Stretch {
  from: number
  to: number
}
export type Way = 'move' | 'end' | 'new'

const lastMinute = 24 * 60
const clamp = (minute: number, least: number, most: number): number => Math.max(least, Math.min(most, minute))

/** Steps of a room are counted from when it opens. */
function baseOf(room: BoardRoom, day: string, minute: number): number {
  const spans = room.open.find((one) => one.day === day)?.spans ?? []
  const starts = spans.map(({ startsAt }) => minuteInDay(day, startsAt)).filter((start) => start <= minute)
  return starts.length === 0 ? 0 : Math.max(...starts)
}

/** The step of the room that is nearest, or the last one before. */
export function snapped(
  room: BoardRoom,
  day: string,
  minute: number,
  how: 'round' | 'floor' = 'round',
): number {
  const base = baseOf(room, day, minute)
  return base + Math[how]((minute - base) / room.slotMinutes) * room.slotMinutes
}

export const stretchOf = (
  { startsAt, endsAt }: Pick<BoardBlock, 'startsAt' | 'endsAt'>,
  day: string,
): Stretch => ({
  from: minuteInDay(day, startsAt),
  to: minuteInDay(day, endsAt),
})

export const periodOf = ({ from, to }: Stretch, day: string) => ({
  startsAt: instantAt(day, clockOf(from)),
  endsAt: instantAt(day, clockOf(to)),
})

/** Moved as a whole, as long as before, within the day. */
export function movedBy(was: Stretch, minutes: number, room: BoardRoom, day: string): Stretch {
  const length = was.to - was.from
  const from = clamp(snapped(room, day, was.from + minutes), 0, lastMinute - length)
  return { from, to: from + length }
}

/** Its end at another time; never shorter than a step. */
export const endedAt = (was: Stretch, minute: number, room: BoardRoom, day: string): Stretch => ({
  from: was.from,
  to: clamp(snapped(room, day, minute), was.from + room.slotMinutes, lastMinute),
})

/** From one minute to another, as long as the room is given at least. */
export function drawn(one: number, other: number, room: BoardRoom, day: string): Stretch {
  const from = snapped(room, day, Math.min(one, other), 'floor')
  const to = snapped(room, day, Math.max(one, other))
  return { from, to: Math.min(lastMinute, Math.max(to, from + Math.max(room.minMinutes, room.slotMinutes))) }
}

/** What is asked for or promised, and not over, can be moved. */
export const isMovable = ({ state, endsAt }: BoardBlock, now: number): boolean =>
  (state === 'pending' || state === 'confirmed') && Date.parse(endsAt) > now

/** Rooms to which it can be moved: of the same community, given, and large enough. */
export const roomsFor = (
  rooms: readonly BoardRoom[],
  from: BoardRoom,
  { attendees }: BoardBlock,
): BoardRoom[] =>
  rooms.filter(
    (room) =>
      room.id === from.id ||
      (room.community === from.community && !room.retired && room.capacity >= attendees),
  )
