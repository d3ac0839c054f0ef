import { Agent } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ProblemBody, problems } from '../../../bff/contracts/src/problems'
import { serve } from '../../../bff/src/http/serve'
import { testApp } from '../../support/app'
import { raw } from '../../support/raw'

const app = await testApp()
const marker = 'a-private-sentence'

describe('what never becomes a request', () => {
  test('an address that is too long', async () => {
    const { status, headers, text } = await raw(app.base, `/v1/rooms?community=${marker.repeat(1_000)}`)
    const problem = JSON.parse(text) as ProblemBody
    expect({ status, code: problem.code }).toEqual({ status: 431, code: 'headers_too_large' })
    expect(headers['content-type']).toContain('application/problem+json')
    expect(problem).toMatchObject({
      title: problems.headers_too_large.title,
      requestId: headers['x-request-id'],
    })
  })

  test('a header that is too long, on a connection that was answered before', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = (headers: Record<string, string>) =>
      raw(app.base, '/v1/rooms?community=x', { method: 'GET', headers, agent })
    expect((await ask({})).status).toBe(422)
    const { status, text } = await ask({ 'x-long': marker.repeat(1_000) })
    expect({ status, code: (JSON.parse(text) as ProblemBody).code }).toEqual({
      status: 431,
      code: 'headers_too_large',
    })
    agent.destroy()
  })

  test('no HTTP at all', async () => {
    const answer = await sendBytes(app.base, `${marker}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain(problems.malformed_request.title)
  })

  test('a request that does not come to its end', async () => {
    const server = serve(() => {})
    server.on('connection', (socket) =>
      server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const answer = await sendBytes(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'GET / HTT')
    // The other side has not hung up; it keeps no connection all the same.
    const open = promisify(server.getConnections.bind(server))
    await expect.poll(open).toBe(0)
    server.close()
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(answer).toContain(problems.request_timeout.title)
  })

  test('leaves no trace in the log', () => {
    expect(app.logged()).not.toContain(marker)
  })
})

/** What comes back for some bytes; this side never hangs up by itself. */
function sendBytes(base: string, bytes: string): Promise<string> {
  const { hostname: host, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = connect({ host, port: Number(port), allowHalfOpen: true }, () => socket.write(bytes))
    socket
      .on('data', (part: Buffer) => void parts.push(part))
      .on('error', reject)
      .on('end', () => resolve(Buffer.concat(parts).toString()))
    onTestFinished(() => void socket.destroy())
  })
}
