import { createServer } from 'node:net'

/** True when nobody listens on the port. Asked without an address, as the app will listen on all of them. */
export function portIsFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/**
 * A free port of this machine, from 15000 up. Below 32768 nothing is handed out by the kernel for outgoing
 * connections, so the port is still free when the server that wants it starts, and when it starts again.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = 15000 + Math.floor(Math.random() * 15000)
    if (await portIsFree(port, '127.0.0.1')) return port
  }
  throw new Error('No free port between 15000 and 30000.')
}
