/** Where things stand in a row of the board, in hundredths of its width. */
import type { BoardRoom, BoardWeekRoom } from '@linli/contracts/board'
import { instantAt, minuteInDay } from '../../shared/time/shanghai'

/** Minutes of a day that a board shows. */
export interface Shown {
  from: number
  to: number
}

interface Spanned {
  startsAt: string
  endsAt: string
}

const usual: Shown = { from: 8 * 60, to: 21 * 60 }

const clamped = (minute: number): number => Math.max(0, Math.min(24 * 60, minute))

/** From eight to nine in the evening, and further where a room is open or used before or after; whole hours. */
export function shownHours(rooms: readonly Pick<BoardWeekRoom, 'open' | 'blocks'>[], day: string): Shown {
  const spans: Spanned[] = rooms.flatMap(({ open, blocks }) => [
    ...open.filter((one) => one.day === day).flatMap((one) => one.spans),
    ...blocks.filter((one) => touches(one, day)),
  ])
  const from = Math.min(usual.from, ...spans.map((one) => clamped(minuteInDay(day, one.startsAt))))
  const to = Math.max(usual.to, ...spans.map((one) => clamped(minuteInDay(day, one.endsAt))))
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

export const hoursOf = ({ from, to }: Shown): number[] =>
  Array.from({ length: (to - from) / 60 }, (_, n) => from / 60 + n)

/** Does any of it lie on this day? */
export const touches = ({ startsAt, endsAt }: Spanned, day: string): boolean =>
  minuteInDay(day, endsAt) > 0 && minuteInDay(day, startsAt) < 24 * 60

export interface Place {
  left: number
  width: number
}

/** @returns null where nothing of it is shown */
export function placeOf({ startsAt, endsAt }: Spanned, day: string, { from, to }: Shown): Place | null {
  const start = Math.max(from, minuteInDay(day, startsAt))
  const end = Math.min(to, minuteInDay(day, endsAt))
  if (start >= end) return null
  const share = (minutes: number): number => Math.round((minutes / (to - from)) * 10_000) / 100
  return { left: share(start - from), width: share(end - start) }
}

/** When a room is shut within what is shown. */
export function shutOn(room: BoardRoom, day: string, { from, to }: Shown): Spanned[] {
  const spans = room.open.find((one) => one.day === day)?.spans ?? []
  const at = (minute: number): string =>
    instantAt(
      day,
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    )
  const edges = [
    from,
    ...spans.flatMap((one) => [minuteInDay(day, one.startsAt), minuteInDay(day, one.endsAt)]),
    to,
  ]
  const shut: Spanned[] = []
  for (let n = 0; n < edges.length; n += 2) {
    const [start = from, end = to] = [edges[n], edges[n + 1]]
    if (start < end) shut.push({ startsAt: at(start), endsAt: at(end) })
  }
  return shut
}

/** How a block looks, and by which word it is told. */
export type Look = 'held' | 'waits' | 'late' | 'stands' | 'used' | 'past' | 'missed'

export function lookOf(
  { state, startsAt, endsAt, overdue }: BoardWeekRoom['blocks'][number],
  now: number,
): Look {
  if (state === 'held' || state === 'missed') return state
  if (state === 'pending') return overdue ? 'late' : 'waits'
  if (state === 'completed' || Date.parse(endsAt) <= now) return 'past'
  return Date.parse(startsAt) <= now ? 'used' : 'stands'
}
