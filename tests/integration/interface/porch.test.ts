import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../../bff/contracts/src/catalogue'
import { type ProblemBody, problems } from '../../../bff/contracts/src/problems'
import { testApp } from '../../support/app'
import { raw } from '../../support/raw'
import { here, makeDivisions, makePerson, makeRoom } from '../../support/world'

const app = await testApp()
let token: string

beforeAll(async () => {
  await makeDivisions(app)
  for (let n = 0; n < 20; n++) await makeRoom(app)
  token = (await makePerson(app)).token
})

const get = (path: string, headers: Record<string, string> = {}) => raw(app.base, path, { headers })

/** One request for each way in which an answer is made. */
const ways: [string, number, string, { method?: string; headers?: Record<string, string> }?][] = [
  ['alive', 200, '/healthz'],
  ['ready', 200, '/readyz'],
  ['figures, which have a door of their own', 404, '/metrics'],
  ['the API page', 200, '/docs'],
  ['a file', 200, '/docs/swagger-ui.css'],
  ['an answer', 200, `/v1/divisions/${here}`],
  ['a prepared answer', 200, `/v1/communities/${here}/days/2026-11-25`],
  ['no such path', 404, '/v1/nothing-here'],
  ['no such page', 404, '/nothing-here'],
  ['no such thing', 404, `/v1/rooms/${randomUUID()}`],
  ['nobody signed in', 401, '/v1/me'],
  ['a token that is none', 401, '/v1/me', { headers: { authorization: 'Bearer x' } }],
  ['a wrong method', 405, '/v1/me', { method: 'PUT' }],
  ['a fault', 422, '/v1/rooms?community=x'],
  ['a path that is no text', 422, '/v1/divisions/%ff'],
]

describe.each(ways)('%s', (_, status, path, options) => {
  test(`is ${status}, with a request id of its own and the headers that keep a browser safe`, async () => {
    const given = randomUUID()
    const answers = [1, 2].map(() =>
      raw(app.base, path, { ...options, headers: { 'x-request-id': given, ...options?.headers } }),
    )
    const [one, two] = await Promise.all(answers)
    for (const { headers } of [one, two].filter((answer) => answer !== undefined)) {
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
    }
    expect(one?.status).toBe(status)
    expect(new Set([given, one?.headers['x-request-id'], two?.headers['x-request-id']]).size).toBe(3)
    if (one && status >= 400) {
      expect(one.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(one.headers['cache-control']).toBe('no-store')
      const problem = JSON.parse(one.text) as ProblemBody
      expect(problem).toMatchObject({
        type: `/docs/problems#${problem.code}`,
        title: problems[problem.code].title,
        status,
        requestId: one.headers['x-request-id'],
      })
    }
    expect(app.logged()).toContain(String(one?.headers['x-request-id']))
  })
})

describe('a path with a method that it does not have', () => {
  const endpoints = Object.values(catalogue)
  test.each([...new Set(endpoints.map(({ path }) => path))])('%s', async (path) => {
    const address = path.replace(/:\w+/g, 'x')
    const answers = (e: { path: string }) => new RegExp(`^${e.path.replace(/:\w+/g, '[^/]+')}$`).test(address)
    const methods = [...new Set<string>(endpoints.filter(answers).map((e) => e.method))]
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((m) => !methods.includes(m))) {
      const { status, headers, text } = await raw(app.base, `/v1${address}`, { method })
      expect({ method, status }).toEqual({ method, status: 405 })
      expect((JSON.parse(text) as ProblemBody).code).toBe('method_not_allowed')
      const allowed = (headers.allow ?? '').split(', ')
      expect(allowed.filter((each) => each !== 'HEAD').sort()).toEqual([...methods].sort())
    }
  })
})

describe('the readable page', () => {
  test('everything it loads is ours and answers', async () => {
    const page = await get('/docs')
    expect(page.headers['content-type']).toMatch(/^text\/html/)
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
    expect(parts).toHaveLength(3)
    for (const part of parts) {
      expect(part).toMatch(/^\/docs\//)
      const { status, headers, bytes } = await get(part)
      expect({ part, status }).toEqual({ part, status: 200 })
      expect(headers['content-type']).toMatch(part.endsWith('.css') ? /^text\/css/ : /javascript/)
      expect(bytes.length).toBeGreaterThan(50)
    }
    expect((await get('/docs/start.js')).text).toContain('/openapi.json')
  })

  test('has one line for every problem, where its type leads', async () => {
    const { text } = await get('/docs/problems')
    for (const [code, { status, title }] of Object.entries(problems)) {
      expect(text).toContain(`id="${code}"`)
      expect(text).toContain(`<code>${code}</code> · ${status}</dt><dd>${title}</dd>`)
    }
  })
})

describe('a big answer', () => {
  test.each([
    ['text', '/openapi.json'],
    ['a list', `/v1/rooms?community=${here}`],
    ['a prepared view', `/v1/communities/${here}/days/2026-11-25`],
  ])('%s is packed for whoever takes it, and the same', async (_, path) => {
    const plain = await get(path)
    const packed = await get(path, { 'accept-encoding': 'gzip' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.headers.vary).toMatch(/accept-encoding/i)
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2)
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true)
  })

  test('a small one is not', async () => {
    const answer = await get('/v1/me', { 'accept-encoding': 'gzip', authorization: `Bearer ${token}` })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-encoding']).toBeUndefined()
  })
})
