import { forgetStoredAnswers } from '../http/stored-answers'
import { forgetSheets } from '../navigation/sheet-history'
import { whenOthersStore } from '../session/other-tabs'
import { forgetShown, lastLeft, leaveMatters, leftName, wipeMatters } from './wipe'

/** The browser tells nobody when it cannot go back so far. */
const patienceMs = 400

/** How many entries of this app lie before the one that is shown: its router numbers them, an open sheet has one more. */
function entriesBefore(): number {
  const state = history.state as { idx?: unknown; linliSheet?: unknown } | null
  const idx = typeof state?.idx === 'number' ? state.idx : 0
  return idx + (state?.linliSheet === undefined ? 0 : 1)
}

/** The leaving after which this page began, or with which it went. */
let left = lastLeft()

// Whoever leaves in one tab has left in all that showed a matter since they were loaded. What the device keeps was wiped
// there; what was begun since then stays: this tab may have slept.
whenOthersStore(leftName, () => {
  if (lastLeft() !== left) go(forgetShown, forgetStoredAnswers)
})

export const leaveWithoutTrace = () => go(leaveMatters, wipeMatters)

/**
 * Home at once, loaded anew, so that nothing is left in memory, and with no entry of the history that leads back: the
 * first one of the app becomes home, and what came after it is cut off.
 */
function go(wipe: () => void, again: () => void) {
  forgetSheets()
  wipe()
  left = lastLeft()
  document.title = '邻里'
  document.documentElement.style.visibility = 'hidden'
  let gone = false
  const goHome = (event?: Event) => {
    event?.stopImmediatePropagation()
    if (gone) return
    gone = true
    // Written again meanwhile, by an answer that was on its way.
    again()
    history.replaceState(null, '', '/')
    history.pushState(null, '', '/')
    location.replace('/')
  }
  const before = entriesBefore()
  if (before === 0) return goHome()
  window.addEventListener('popstate', goHome, { capture: true })
  setTimeout(goHome, patienceMs)
  history.go(-before)
}
