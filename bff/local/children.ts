/** The two processes of Linli, web and worker, as children of the launcher. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLog } from './log-file'
import { root } from './paths'
import { eventually } from './processes'
import { supervise, type Supervised } from './supervise'

const leash = join(root, 'bff/local/leash.mjs')

export interface ChildOptions {
  /** `main` answers requests, `worker` runs jobs. */
  entry: 'main' | 'worker'
  env: NodeJS.ProcessEnv
  /** A file for its log lines; without one they go to the terminal. */
  log?: string
  /** Run the sources instead of the bundle. */
  sources?: boolean
}

/** Starts one of the two processes and keeps it running. */
export function startChild({ entry, env, log, sources = false }: ChildOptions): Supervised {
  const args = sources
    ? ['--import', leash, '--import', 'tsx', join(root, `bff/src/${entry}.ts`)]
    : ['--import', leash, '--enable-source-maps', join(root, `bff/dist/${entry}.js`)]
  const start = () => {
    const out = log ? openLog(log) : 'inherit'
    return spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', out, out, 'ipc'] })
  }
  return supervise({ name: entry === 'main' ? 'The server' : 'The worker', start })
}

/**
 * Waits until the web process says that it can serve.
 * @param started when given, its end before that is told with the end of its log
 * @throws then, and after a minute
 */
export async function waitUntilReady(
  port: number,
  started?: { web: Supervised; log: string },
): Promise<void> {
  await Promise.race([answers(port), ...(started ? [endOf(started)] : [])])
}

async function answers(port: number): Promise<void> {
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    await answer?.body?.cancel()
    return answer?.ok ?? false
  }
  if (!(await eventually(ready, 60_000))) throw new Error('The server does not become ready.')
}

async function endOf({ web, log }: { web: Supervised; log: string }): Promise<never> {
  await web.firstEnd
  const lines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n')
  throw new Error(`The server does not start. The end of its log:\n${lines.slice(-8).join('\n')}`)
}
