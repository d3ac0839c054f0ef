import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Gate {
  /** The server behind, reached through the gate. */
  url: string
  /** Ends every connection and lets no new one through, as a server that is gone. */
  shut(): void
  open(): void
}

/** A door in front of a server, so that one test file can lose it while the others keep it. */
export async function gateTo(target: string): Promise<Gate> {
  const behind = new URL(target)
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((near) => {
    if (!isOpen) return void near.destroy()
    const far = connect({ host: behind.hostname, port: Number(behind.port) })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  const shut = (): void => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  afterAll(async () => {
    shut()
    await new Promise((resolve) => server.close(resolve))
  })
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return { url: url.href, shut, open: () => void (isOpen = true) }
}
