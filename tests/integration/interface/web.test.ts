import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemBody } from '../../../bff/contracts/src/problems'
import { testApp } from '../../support/app'
import { raw } from '../../support/raw'

const outside = await mkdtemp(join(tmpdir(), 'linli-web-'))
const web = join(outside, 'h5')
const files = {
  'index.html': '<!doctype html><title>the app</title>',
  'js/app.0a1b2c3d.js': 'hashed()',
  'js/plain.js': 'plain()',
  'css/app.0a1b2c3d.css': 'a{}',
  '.hidden/key.txt': 'hidden secret',
}
const app = await testApp({ LINLI_WEB: web })

beforeAll(async () => {
  for (const folder of ['js', 'css', '.hidden']) await mkdir(join(web, folder), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(web, name), text)
  await writeFile(join(outside, 'secret.txt'), 'outside secret')
  await writeFile(join(outside, 'secret.js'), 'outside secret')
})
afterAll(() => rm(outside, { recursive: true, force: true }))

const get = (path: string, method = 'GET') => raw(app.base, path, { method })

describe('the page', () => {
  test.each([
    '/',
    '/index.html',
    '/pages/home/index',
    '/features/rooms/pages/room?id=1',
    '/pages/',
    '/v1x',
    '/%',
    '/%00',
  ])('%s is the app, and asked for again each time', async (path) => {
    const { status, headers, text } = await get(path)
    expect(status).toBe(200)
    expect(text).toBe(files['index.html'])
    expect(headers['content-type']).toMatch(/^text\/html/)
    expect(headers['cache-control']).toBe('no-cache')
  })

  test('HEAD has its headers alone', async () => {
    const { status, headers, text } = await get('/pages/home/index', 'HEAD')
    expect({ status, text }).toEqual({ status: 200, text: '' })
    expect(headers['content-length']).toBe(String(files['index.html'].length))
  })

  test.each(['POST', 'PUT', 'DELETE'])('%s of a page is no page', async (method) => {
    const { status, headers } = await get('/pages/home/index', method)
    expect(status).toBe(404)
    expect(headers['content-type']).toMatch(/problem\+json/)
  })
})

describe('a file', () => {
  test.each(['/js/app.0a1b2c3d.js', '/css/app.0a1b2c3d.css'])('%s is kept for a year', async (path) => {
    const { status, headers, text } = await get(path)
    expect(status).toBe(200)
    expect(text).toBe(files[path.slice(1) as keyof typeof files])
    expect(headers['content-type']).toMatch(path.endsWith('.js') ? /javascript/ : /^text\/css/)
    expect(headers['cache-control']).toBe('max-age=31536000,immutable')
  })

  test('a name without a hash is asked for again', async () => {
    const { text, headers } = await get('/js/plain.js')
    expect(text).toBe('plain()')
    expect(headers['cache-control']).toBe('no-cache')
  })

  test.each(['/js/gone.0a1b2c3d.js', '/favicon.ico', '/js/app.js'])(
    '%s is missing, not a page',
    async (path) => {
      const { status, text } = await get(path)
      expect(status).toBe(404)
      expect((JSON.parse(text) as ProblemBody).code).toBe('not_found')
    },
  )
})

describe('nothing outside the folder, and nothing hidden in it', () => {
  const climbs = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..\\',
    '..%5c',
    '.%2e/',
    '..%252f',
    '....//',
    '..;/',
  ]
  const wanted = ['secret.txt', 'secret.js', 'etc/passwd']
  const paths = climbs.flatMap((climb) =>
    wanted.flatMap((file) =>
      ['/', '/js/', '//', '/js/./', '/js//'].flatMap((from) =>
        [1, 2, 6].map((n) => from + climb.repeat(n) + file),
      ),
    ),
  )
  test('however the way is written', async () => {
    for (const path of paths) {
      const { status, text } = await get(path)
      expect(text, path).not.toMatch(/secret$|root:/)
      expect([200, 400, 404], path).toContain(status)
      if (status === 200) expect(text, path).toBe(files['index.html'])
    }
  })

  test.each([
    '/.hidden/key.txt',
    '/js/../.hidden/key.txt',
    '/%2ehidden/key.txt',
    '/js/plain.js%00.txt',
    '/js/plain.js\\',
    '//etc/passwd.txt',
    `/${join(outside, 'secret.txt')}`,
    '/js',
  ])('%s', async (path) => {
    const { text } = await get(path)
    expect(text).not.toMatch(/secret$|plain\(\)/)
  })

  test('an absolute address of another host is a path like any other', async () => {
    const { status, text } = await get('http://example.org/../secret.txt')
    expect(status).toBe(404)
    expect(text).not.toContain('secret')
  })
})

describe('a path of the interface is never a page', () => {
  test.each([
    '/v1',
    '/v1/',
    '/v1/nothing',
    '/v1/pages/home',
    '/docs/nothing',
    '/docs/',
    '/openapi.json/x',
    '/healthz/x',
    '/metrics',
  ])('%s', async (path) => {
    const { status, headers, text } = await get(path)
    expect(text).not.toContain('the app')
    if (status !== 200) expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  test.each(['/v1/divisions?parent=53', '/docs', '/openapi.json', '/healthz', '/readyz'])(
    '%s answers as without the app',
    async (path) => {
      const { status, text } = await get(path)
      expect(status).toBe(200)
      expect(text).not.toContain('the app')
    },
  )
})
