import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleServer } from '../../bff/local/build'
import { freePort } from '../../bff/local/ports'
import { eventually } from '../../bff/local/processes'
import { testKeys } from './keys'
import { asService } from './templates'

const dist = fileURLToPath(new URL('../../bff/dist/', import.meta.url))

/** One of the two real processes, from the bundle, that can be killed and started again on the same port. */
export interface RealProcess {
  base: string
  pid(): number
  /** `kill -9`, and a new one at once. */
  killAndRestart(): void
  ready(): Promise<void>
  stop(): Promise<void>
  output(): string
}

export interface Urls {
  databaseUrl: string
  redisUrl: string
}

export async function realProcess(
  entry: 'main' | 'worker',
  { databaseUrl, redisUrl }: Urls,
  extra: NodeJS.ProcessEnv = {},
): Promise<RealProcess> {
  await bundled
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    ...testKeys,
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: asService(databaseUrl),
    REDIS_URL: redisUrl,
    LINLI_RATE_SCALE: '100000',
    LINLI_LOG: 'info',
    LINLI_METRICS_PORT: '0',
    ...extra,
  }
  let output = ''
  let child: ChildProcess
  const start = (): void => {
    child = spawn(process.execPath, [`${dist}${entry}.js`], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout?.on('data', (chunk: Buffer) => void (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => void (output += chunk.toString()))
  }
  const ended = (): Promise<unknown> =>
    child.exitCode === null && child.signalCode === null
      ? new Promise((resolve) => child.once('exit', resolve))
      : Promise.resolve()
  start()
  return {
    base,
    pid: () => child.pid ?? 0,
    killAndRestart() {
      child.once('exit', start)
      child.kill('SIGKILL')
    },
    async ready() {
      const answers = (): Promise<boolean> =>
        fetch(`${base}/healthz`).then(
          (r) => r.ok,
          () => false,
        )
      const ok = await eventually(
        entry === 'main' ? answers : () => Promise.resolve(output.includes('working')),
        30_000,
      )
      if (!ok) throw new Error(`${entry} does not start:\n${output}`)
    },
    async stop() {
      const end = ended()
      child.kill('SIGTERM')
      await end
    },
    output: () => output,
  }
}

/** Once a test process, however many processes it starts. */
const bundled = bundleServer()
