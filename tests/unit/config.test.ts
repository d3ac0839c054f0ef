import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../bff/src/config'
import { keyNamed } from '../support/keys'

const key = (n: number): string => keyNamed(`${n}`)
const bytes = (n: number): Buffer => Buffer.from(key(n), 'base64')
const good = {
  DATABASE_URL: 'postgresql://linli@127.0.0.1/linli',
  REDIS_URL: 'redis://127.0.0.1/0',
  LINLI_FIELD_KEYS: `k2:${key(2)},k1:${key(1)}`,
  LINLI_LOOKUP_KEYS: `l1:${key(3)}`,
  LINLI_TOKEN_KEY: key(4),
}
const messageOf = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env)
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

test('only what has no default is needed; nothing is shown or checked unless asked for', () => {
  expect(readConfig(good)).toMatchObject({
    port: 8080,
    demo: false,
    trustProxy: false,
    rateScale: 1,
    checkReplies: false,
    web: undefined,
    wechat: undefined,
    logLevel: 'info',
  })
})

test('keys are read as bytes, the first field key first', () => {
  const { fieldKeys, lookupKeys, tokenKey } = readConfig(good)
  expect([...fieldKeys]).toEqual([
    ['k2', bytes(2)],
    ['k1', bytes(1)],
  ])
  expect([...lookupKeys]).toEqual([['l1', bytes(3)]])
  expect(tokenKey).toEqual(bytes(4))
})

test('the one lookup key of earlier versions is a ring of one; both variables at once are not guessed about', () => {
  const { LINLI_LOOKUP_KEYS: _, ...before } = good
  expect([...readConfig({ ...before, LINLI_LOOKUP_KEY: key(3) }).lookupKeys]).toEqual([['first', bytes(3)]])
  expect(messageOf({ ...good, LINLI_LOOKUP_KEY: key(3) })).toMatch(/LINLI_LOOKUP_KEY .*LINLI_LOOKUP_KEYS/)
})

describe('a key that is none', () => {
  const weak = [
    ...[0, 1, 7, 255].map((byte) => Buffer.alloc(32, byte)),
    Buffer.from('0123456701234567'.repeat(2)),
    Buffer.concat([Buffer.alloc(24), randomBytes(8)]),
  ].map((each) => each.toString('base64'))
  test.each(Object.keys(good).filter((name) => name.endsWith('KEYS') || name.endsWith('KEY')))(
    'in %s is refused',
    (name) => {
      for (const each of weak) {
        const value = name === 'LINLI_TOKEN_KEY' ? each : `x1:${each}`
        const message = messageOf({ ...good, [name]: value })
        expect(message).toContain(name)
        expect(message).not.toContain(each)
      }
    },
  )

  test('is also one that is used twice, in whichever two places', () => {
    const places = ['k1', 'k2', 'l1', 'l2', 'token'] as const
    for (const [at, one] of places.entries())
      for (const other of places.slice(at + 1)) {
        const of = (place: string): string => keyNamed(place === other ? one : place)
        const message = messageOf({
          ...good,
          LINLI_FIELD_KEYS: `k1:${of('k1')},k2:${of('k2')}`,
          LINLI_LOOKUP_KEYS: `l1:${of('l1')},l2:${of('l2')}`,
          LINLI_TOKEN_KEY: of('token'),
        })
        expect(message, `${one} and ${other}`).toContain('the same key')
        expect(message).not.toContain(keyNamed(one))
      }
  })

  test('and so is an id that is used twice', () => {
    expect(messageOf({ ...good, LINLI_FIELD_KEYS: `k1:${key(1)},k1:${key(2)}` })).toContain(
      'LINLI_FIELD_KEYS',
    )
  })
})

describe('each variable that is needed', () => {
  test.each(Object.keys(good))('%s is named when it is missing or empty', (name) => {
    for (const value of [undefined, '']) {
      const message = messageOf({ ...good, [name]: value })
      expect(message).toContain(name)
      for (const other of Object.keys(good).filter((n) => n !== name)) expect(message).not.toContain(other)
    }
  })
})

describe('each variable that is malformed is named, without its value', () => {
  test.each([
    ['DATABASE_URL', 'mysql://user:hunter2@host/db'],
    ['REDIS_URL', 'http://:hunter2@host'],
    ['LINLI_FIELD_KEYS', 'hunter2'],
    ['LINLI_FIELD_KEYS', `k1:${key(1).slice(4)}`],
    ['LINLI_FIELD_KEYS', `k1:${key(1)},`],
    ['LINLI_FIELD_KEYS', key(1)],
    ['LINLI_LOOKUP_KEYS', 'hunter2'],
    ['LINLI_LOOKUP_KEYS', `l1:${Buffer.alloc(16).toString('base64')}`],
    ['LINLI_LOOKUP_KEY', 'hunter2'],
    ['LINLI_TOKEN_KEY', `${key(4)}A`],
    ['PORT', 'hunter2'],
    ['PORT', '-1'],
    ['LINLI_DEMO', 'yes'],
    ['LINLI_LOG', 'loud'],
    ['LINLI_POOL', 'many'],
    ['LINLI_TRUST_PROXY', 'true'],
    ['LINLI_RATE_SCALE', 'twice'],
    ['LINLI_CHECK_REPLIES', 'always'],
    ['WECHAT_API_BASE', 'hunter2'],
  ])('%s=%s', (name, value) => {
    const message = messageOf({ ...good, [name]: value })
    expect(message).toContain(name)
    expect(message).not.toContain(value)
  })

  test('all of them at once', () => {
    const message = messageOf({ ...good, PORT: 'x', LINLI_DEMO: 'x', REDIS_URL: undefined })
    for (const name of ['PORT', 'LINLI_DEMO', 'REDIS_URL']) expect(message).toContain(name)
  })
})

/** Right length in characters, but padding inside: not 32 bytes. */
test.each(['LINLI_LOOKUP_KEYS', 'LINLI_TOKEN_KEY', 'LINLI_FIELD_KEYS'])('%s must be 32 bytes', (name) => {
  for (const text of ['='.repeat(44), `${'A'.repeat(44)}`, `AAAA=${'A'.repeat(38)}=`]) {
    const value = name === 'LINLI_TOKEN_KEY' ? text : `k1:${text}`
    expect(messageOf({ ...good, [name]: value }), text).toContain(name)
  }
})

test('a port that no computer has is refused', () => {
  expect(messageOf({ ...good, PORT: '65535' })).toBe('accepted')
  expect(messageOf({ ...good, PORT: '65536' })).toContain('PORT')
})

test('a demonstration does not start in production', () => {
  for (const place of ['development', 'test'])
    expect(readConfig({ ...good, LINLI_DEMO: '1', NODE_ENV: place }).demo).toBe(true)
  fc.assert(
    fc.property(
      fc.option(fc.oneof(fc.string(), fc.constantFrom('dev', 'Test', 'production')), { nil: undefined }),
      (place) => {
        fc.pre(place !== 'development' && place !== 'test')
        expect(messageOf({ ...good, LINLI_DEMO: '1', NODE_ENV: place })).not.toBe('accepted')
      },
    ),
  )
  const real = {
    ...good,
    NODE_ENV: 'production',
    LINLI_PUBLIC_URL: 'https://linli.example/',
    LINLI_OPERATOR: '某州民政局',
    LINLI_OPERATOR_CONTACT: '0878-3120000',
    LINLI_FILES: '/srv/files',
  }
  expect(readConfig(real)).toMatchObject({ demo: false, publicUrl: 'https://linli.example' })
  expect(messageOf({ ...real, LINLI_DEMO: '1' })).toMatch(/LINLI_DEMO.*production/)
})

test('in production the privacy policy names who answers, and where', () => {
  const real = {
    ...good,
    NODE_ENV: 'production',
    LINLI_PUBLIC_URL: 'https://linli.example/',
    LINLI_FILES: '/srv/files',
  }
  const operator = { LINLI_OPERATOR: '某州民政局', LINLI_OPERATOR_CONTACT: '0878-3120000' }
  expect(readConfig({ ...real, ...operator }).operator.name).toBe('某州民政局')
  for (const missing of Object.keys(operator))
    expect(messageOf({ ...real, ...operator, [missing]: '' })).toContain(missing)
})

test('what is printed in production has an address', () => {
  expect(messageOf({ ...good, NODE_ENV: 'production' })).toContain('LINLI_PUBLIC_URL')
  expect(readConfig({ ...good, PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
})

test.each([{ LINLI_POOL: '0' }, { LINLI_RATE_SCALE: '0' }, { LINLI_RATE_SCALE: '0.000' }])(
  '%j would serve nobody',
  (env) => {
    expect(messageOf({ ...good, ...env })).toContain(Object.keys(env)[0])
  },
)

test('WeChat needs both its id and its secret', () => {
  const [id, secret] = [{ WECHAT_APP_ID: 'wx1' }, { WECHAT_APP_SECRET: 's' }]
  expect(readConfig(good).wechat).toBeUndefined()
  for (const half of [id, secret])
    expect(() => readConfig({ ...good, ...half })).toThrow('WECHAT_APP_ID and WECHAT_APP_SECRET')
  expect(readConfig({ ...good, ...id, ...secret }).wechat).toEqual({
    appId: 'wx1',
    secret: 's',
    base: 'https://api.weixin.qq.com',
  })
})
