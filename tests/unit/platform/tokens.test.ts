import { createHmac, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../bff/src/platform/problem'
import { accessSeconds, createTokens } from '../../../bff/src/platform/tokens'
import { testClock } from '../../support/app'

const secret = Buffer.alloc(32, 3)
const [account, session] = [randomUUID(), randomUUID()]
const clock = testClock()
const tokens = createTokens(secret, clock)
const seconds = Math.floor(clock.now().getTime() / 1000)

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const accessKey = createHmac('sha256', secret).update('access').digest()

/** Signs anything, as somebody might who has (or guesses) a key. */
function forge(header: object, payload: object, key: Buffer, hash = 'sha256'): string {
  const signed = `${base64(header)}.${base64(payload)}`
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}

const claims = { sub: account, sid: session, iat: seconds, exp: seconds + 600 }
const hs256 = { alg: 'HS256', typ: 'JWT' }
const codeOf = (token: string, by = tokens): string => {
  try {
    by.verify(token)
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'accepted'
}

describe('an access token', () => {
  test('says whose it is and when it ends', () => {
    const { token, expiresAt } = tokens.access(account, session)
    expect(expiresAt).toEqual(new Date((seconds + accessSeconds) * 1000))
    expect(tokens.verify(token)).toEqual({
      accountId: account,
      sessionId: session,
      expires: seconds + accessSeconds,
    })
  })

  test('the forger of this test could make a good one', () => {
    expect(codeOf(forge(hs256, claims, accessKey))).toBe('accepted')
  })

  const refreshKey = createHmac('sha256', secret).update('refresh').digest()
  const good = tokens.access(account, session).token
  const [head = '', body = '', mac = ''] = good.split('.')
  const unsigned = `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`
  test.each([
    ['nothing', ''],
    ['not a token', 'abc'],
    ['three parts of nothing', '..'],
    ['alg none', unsigned],
    ['alg none with the old signature', unsigned + mac],
    [
      'another algorithm with the right key',
      forge({ alg: 'HS512', typ: 'JWT' }, claims, accessKey, 'sha512'),
    ],
    ['another key', forge(hs256, claims, Buffer.alloc(32, 4))],
    ['the secret itself', forge(hs256, claims, secret)],
    ['the key of refresh tokens', forge(hs256, claims, refreshKey)],
    [
      'another payload under the same signature',
      `${head}.${base64({ ...claims, sub: randomUUID() })}.${mac}`,
    ],
    ['a cut signature', good.slice(0, -4)],
    ['no signature', `${head}.${body}.`],
    ['no subject', forge(hs256, { sid: session, exp: claims.exp }, accessKey)],
    ['no session', forge(hs256, { sub: account, exp: claims.exp }, accessKey)],
    ['a session that is not text', forge(hs256, { ...claims, sid: 1 }, accessKey)],
    ['no end', forge(hs256, { sub: account, sid: session }, accessKey)],
    ['a refresh token', tokens.refresh(session, 0)],
  ])('%s is refused', (_, token) => {
    expect(codeOf(token)).toBe('sign_in_required')
  })

  test('ends at its second, also for whoever used it before', () => {
    const time = testClock()
    const [known, fresh] = [createTokens(secret, time), createTokens(secret, time)]
    const { token, expiresAt } = known.access(account, session)
    expect(codeOf(token, known)).toBe('accepted')
    time.set(new Date(expiresAt.getTime() - 1))
    expect(codeOf(token, known)).toBe('accepted')
    time.set(expiresAt)
    for (const each of [known, fresh]) expect(codeOf(token, each)).toBe('session_expired')
  })
})

describe('a refresh token', () => {
  test('names its session and generation, and can be made again', () => {
    const token = tokens.refresh(session, 7)
    expect(tokens.refresh(session, 7)).toBe(token)
    expect(tokens.readRefresh(token)).toEqual({ sessionId: session, generation: 7 })
  })

  test('differs by session, generation and secret', () => {
    const made = [
      tokens.refresh(session, 7),
      tokens.refresh(session, 8),
      tokens.refresh(randomUUID(), 7),
      createTokens(Buffer.alloc(32, 4), clock).refresh(session, 7),
    ]
    expect(new Set(made.map((token) => token.split('.')[2])).size).toBe(made.length)
  })

  const mac = 'm'.repeat(43)
  test.each([
    '',
    'abc',
    `${session}.7`,
    `${session}.-1.${mac}`,
    `${session}.1e3.${mac}`,
    `${session}.1234567890.${mac}`,
    `${session}.7.${mac}m`,
    `${session}.7.${'m'.repeat(42)}`,
    `${session}x.7.${mac}`,
    ` ${session}.7.${mac}`,
    `${session}.7.${mac}\n`,
    tokens.access(account, session).token,
  ])('%j is none', (token) => {
    expect(tokens.readRefresh(token)).toBeUndefined()
  })
})
