/** So far a hand trembles. */
const trembles = 8
/** So long a finger rests on what it picks up; before that it scrolls. */
const restMs = 350
/** So near the edge of the screen the board moves along, and by how much at a time. */
const [near, along] = [44, 10]

/** Where something was taken hold of, and in which lane. */
export interface Grip {
  x: number
  y: number
  lane: HTMLElement
}

interface Follow {
  move: (x: number, y: number) => void
  drop: (x: number, y: number) => void
  over: () => void
}

/** A finger that stays where it is picks up; one that moves before that scrolls. @returns gives up waiting */
export function whenRested({ x, y }: Grip, pick: () => void): () => void {
  const timer = window.setTimeout(() => {
    stop()
    pick()
  }, restMs)
  const onMove = (event: PointerEvent) => {
    if (Math.hypot(event.clientX - x, event.clientY - y) > trembles) stop()
  }
  function stop() {
    window.clearTimeout(timer)
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', stop)
    window.removeEventListener('pointercancel', stop)
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', stop)
  window.addEventListener('pointercancel', stop)
  return stop
}

/** @param held it is in the hand already, and does not have to be torn off first. @returns ends it */
export function follow(begun: Grip, { move, drop, over }: Follow, held: boolean): () => void {
  let [moved, at] = [false, { x: begun.x, y: begun.y }]
  const still = nudgeWhile(
    begun.lane,
    () => (moved ? at : null),
    () => move(at.x, at.y),
  )
  const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
    at = { x, y }
    moved ||= Math.hypot(x - begun.x, y - begun.y) > trembles
    if (moved) move(x, y)
  }
  const onUp = (event: PointerEvent) => {
    end()
    // The click that follows is the end of the drag, and opens nothing.
    if (moved || held) swallowClick()
    if (moved) drop(event.clientX, event.clientY)
  }
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && end()
  const heard = { pointermove: onMove, pointerup: onUp, pointercancel: end, keydown: onKey }
  function end() {
    still()
    for (const [name, hears] of Object.entries(heard))
      window.removeEventListener(name, hears as EventListener)
    over()
  }
  for (const [name, hears] of Object.entries(heard)) window.addEventListener(name, hears as EventListener)
  return end
}

function swallowClick() {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}

/** What is held near an edge moves the board below it. */
function nudgeWhile(lane: HTMLElement, at: () => { x: number; y: number } | null, then: () => void) {
  const wide = lane.closest<HTMLElement>('.scroller')
  const tall = lane.closest<HTMLElement>('.taro_page') ?? document.documentElement
  const towards = (place: number, from: number, to: number) =>
    place < from + near ? -along : place > to - near ? along : 0
  const timer = window.setInterval(() => {
    const here = at()
    if (here === null || wide === null) return
    const { left, right, top, bottom } = wide.getBoundingClientRect()
    const [above, below] = [Math.max(0, top), Math.min(window.innerHeight, bottom)]
    const [x, y] = [towards(here.x, left, right), towards(here.y, above, below)]
    if (x === 0 && y === 0) return
    wide.scrollLeft += x
    const before = wide.scrollTop
    wide.scrollTop += y
    // What does not scroll itself, or is at its end, lies on a page that does.
    if (wide.scrollTop === before) tall.scrollTop += y
    then()
  }, 32)
  return () => window.clearInterval(timer)
}
