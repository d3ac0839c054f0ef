/** From now on this browser opens the care pages without a network too. Where it cannot, they work as before. */
export function keepPagesHere() {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/care-worker.js').catch(() => undefined)
}
