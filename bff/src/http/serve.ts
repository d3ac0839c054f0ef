import { randomUUID } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  STATUS_CODES,
} from 'node:http'
import type { Socket } from 'node:net'
import { type ProblemCode, problems } from '@linli/contracts/problems'
import { bodyOf } from './problem-json'

const byParserCode: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

export interface Patience {
  /** Until the headers are there. */
  headersMs: number
  /** Until all of the request is there, its body too. */
  requestMs: number
  /** The same of a form, which is a file on its way over a slow network. */
  formMs: number
  /** How often is looked for those whose time is over: they get so much more at most. */
  lookMs: number
}

const patience: Patience = { headersMs: 10_000, requestMs: 15_000, formMs: 180_000, lookMs: 1_000 }

/**
 * The server around the app. What never becomes a request (an address of 20 kB, half a header, no HTTP at all) gets the
 * same kind of answer as every other refusal, and its connection ends. Nothing of it is logged: it may hold a token.
 */
export function serve(
  answer: RequestListener,
  { headersMs, requestMs, formMs, lookMs }: Patience = patience,
): Server {
  const server = createServer({ connectionsCheckingInterval: lookMs }, (request, response) => {
    if (!isForm(request)) limitTime(server, request, requestMs)
    answer(request, response)
  })
  // The smaller one first: Node exchanges them where the time for headers is the longer one.
  server.headersTimeout = headersMs
  server.requestTimeout = formMs
  // Longer than proxies keep an idle connection: whoever hangs up last never does so on a request that is on its way.
  server.keepAliveTimeout = 75_000
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Who has gone hears nothing; who stays without hanging up does not keep the connection.
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else socket.end(rawAnswer(byParserCode[error.code ?? ''] ?? 'malformed_request'), () => socket.destroy())
  })
  return server
}

const isForm = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')

/** As the server's own time for a request, which has to be that of the longest. */
function limitTime(server: Server, request: IncomingMessage, ms: number): void {
  const { headers, socket } = request
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length'] ?? 0)) return
  const late = setTimeout(() => {
    const error = Object.assign(new Error('a body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    if (!request.complete) server.emit('clientError', error, socket)
  }, ms)
  for (const event of ['end', 'close']) request.once(event, () => clearTimeout(late))
}

function rawAnswer(code: ProblemCode): string {
  const { status } = problems[code]
  const requestId = randomUUID()
  const body = JSON.stringify(bodyOf(code, requestId))
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    '',
    body,
  ].join('\r\n')
}
