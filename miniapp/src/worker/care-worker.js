/**
 * Lets the care, tablet and visits pages open again without a network. It keeps the app's own files and nothing else: no answer of
 * the service, no name of a child. Files carry a hash of their content in their names, so one that is kept is right; the
 * document is asked for anew each time, and whatever the newest one does not name goes. Each of these pages registers it for
 * itself alone, so that no other page of the app goes through it.
 */
const shelf = 'linli-care-1'
const app = '/'
const pages = /^\/(care|tablet|visits)(\/|$)/

self.addEventListener('install', (event) => {
  event.waitUntil(
    fetch(app, { cache: 'no-cache' })
      .then(keepDocument)
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const others = (names) => names.filter((name) => name.startsWith('linli-care-') && name !== shelf)
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(others(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && pages.test(url.pathname)) event.respondWith(documentOf(request, event))
  else if (url.pathname.startsWith('/static/'))
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept || fetch(request)))
})

/** The newest document; without a network the kept one, whose address the app reads by itself. */
async function documentOf(request, event) {
  try {
    const answer = await fetch(request)
    if (answer.ok && isOfTheApp(answer)) event.waitUntil(keepDocument(answer.clone()))
    return answer
  } catch (error) {
    const kept = await caches.match(app)
    if (kept) return kept
    throw error
  }
}

const isOfTheApp = (answer) => (answer.headers.get('content-type') || '').startsWith('text/html')

/** Keeps a document with every file that it names; it counts only once all of them are there. */
async function keepDocument(answer) {
  if (!answer.ok || !isOfTheApp(answer)) return
  const [text, cache] = [await answer.clone().text(), await caches.open(shelf)]
  if (!text.includes('linli-later')) return
  const named = [...new Set(text.match(/\/static\/(?:js|css|drawings)\/[\w.~-]+\.(?:js|css|svg)/g) || [])]
  const missing = []
  for (const name of named) if (!(await cache.match(name, { ignoreVary: true }))) missing.push(name)
  await cache.addAll(missing)
  await cache.put(app, answer)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname !== app && !named.includes(pathname)) await cache.delete(request)
  }
}
