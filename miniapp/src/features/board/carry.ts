/** A block that was picked up with the keyboard: each key moves it by a step, to another room, or its end. Pure. */
import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { dayOf, minuteInDay } from '../../shared/time/shanghai'
import { endedAt, movedBy, roomsFor, type Stretch, stretchOf } from './moves'

export interface Carried {
  block: BoardBlock
  from: BoardRoom
  room: BoardRoom
  at: Stretch
}

/** @returns null where the key does nothing with it */
export function carriedBy(
  carried: Carried,
  key: string,
  rooms: readonly BoardRoom[],
  day: string,
): Carried | null {
  const { block, from, room, at } = carried
  const step = room.slotMinutes
  const by = (minutes: number): Carried => ({ ...carried, at: movedBy(at, minutes, room, day) })
  const till = (minute: number): Carried => ({ ...carried, at: endedAt(at, minute, room, day) })
  const to = (steps: number): Carried => {
    const fit = roomsFor(rooms, from, block)
    const here = fit.findIndex(({ id }) => id === room.id)
    const next = fit[Math.max(0, Math.min(fit.length - 1, here + steps))] ?? room
    return { ...carried, room: next, at: movedBy(at, 0, next, day) }
  }
  const keys: Record<string, () => Carried> = {
    ArrowLeft: () => by(-step),
    ArrowRight: () => by(step),
    ArrowUp: () => to(-1),
    ArrowDown: () => to(1),
    '+': () => till(at.to + step),
    '=': () => till(at.to + step),
    '-': () => till(at.to - step),
  }
  return keys[key]?.() ?? null
}

export type Hindrance = 'over' | 'shut' | 'closed' | 'taken'

/** What the board itself shows to be in the way; the service has the last word. */
export function hindranceOf(
  { block, room, at }: { block: BoardBlock | null; room: BoardRoom; at: Stretch },
  day: string,
  now: number,
): Hindrance | null {
  const within = (one: { startsAt: string; endsAt: string }) => stretchOf(one, day)
  const meets = (one: Stretch, until = at.to) => one.from < until && at.from < one.to
  const passed = day < dayOf(now) ? Infinity : minuteInDay(day, new Date(now).toISOString())
  if (at.from < passed && at.from !== (block && stretchOf(block, day).from)) return 'over'
  const open = room.open.find((one) => one.day === day)?.spans ?? []
  if (!open.map(within).some(({ from, to }) => from <= at.from && at.to <= to)) return 'shut'
  if (room.closures.map(within).some((one) => meets(one))) return 'closed'
  const cleaning = block === null ? 0 : (Date.parse(block.freeAt) - Date.parse(block.endsAt)) / 60_000
  const others = room.blocks.filter(({ caseId, state }) => caseId !== block?.caseId && state !== 'missed')
  const stand = others.map(({ startsAt, freeAt }) => within({ startsAt, endsAt: freeAt }))
  return stand.some((one) => meets(one, at.to + cleaning)) ? 'taken' : null
}
