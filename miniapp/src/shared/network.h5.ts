import { signal } from './signal'
import { say } from './toast'
import { frameText } from './ui/text'

/** Is there a network, as far as the browser knows? */
export const online = signal(typeof navigator === 'undefined' || navigator.onLine)

export function watchNetwork() {
  window.addEventListener('online', () => online.set(true))
  window.addEventListener('offline', () => online.set(false))
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (/chunk/i.test(String((reason as Error | undefined)?.name))) pageMissing()
  })
}

const lastReload = 'linli.reloaded'
const onceAMs = 60_000

/**
 * A page whose code does not come. Without a network it cannot open, and silence would be a dead end; with one, the app
 * was replaced by a newer one meanwhile, and loading it anew opens the page.
 */
function pageMissing() {
  const last = Number(sessionStorage.getItem(lastReload) ?? 0)
  if (!navigator.onLine || Date.now() - last < onceAMs) return say(frameText.pageOffline)
  sessionStorage.setItem(lastReload, String(Date.now()))
  location.reload()
}
