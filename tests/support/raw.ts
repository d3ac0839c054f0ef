import { type Agent, request, type IncomingHttpHeaders } from 'node:http'

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
}

interface Options {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Without one the connection is the request's own. */
  agent?: Agent
}

/** One HTTP request exactly as written: `fetch` would tidy the path and unpack the answer. */
export function raw(base: string, path: string, { body, ...options }: Options = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, agent: false as const, ...options }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => void parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString() })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
