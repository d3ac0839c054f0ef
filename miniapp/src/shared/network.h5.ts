import { signal } from './signal'
import { say } from './toast'

/** Is there a network, as far as the browser knows? */
export const online = signal(typeof navigator === 'undefined' || navigator.onLine)

export function watchNetwork() {
  window.addEventListener('online', () => online.set(true))
  window.addEventListener('offline', () => online.set(false))
  // A page whose code was never fetched cannot open without a network; silence would be a dead end.
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (/chunk/i.test(String((reason as Error | undefined)?.name)))
      say('现在打不开这一页：没有网络。联网后再点一次。')
  })
}
