/** What is kept in memory, and what a slow or a big body gets. */
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { metricsDoor } from '../../../bff/src/http/metrics-door'
import { serve } from '../../../bff/src/http/serve'
import { testApp } from '../../support/app'
import { raw } from '../../support/raw'

const app = await testApp()
const servers = new Set<ReturnType<typeof serve>>()
afterAll(() => {
  for (const server of servers) server.closeAllConnections()
  for (const server of servers) server.close()
})

async function listen(server: ReturnType<typeof serve>): Promise<string> {
  servers.add(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe.each(['/openapi.json', '/docs/problems', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js'])(
  '%s',
  (path) => {
    const get = (headers: Record<string, string> = {}, method = 'GET') =>
      raw(app.base, path, { headers, method })

    test('is packed as it is taken, each packing with a name of its own', async () => {
      const [plain, gz, br, none] = await Promise.all([
        get(),
        get({ 'accept-encoding': 'gzip' }),
        get({ 'accept-encoding': 'gzip, deflate, br' }),
        get({ 'accept-encoding': 'br;q=0, gzip;q=0' }),
      ])
      expect(gunzipSync(gz.bytes).equals(plain.bytes)).toBe(true)
      expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true)
      expect(none.bytes.equals(plain.bytes)).toBe(true)
      expect([plain, gz, br].map(({ headers }) => headers['content-encoding'])).toEqual([
        undefined,
        'gzip',
        'br',
      ])
      expect(new Set([plain, gz, br].map(({ headers }) => headers.etag)).size).toBe(3)
      for (const { headers, bytes } of [plain, gz, br, none]) {
        expect(headers.etag).toMatch(/^"[\w-]+"$/)
        expect(headers.vary).toMatch(/accept-encoding/i)
        expect(headers['content-length']).toBe(String(bytes.length))
        expect(headers['cache-control']).toMatch(/no-cache|max-age/)
      }
    })

    test('is not sent again to whoever has it', async () => {
      const { headers } = await get({ 'accept-encoding': 'br' })
      const etag = headers.etag ?? ''
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await get({ 'accept-encoding': 'br', 'if-none-match': known })
        expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag])
        expect(again.headers['content-encoding']).toBeUndefined()
      }
      expect((await get({ 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200)
    })

    test('HEAD has the headers alone, and a range is sent whole', async () => {
      const [whole, head] = await Promise.all([get(), get({}, 'HEAD')])
      expect([head.status, head.bytes.length]).toEqual([200, 0])
      expect(head.headers['content-length']).toBe(String(whole.bytes.length))
      const part = await get({ range: 'bytes=0-9' })
      expect([part.status, part.bytes.length]).toEqual([200, whole.bytes.length])
      expect(part.headers['accept-ranges']).toBe('none')
    })
  },
)

describe('a slow caller', () => {
  /** @returns what the server said, and after how long it had hung up */
  async function slowly(first: string, then: string): Promise<{ said: string; ms: number }> {
    const base = await listen(
      serve(
        (request, response) => {
          request.resume().on('end', () => response.end('whole'))
        },
        { headersMs: 150, requestMs: 400, formMs: 900, lookMs: 25 },
      ),
    )
    const start = performance.now()
    const socket = connect(Number(new URL(base).port), '127.0.0.1')
    socket.write(first)
    const drip = setInterval(() => void (socket.writable && socket.write(then)), 20)
    let said = ''
    socket.on('data', (part: Buffer) => void (said += part.toString()))
    socket.on('error', () => undefined)
    await new Promise<void>((resolve) => socket.once('close', () => resolve()))
    clearInterval(drip)
    return { said, ms: performance.now() - start }
  }

  test('of headers is let go after the time for headers', async () => {
    const { said, ms } = await slowly('GET / HTTP/1.1\r\nHost: x\r\n', 'X: x\r\n')
    expect(said).toMatch(/^HTTP\/1.1 408 .*request_timeout/s)
    expect(ms).toBeGreaterThan(140)
    expect(ms).toBeLessThan(390)
  })

  test('of a body is let go after the time for all of it, however steadily it drips', async () => {
    const { said, ms } = await slowly('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n', 'x')
    expect(said).toMatch(/^HTTP\/1.1 408 .*request_timeout/s)
    expect(ms).toBeGreaterThan(390)
    expect(ms).toBeLessThan(2_000)
  })

  test('of a form, which holds a file, has longer, and is let go then', async () => {
    const form = 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9999\r\n\r\n'
    const { said, ms } = await slowly(`POST / HTTP/1.1\r\nHost: x\r\n${form}`, 'x')
    expect(said).toMatch(/^HTTP\/1.1 408 .*request_timeout/s)
    expect(ms).toBeGreaterThan(890)
    expect(ms).toBeLessThan(3_000)
  })

  test('is promised what the server is set to: headers in ten seconds, a form in three minutes', () => {
    const server = serve(() => undefined)
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 180_000])
  })
})

test('a body that is too long is refused, and its connection ends', async () => {
  const { status, headers, text } = await raw(app.base, '/v1/phone-codes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'keep-alive' },
    body: JSON.stringify({ phone: 'x'.repeat(40_000) }),
  })
  expect([status, headers.connection]).toEqual([413, 'close'])
  expect(text).toContain('body_too_large')
})

test('the figures are at a door of their own, and not at the public one', async () => {
  expect((await raw(app.base, '/metrics')).status).toBe(404)
  const base = await listen(metricsDoor(app.deps.metrics))
  const { status, text } = await raw(base, '/metrics')
  expect(status).toBe(200)
  expect(text).toContain('linli_request_seconds')
  expect((await raw(base, '/')).status).toBe(404)
  expect((await raw(base, '/metrics', { method: 'POST' })).status).toBe(404)
})

test('a browser is told to stay with https only where people come by https', async () => {
  const safe = await testApp({ LINLI_PUBLIC_URL: 'https://linli.example' })
  const [plain, secure] = [await raw(app.base, '/docs'), await raw(safe.base, '/docs')]
  expect(plain.headers['strict-transport-security']).toBeUndefined()
  expect(secure.headers['strict-transport-security']).toMatch(/^max-age=31536000/)
  for (const { headers } of [plain, secure]) {
    expect(headers['permissions-policy']).toContain('camera=()')
    // Chromium does not know it, and says so on every page.
    expect(headers['permissions-policy']).not.toContain('bluetooth')
    // How far away a room is: the device says where it is once its person taps.
    expect(headers['permissions-policy']).toContain('geolocation=(self)')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  }
})
