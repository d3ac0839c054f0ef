import { buildApp } from './app'
import { readConfig } from './config'
import { buildDeps } from './deps'
import { packDocs } from './http/docs'
import { metricsDoor } from './http/metrics-door'
import { serve } from './http/serve'
import { admit } from './keys/checks'
import { kinds } from './kinds'
import { watchLookupKey } from './keys/watch'
import { publishTexts } from './modules/agreements/texts'
import { loadWords } from './platform/segmenter'

/** How long requests under way may take once the process was asked to end. */
const drainMs = 8_000

/** The web process: config → keys → deps → texts → app → listen → drain. */
const config = readConfig()
const lookupId = await admit(config.databaseUrl, config)
const deps = buildDeps(config, kinds, { lookupId })
await publishTexts(deps)
// Words are loaded in about a second, which no request should wait for.
loadWords()
const answer = buildApp(deps).callback()
let draining = false
const server = serve((request, response) => {
  // Whoever keeps a connection and keeps asking would keep the process: this answer is the last on it.
  if (draining) response.setHeader('Connection', 'close')
  void answer(request, response)
})
// Thousands may come in one second; who finds no place in this queue has to try again, seconds later.
const backlog = 4_096
server.listen({ port: config.port, host: config.host, backlog }, () =>
  deps.log.info({ port: config.port }, 'listening'),
)

void packDocs()

const metrics = config.metrics && metricsDoor(deps.metrics)
// Where several processes share a machine, each needs a port of its own for its figures; nobody goes without service.
metrics?.on('error', (err) => deps.log.warn({ err }, 'no figures: their port is not to be had'))
metrics?.listen(config.metrics)

async function drain(signal: string): Promise<void> {
  if (draining) return
  draining = true
  stopWatching()
  deps.log.info({ signal }, 'draining')
  deps.streams.close()
  metrics?.close()
  metrics?.closeAllConnections()
  const late = setTimeout(() => server.closeAllConnections(), drainMs)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(late)
  await deps.close()
}

const stopWatching = watchLookupKey(deps, lookupId, () => drain('lookup key changed'))

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain(signal))
process.on('unhandledRejection', (err) => deps.log.error({ err }, 'a promise was dropped'))
