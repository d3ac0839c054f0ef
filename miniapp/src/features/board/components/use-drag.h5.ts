import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { type PointerEvent as Press, useCallback, useEffect, useRef, useState } from 'react'
import type { Shown } from '../lanes'
import { drawn, endedAt, isMovable, movedBy, roomsFor, stretchOf } from '../moves'
import type { Drag, DragOptions } from './drag'
import { follow, type Grip, whenRested } from './follow-pointer.h5'

/** The right edge of a block, by which it is made longer. */
const edge = 10

const laneAt = (x: number, y: number) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[id^="lane-"]')

const minuteAt = (x: number, lane: HTMLElement, shown: Shown) => {
  const { left, width } = lane.getBoundingClientRect()
  return shown.from + ((x - left) / width) * (shown.to - shown.from)
}

/**
 * A mouse drags at once and draws on what is empty; a finger scrolls, and picks up where it rests, or at once by the handle
 * of what is chosen. Escape leaves all as it was.
 */
export function useDrag(options: DragOptions) {
  const [dragged, setDragged] = useState<Drag | null>(null)
  const [now, leave] = [useRef(options), useRef(() => undefined as void)]
  const [pressed, holding] = [useRef<number | null>(null), useRef(false)]
  now.current = options
  useEffect(() => () => leave.current(), [])
  useStill(holding, () => (pressed.current = null))
  const onPress = useCallback((room: BoardRoom, press: Press<HTMLElement>) => {
    const grip: Grip = { x: press.clientX, y: press.clientY, lane: press.currentTarget }
    pressed.current = minuteAt(grip.x, grip.lane, now.current.shown)
    const begun =
      now.current.enabled && press.button === 0 ? begin(room, grip, press.target, now.current) : null
    if (begun === null) return
    const finger = press.pointerType === 'touch'
    const start = () => {
      holding.current = finger
      if (finger) setDragged(begun.at(grip.x, grip.y))
      const over = () => {
        holding.current = false
        setDragged(null)
      }
      const drop = (x: number, y: number) => now.current.onDrop(begun.at(x, y))
      leave.current = follow(grip, { move: (x, y) => setDragged(begun.at(x, y)), drop, over }, finger)
    }
    if (!finger || begun.by === 'handle') start()
    else if (begun.by === 'block') leave.current = whenRested(grip, start)
  }, [])
  const on = useCallback(
    (room: BoardRoom) => ({ onPointerDown: (press: Press<HTMLElement>) => onPress(room, press) }),
    [onPress],
  )
  return { dragged, on, pressed: () => pressed.current }
}

/** While a finger holds something the page neither scrolls nor shows a menu; a key forgets where the pointer was. */
function useStill(holding: { current: boolean }, forget: () => void) {
  const latest = useRef(forget)
  latest.current = forget
  useEffect(() => {
    const still = (event: Event) => holding.current && event.cancelable && event.preventDefault()
    const onKey = () => latest.current()
    // Known before the first touch, or the browser has begun to scroll by then.
    document.addEventListener('touchmove', still, { passive: false })
    document.addEventListener('contextmenu', still)
    document.addEventListener('keydown', onKey, { capture: true })
    return () => {
      document.removeEventListener('touchmove', still)
      document.removeEventListener('contextmenu', still)
      document.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [holding])
}

interface Begun {
  by: 'block' | 'handle' | 'empty'
  /** What it would be with the pointer elsewhere. */
  at: (x: number, y: number) => Drag
}

/** @returns null where nothing can be moved */
function begin(room: BoardRoom, grip: Grip, target: EventTarget, options: DragOptions): Begun | null {
  const { rooms, day, shown, now } = options
  const under = target instanceof Element ? target : null
  const [tap, handle] = [under?.closest('.blk'), under?.closest('.blk__edge')]
  const start = minuteAt(grip.x, grip.lane, shown)
  const home = (x: number) => minuteAt(x, grip.lane, shown)
  if (!tap && !handle) {
    if (room.retired) return null
    return {
      by: 'empty',
      at: (x) => ({ way: 'new', block: null, from: room, room, at: drawn(start, home(x), room, day) }),
    }
  }
  const block = blockOf(room, under)
  if (block === undefined || !isMovable(block, now)) return null
  const was = stretchOf(block, day)
  const atEdge = tap ? tap.getBoundingClientRect().right - grip.x < edge : true
  const end = (x: number): Drag => ({
    ...{ way: 'end', block, from: room, room },
    at: endedAt(was, home(x) + (handle ? was.to - start : 0), room, day),
  })
  if (handle || atEdge) return { by: handle ? 'handle' : 'block', at: end }
  return { by: 'block', at: (x, y) => movedTo(block, home(x) - start, laneAt(x, y), { room, rooms, day }) }
}

const blockOf = (room: BoardRoom, under: Element | null): BoardBlock | undefined => {
  const id = under?.closest('[id^="at "]')?.id ?? ''
  return room.blocks.find(({ caseId }) => id.endsWith(caseId))
}

function movedTo(
  block: BoardBlock,
  by: number,
  lane: HTMLElement | null | undefined,
  { room, rooms, day }: { room: BoardRoom; rooms: readonly BoardRoom[]; day: string },
): Drag {
  const under = lane?.id.slice('lane-'.length)
  const to = roomsFor(rooms, room, block).find(({ id }) => id === under) ?? room
  return { way: 'move', block, from: room, room: to, at: movedBy(stretchOf(block, day), by, to, day) }
}
