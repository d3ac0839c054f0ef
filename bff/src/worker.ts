import { readConfig } from './config'
import { buildDeps } from './deps'
import { admit } from './keys/checks'
import { kinds } from './kinds'
import { watchLookupKey } from './keys/watch'
import { createLog } from './platform/log'
import { loadWords } from './platform/segmenter'
import { startJobs } from './job-list'

/** The job process: config → keys → deps → jobs → drain. */
const config = readConfig()
const lookupId = await admit(config.databaseUrl, config)
const deps = buildDeps(config, kinds, { log: createLog(config.logLevel, 'worker'), lookupId })
// No job should wait for the words, either.
loadWords()
const worker = await startJobs(deps)
deps.log.info('working')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  stopWatching()
  await worker.stop()
  await deps.close()
}
const stopWatching = watchLookupKey(deps, lookupId, stop)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
