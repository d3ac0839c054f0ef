import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ProblemBody, type ProblemCode, problems } from '../../../bff/contracts/src/problems'
import { writeCursor } from '../../../bff/src/platform/cursor'
import { testApp } from '../../support/app'
import { raw, type RawAnswer } from '../../support/raw'
import { snapshot } from '../../support/snapshot'
import { book } from '../../support/story'
import { here, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let staff: Person
let roomId: string
let caseId: string
let before: Record<string, string>

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
  roomId = await makeRoom(app)
  caseId = (await book(app, await makePerson(app), wish(roomId))).id
})
beforeEach(async () => {
  before = await snapshot(app.database.pool)
})

interface Raw {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Signed in and with a key, so that only what a test breaks is broken. */
function send({ method = 'POST', path, headers, ...rest }: Raw): Promise<RawAnswer> {
  const good = {
    authorization: `Bearer ${staff.token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
  return raw(app.base, path, { method, headers: { ...good, ...headers }, ...rest })
}

async function expectRefused(sent: Raw, code: ProblemCode): Promise<ProblemBody> {
  const { status, headers, text } = await send(sent)
  const problem = JSON.parse(text) as ProblemBody
  expect({ status, code: problem.code }).toEqual({ status: problems[code].status, code })
  expect(headers['content-type']).toContain('application/problem+json')
  expect(problem).toMatchObject({ title: problems[code].title, requestId: expect.any(String) as string })
  expect(await snapshot(app.database.pool)).toEqual(before)
  return problem
}

const bookings = '/v1/bookings'
const good = (): string => JSON.stringify(wish(roomId))
const marker = 'a-private-sentence-in-a-broken-body'

describe('a body that cannot be read', () => {
  test.each([
    ['cut off', `{"roomId": "${marker}`],
    ['a stray comma', `{"roomId": "${marker}",}`],
    ['not JSON', `roomId=${marker}`],
    ['text alone', `"${marker}"`],
    ['null', 'null'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x00])],
    ['a changed prototype', `{"__proto__": {"roomId": "${marker}"}}`],
    ['ten thousand open brackets', '['.repeat(10_000)],
  ])('%s', async (_, body) => {
    await expectRefused({ path: bookings, body }, 'malformed_request')
    expect(app.logged()).not.toContain(marker)
  })

  test('longer than 32 kB, also when it does not say how long it is', async () => {
    const body = JSON.stringify({ ...wish(roomId), note: marker.repeat(1_000) })
    await expectRefused({ path: bookings, body }, 'body_too_large')
    await expectRefused(
      { path: bookings, body, headers: { 'transfer-encoding': 'chunked' } },
      'body_too_large',
    )
    expect(app.logged()).not.toContain(marker)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'nonsense',
  ])('as %s, also where the endpoint needs nothing of it', async (type) => {
    const headers = { 'content-type': type }
    await expectRefused({ path: bookings, body: good(), headers }, 'unsupported_media_type')
    await expectRefused(
      { path: `${bookings}/${caseId}/confirm`, body: '{}', headers },
      'unsupported_media_type',
    )
  })

  test('packed in a way that nobody offered', async () => {
    const headers = { 'content-encoding': 'rot13' }
    await expectRefused({ path: bookings, body: good(), headers }, 'unsupported_media_type')
  })

  test.each(['gzip', 'deflate', 'br'])('said to be packed as %s, and not', async (encoding) => {
    const headers = { 'content-encoding': encoding }
    await expectRefused({ path: bookings, body: good(), headers }, 'malformed_request')
    await expectRefused({ path: bookings, body: '', headers }, 'malformed_request')
    await expectRefused(
      { path: bookings, body: gzipSync(good()).subarray(0, 40), headers },
      'malformed_request',
    )
  })

  test('packed small and unpacked large', async () => {
    const headers = { 'content-encoding': 'gzip' }
    const body = gzipSync(JSON.stringify({ ...wish(roomId), note: 'x'.repeat(40_000_000) }))
    await expectRefused({ path: bookings, body, headers }, 'body_too_large')
  })
})

describe('an Idempotency-Key that is none', () => {
  test.each([
    '',
    'short',
    'x'.repeat(65),
    'spaces in it',
    '钥匙钥匙钥匙钥匙',
    "'; DROP TABLE x",
    'a,b,c,d,e,f',
  ])('%j', async (key) => {
    const headers = { 'idempotency-key': encodeURI(key) === key ? key : Buffer.from(key).toString('latin1') }
    const { errors } = await expectRefused({ path: bookings, body: good(), headers }, 'invalid_request')
    expect(errors?.map((e) => e.path)).toEqual(['headers.idempotency-key'])
  })

  test('is named beside the faults of the other parts', async () => {
    const sent = { path: `${bookings}/no-id/refuse`, body: '{}', headers: { 'idempotency-key': '?' } }
    const { errors } = await expectRefused(sent, 'invalid_request')
    expect(errors?.map((e) => e.path).sort()).toEqual(['body.note', 'headers.idempotency-key', 'params.id'])
  })
})

describe('a cursor that is not one of ours', () => {
  const lists = ['/v1/cases?', '/v1/notices?', '/v1/me/access-records?', `/v1/desk/cases?division=${here}&`]
  const id = randomUUID()
  const wrong: [string, string][] = [
    ['no JSON', Buffer.from('not json').toString('base64url')],
    ['no list', writeCursor('x' as unknown as [])],
    ['too short', writeCursor([])],
    ['a time that is none', writeCursor(['2026-99-99T00:00:00Z', id])],
    ['a time beyond the calendar', writeCursor(['9999-99-31T23:59:59Z', id])],
    ['an id that is none', writeCursor(['2026-11-23T00:00:00Z', "'; DROP TABLE cases"])],
    ['one too many', writeCursor(['2026-11-23T00:00:00Z', id, 1])],
    ['numbers', writeCursor([1e300, -1])],
    ['another list’s', writeCursor([0, here, 1, id])],
  ]
  const cells = lists.flatMap((list) => wrong.map(([what, cursor]) => [list, what, cursor] as const))
  test.each(cells)('%s %s', async (list, _, cursor) => {
    const { errors } = await expectRefused(
      { method: 'GET', path: `${list}cursor=${cursor}` },
      'invalid_request',
    )
    expect(errors?.map((e) => e.path)).toEqual(['query.cursor'])
  })

  test('of the rooms', async () => {
    for (const place of [
      [9e9, here, 1, id],
      [0, "o'hare", 1, id],
      [0, here, 1.5, id],
      [0, here, 1, 'x'],
      ['0'],
    ]) {
      const path = `/v1/rooms?community=${here}&cursor=${writeCursor(place)}`
      await expectRefused({ method: 'GET', path }, 'invalid_request')
    }
  })
})

describe('a path or method that is nobody’s', () => {
  test.each([
    ['GET', '/v1/nothing', 'not_found'],
    ['GET', '/v1', 'not_found'],
    ['GET', '/v1/rooms/', 'invalid_request'],
    ['GET', '/v1/divisions/%', 'invalid_request'],
    ['GET', '/v1/divisions/%E0%A4%A', 'invalid_request'],
    ['GET', '/v1/divisions/%00', 'invalid_request'],
    ['GET', '/v1/divisions/..%2f..%2fetc', 'invalid_request'],
    ['GET', `/v1/rooms?community=${here}&community=${here}`, 'invalid_request'],
    ['GET', `/v1/rooms?community[$ne]=1`, 'invalid_request'],
    ['PUT', '/v1/bookings', 'method_not_allowed'],
    ['DELETE', '/v1/bookings', 'method_not_allowed'],
    ['PATCH', '/v1/me', 'method_not_allowed'],
    ['GET', '/v1/sessions/wechat', 'method_not_allowed'],
    ['OPTIONS', '/v1/cases', 'method_not_allowed'],
    ['TRACE', '/v1/cases', 'method_not_allowed'],
  ] as [string, string, ProblemCode][])('%s %s', async (method, path, code) => {
    await expectRefused({ method, path }, code)
  })
})
