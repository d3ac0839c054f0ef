/** The local Redis: the machine's own `redis-server` when there is one, otherwise the one in JavaScript. */
import { spawn } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openLog } from './log-file'
import { hasProgram } from './debian'
import { freePort } from './ports'
import type { LocalServer } from './postgres'
import { commandOf, eventually } from './processes'
import { supervise } from './supervise'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** True when the server on this port speaks Redis. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => socket.write('PING\r\n'))
    socket.on('data', (data) => end(String(data).startsWith('+PONG')))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}

/** A `redis-server` that outlived its killed launcher is ended; it holds nothing that lasts. */
async function stopLeftover(pidFile: string): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''))
  if (pid && commandOf(pid)?.includes('redis-server')) process.kill(pid, 'SIGKILL')
}

/**
 * Starts Redis on 127.0.0.1 and keeps it running until `stop`. Nothing is written to disk: Redis holds only what
 * can be rebuilt (docs/product.md › Rule 9). `port`: the one to come back on.
 * @throws when it does not answer within 20 s; the message names its log
 */
export async function startRedis(folder: string, { databases = 16, port = 0 } = {}): Promise<LocalServer> {
  await mkdir(folder, { recursive: true })
  const pidFile = join(folder, 'redis.pid')
  const log = join(folder, 'redis.log')
  await stopLeftover(pidFile)
  const address = port || (await freePort())
  const native = ['--port', address, '--bind', '127.0.0.1', '--dir', folder, '--pidfile', pidFile]
  native.push('--save', '', '--appendonly', 'no', '--databases', databases)
  const inNode = ['--import', here('leash.mjs'), here('redis-in-node.mjs'), address, databases]
  const [command, args] = hasProgram('redis-server') ? ['redis-server', native] : [process.execPath, inNode]
  const start = () => {
    const out = openLog(log)
    const ipc = command === process.execPath ? (['ipc'] as const) : []
    return spawn(command, args.map(String), { detached: true, stdio: ['ignore', out, out, ...ipc] })
  }
  const server = supervise({ name: 'Redis', start, patience: 5000 })
  if (!(await eventually(() => answers(address), 20_000))) {
    await server.stop()
    throw new Error(`Redis does not start; its log is ${log}`)
  }
  return { url: `redis://127.0.0.1:${address}`, stop: () => server.stop() }
}
