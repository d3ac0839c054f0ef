/** The stretches of a room's day, one after the other: what arrow keys walk over. */
import type { BoardBlock, BoardClosure, BoardRoom } from '@linli/contracts/board'
import { dayOf, minuteInDay } from '../../shared/time/shanghai'
import { type Shown, touches } from './lanes'
import { snapped } from './moves'
import type { WalkRow } from './walk'

interface Span {
  from: number
  to: number
}

export type Cell = Span & { key: string } & (
    { is: 'block'; block: BoardBlock } | { is: 'closure'; closure: BoardClosure } | { is: 'free' }
  )

export const headKey = 'head'
const head = { key: headKey, from: -60, to: 0 }

/** In order of time; what is free only from now on, and only where there is room for the shortest use. */
export function cellsOf(room: BoardRoom, day: string, shown: Shown, now: number): Cell[] {
  const within = (one: { startsAt: string; endsAt: string }): Span => ({
    from: Math.max(shown.from, minuteInDay(day, one.startsAt)),
    to: Math.min(shown.to, minuteInDay(day, one.endsAt)),
  })
  const cells: Cell[] = [
    ...room.blocks
      .filter((block) => touches(block, day))
      .map((block): Cell => ({ ...within(block), key: block.caseId, is: 'block', block })),
    ...room.closures
      .filter((closure) => touches(closure, day))
      .map((closure): Cell => ({ ...within(closure), key: closure.id, is: 'closure', closure })),
    ...freeIn(room, day, now).map((span): Cell => ({ ...span, key: `free${span.to}`, is: 'free' })),
  ]
  return cells.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from || a.to - b.to)
}

function freeIn(room: BoardRoom, day: string, now: number): Span[] {
  if (room.retired || day < dayOf(now)) return []
  const open = (room.open.find((one) => one.day === day)?.spans ?? []).map(({ startsAt, endsAt }): Span => ({
    from: minuteInDay(day, startsAt),
    to: minuteInDay(day, endsAt),
  }))
  const taken = [
    ...room.blocks
      .filter(({ state }) => state !== 'missed')
      .map(({ startsAt, freeAt }) => ({ startsAt, endsAt: freeAt })),
    ...room.closures,
  ]
  const passed = minuteInDay(day, new Date(now).toISOString())
  const left = taken.reduce<Span[]>(
    (free, one) => {
      const [from, to] = [minuteInDay(day, one.startsAt), minuteInDay(day, one.endsAt)]
      return free.flatMap((span) =>
        to <= span.from || from >= span.to
          ? [span]
          : [
              { from: span.from, to: from },
              { from: to, to: span.to },
            ],
      )
    },
    open.map(({ from, to }) => ({ from: passed > from ? stepAfter(room, day, passed) : from, to })),
  )
  return left.filter(({ from, to }) => to - from >= Math.max(room.minMinutes, room.slotMinutes))
}

const stepAfter = (room: BoardRoom, day: string, minute: number): number => {
  const step = snapped(room, day, minute, 'floor')
  return step < minute ? step + room.slotMinutes : step
}

/** @param gives whoever works here begins a booking at the room's name */
export const rowOf = (room: BoardRoom, cells: readonly Cell[], gives: boolean): WalkRow => ({
  id: room.id,
  cells: [
    ...(gives && !room.retired ? [head] : []),
    ...cells.filter(({ is }) => gives || is !== 'free').map(({ key, from, to }) => ({ key, from, to })),
  ],
})
