import { useEffect, useRef } from 'react'

/**
 * Back closes an open sheet and stays on the page. While a sheet is open the browser's history has one more entry of the
 * same address; going back takes that one away, and the router, which knows nothing of it, does not hear of it.
 */
interface Open {
  /** The page that it lies on: pages behind this one may have sheets, too. */
  href: string
  close: () => void
}

const sheets: Open[] = []
/** Are we going back over our own entry? */
let leaving = false
/** What waits until that is done. */
let waiting: (() => void)[] = []
/** Where the last move of the history led. */
let last = { href: '', ours: false }

/** The app is being left in a hurry: the history is somebody else's. */
let over = false

const isOurs = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'linliSheet' in state
const noteWhere = () => {
  last = { href: location.href, ours: isOurs(history.state) }
}
const openHere = () => sheets.filter((one) => one.href === location.href)

export function watchBack() {
  noteWhere()
  // First of all who listen, before the router does.
  window.addEventListener('popstate', onMove, true)
  // A page that was loaded anew has no sheet.
  if (last.ours) leave()
}

function onMove(event: PopStateEvent) {
  if (over) return
  const [stays, was] = [location.href === last.href, last.ours]
  noteWhere()
  if (leaving) return left(event)
  // Onto an entry of ours from another page: the router leaves that page, and ours is there again.
  if (last.ours && !stays) return settleSoon()
  // Off it, or forward onto one that is of no use any more: the page is the same.
  if (!stays || was === last.ours) return
  event.stopImmediatePropagation()
  if (was) openHere().pop()?.close()
  settleSoon()
}

function left(event: PopStateEvent) {
  leaving = false
  event.stopImmediatePropagation()
  history.scrollRestoration = 'auto'
  const next = waiting
  waiting = []
  if (next.length === 0) return settleSoon()
  for (const then of next) then()
}

/** The entry stands as long as a sheet is open; one sheet in the place of another keeps it. */
function settle() {
  if (leaving || over) return
  const open = openHere().length > 0
  if (open && !isOurs(history.state)) enter()
  else if (!open && isOurs(history.state)) leave()
}
const settleSoon = () => void setTimeout(settle)

function enter() {
  // The page has not moved: neither going nor coming back scrolls it.
  history.scrollRestoration = 'manual'
  history.pushState({ ...(history.state as object | null), linliSheet: true }, '')
  noteWhere()
}

function leave() {
  leaving = true
  history.back()
}

/** For whoever leaves the page for good: first our entry goes, or Back would lead to the page that is left. */
export function onceSheetsAreGone(then: () => void) {
  if (!leaving && !isOurs(history.state)) return then()
  waiting.push(then)
  if (!leaving) leave()
}

/** The app has moved by itself, of which a browser tells nobody. */
export const pageMoved = noteWhere

/** From now on until the app is loaded anew, no entry of ours is made or taken away. */
export function forgetSheets() {
  over = true
}

export function useBackCloses(close: () => void) {
  const now = useRef(close)
  now.current = close
  useEffect(() => {
    const one: Open = { href: location.href, close: () => now.current() }
    sheets.push(one)
    settle()
    return () => {
      sheets.splice(sheets.indexOf(one), 1)
      settleSoon()
    }
  }, [])
}
