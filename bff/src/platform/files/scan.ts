/** Looks for what is known to be harmful, where somebody runs ClamAV beside us. */
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** `unknown`: nobody looked, as no scanner is configured. */
export type Verdict = 'clean' | 'infected' | 'unknown'

/** @throws ScannerAway where one is configured and gives no verdict: then nothing passes */
export type Scan = (content: Readable) => Promise<Verdict>

export class ScannerAway extends Error {
  constructor(cause: unknown) {
    super('the scanner gives no verdict', { cause })
    this.name = 'ScannerAway'
  }
}

export const noScan: Scan = (content) => {
  content.destroy()
  return Promise.resolve('unknown')
}

const silenceMs = 30_000
const longestReply = 4_096

/** @param where `host:port`, or the path of a socket */
export function createClamScan(where: string): Scan {
  const [, host, port] = /^(\[[^\]]+\]|[^/:]+):(\d{1,5})$/.exec(where) ?? []
  const address: NetConnectOpts =
    host && port ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } : { path: where }
  return async (content) => {
    const socket = connect(address)
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('silent')))
    try {
      const reply = replyOf(socket)
      reply.catch(() => {})
      await Promise.race([send(socket, content), reply])
      return verdictOf(await reply)
    } catch (error) {
      throw error instanceof ScannerAway ? error : new ScannerAway(error)
    } finally {
      content.destroy()
      socket.destroy()
    }
  }
}

/** The command INSTREAM of clamd: pieces with their lengths, the last one empty. */
async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of content) {
    const bytes = piece as Buffer
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    await write(socket, Buffer.concat([length, bytes]))
  }
  await write(socket, Buffer.alloc(4))
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())))

const replyOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    socket.on('data', (bytes: Buffer) => {
      said += bytes.toString('latin1')
      if (said.includes('\0') || said.length > longestReply) resolve(said)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(said))
  })

function verdictOf(reply: string): Verdict {
  if (/^stream: OK\0/.test(reply)) return 'clean'
  if (/^stream: .+ FOUND\0/.test(reply)) return 'infected'
  throw new ScannerAway('no verdict')
}
