import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { type PointerEvent as Press, useEffect, useRef, useState } from 'react'
import { minuteInDay } from '../../../shared/time/shanghai'
import { drawn, endedAt, isMovable, movedBy, roomsFor, stretchOf } from '../moves'
import type { Drag, DragOptions } from './drag'

/** So far a hand trembles. */
const trembles = 5
/** The right edge of a block, by which it is made longer. */
const edge = 10

const laneAt = (x: number, y: number) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[id^="lane-"]')

/** With a mouse or a pen: a finger scrolls, and has buttons. Escape leaves all as it was. */
export function useDrag(options: DragOptions) {
  const [dragged, setDragged] = useState<Drag | null>(null)
  const now = useRef(options)
  now.current = options
  const leave = useRef(() => undefined as void)
  useEffect(() => () => leave.current(), [])
  const on = (room: BoardRoom) => ({
    onPointerDown(press: Press<HTMLElement>) {
      if (!now.current.enabled || press.pointerType === 'touch' || press.button !== 0) return
      const begun = begin(room, press, now.current)
      if (begun === null) return
      leave.current = follow(press, {
        move: (x, y) => setDragged(begun(x, y)),
        drop: (x, y) => now.current.onDrop(begun(x, y)),
        over: () => setDragged(null),
      })
    },
  })
  return { dragged, on }
}

/** @returns what it would be with the pointer elsewhere; null where nothing can be moved */
function begin(room: BoardRoom, press: Press<HTMLElement>, { rooms, day, shown, now }: DragOptions) {
  const minuteAt = (x: number, lane: HTMLElement) => {
    const { left, width } = lane.getBoundingClientRect()
    return shown.from + ((x - left) / width) * (shown.to - shown.from)
  }
  const home = press.currentTarget
  const start = minuteAt(press.clientX, home)
  const tap = press.target instanceof HTMLElement ? press.target.closest<HTMLElement>('.blk') : null
  const block = tap === null ? null : blockAt(room, day, start)
  if (tap !== null && (block === null || !isMovable(block, now))) return null
  if (block === null && room.retired) return null
  const atEdge = tap !== null && tap.getBoundingClientRect().right - press.clientX < edge
  return (x: number, y: number): Drag => {
    const minute = minuteAt(x, home)
    if (block === null) return { way: 'new', block, from: room, room, at: drawn(start, minute, room, day) }
    const was = stretchOf(block, day)
    if (atEdge) return { way: 'end', block, from: room, room, at: endedAt(was, minute, room, day) }
    const under = laneAt(x, y)?.id.slice('lane-'.length)
    const to = roomsFor(rooms, room, block).find(({ id }) => id === under) ?? room
    return { way: 'move', block, from: room, room: to, at: movedBy(was, minute - start, to, day) }
  }
}

const blockAt = (room: BoardRoom, day: string, minute: number): BoardBlock | null =>
  room.blocks.find(
    ({ startsAt, endsAt }) => minuteInDay(day, startsAt) <= minute && minute < minuteInDay(day, endsAt),
  ) ?? null

interface Follow {
  move: (x: number, y: number) => void
  drop: (x: number, y: number) => void
  over: () => void
}

/** @returns ends it */
function follow({ clientX, clientY }: Press<HTMLElement>, { move, drop, over }: Follow) {
  let moved = false
  const onMove = (event: PointerEvent) => {
    moved ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) > trembles
    if (moved) move(event.clientX, event.clientY)
  }
  const onUp = (event: PointerEvent) => {
    end()
    if (!moved) return
    // The click that follows is the end of the drag, and opens nothing.
    window.addEventListener('click', swallow, { capture: true, once: true })
    window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
    drop(event.clientX, event.clientY)
  }
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && end()
  function end() {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('keydown', onKey)
    over()
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', end)
  window.addEventListener('keydown', onKey)
  return end
}

const swallow = (event: MouseEvent) => {
  event.preventDefault()
  event.stopPropagation()
}
