import { createServer } from 'node:http'
import { buildApp } from './app'
import { readConfig } from './config'
import { buildDeps } from './deps'

/** The web process: config → deps → app → listen → drain. */
const config = readConfig()
const deps = buildDeps(config)
const answer = buildApp(deps).callback()
const server = createServer((request, response) => void answer(request, response))
server.requestTimeout = 15_000
server.listen(config.port, config.host, () => deps.log.info({ port: config.port }, 'listening'))

let draining = false
async function drain(signal: string): Promise<void> {
  if (draining) return
  draining = true
  deps.log.info({ signal }, 'draining')
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  await deps.close()
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain(signal))
process.on('unhandledRejection', (err) => deps.log.error({ err }, 'a promise was dropped'))
