import { signal } from '../app-state/signal'
import { say } from '../ui/page/say'
import { frameText } from '../words/frame-text'

/** Is there a network, as far as the browser knows? */
export const online = signal(typeof navigator === 'undefined' || navigator.onLine)

export function watchNetwork() {
  window.addEventListener('online', () => online.set(true))
  window.addEventListener('offline', () => online.set(false))
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (/chunk/i.test(String((reason as Error | undefined)?.name))) void pageMissing()
  })
}

const lastReload = 'linli.reloaded'
const onceAMs = 60_000

/**
 * A page whose code does not come. Where the service answers, the app was replaced by a newer one meanwhile, and loading
 * it anew opens the page; where it does not, the app stays and says so.
 */
async function pageMissing() {
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null)
  if (answer?.ok === true && mayReload()) return location.reload()
  say(frameText.pageOffline)
}

/** Once a minute, so that a page that is really missing does not load for ever. */
function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(lastReload) ?? 0)
    sessionStorage.setItem(lastReload, String(Date.now()))
    return Date.now() - last > onceAMs
  } catch {
    return false
  }
}
