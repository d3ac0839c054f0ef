/**
 * From now on this browser opens one page, of the care day or of a visitor, without a network too, and no other of the app. Where it
 * cannot, the page works as before.
 */
export function keepPageHere(page: '/care' | '/tablet' | '/visits') {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/care-worker.js', { scope: page }).catch(() => undefined)
}
