import { readConfig } from './config'
import { buildDeps } from './deps'
import { createLog } from './platform/log'
import { startWorker } from './work'

/** The job process: config → deps → jobs → drain. */
const config = readConfig()
const deps = buildDeps(config, { log: createLog(config.logLevel, 'worker') })
const worker = await startWorker(deps)
deps.log.info('working')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await worker.stop()
  await deps.close()
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
