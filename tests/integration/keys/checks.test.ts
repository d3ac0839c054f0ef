/** A database is kept with its keys: every process that comes with another one, or without one, does not start. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleServer } from '../../../bff/local/build'
import { applyMigrations } from '../../../bff/local/servers'
import { admit } from '../../../bff/src/keys/checks'
import { WrongKey } from '../../../bff/src/keys/wrong-key'
import { type KeyTexts, readKeys } from '../../../bff/src/keys/read'
import { seedWhenEmpty } from '../../../prisma/seed/seed'
import { buildTestApp } from '../../support/app'
import { testDatabase } from '../../support/database'
import { keyNamed } from '../../support/keys'
import { testRedis } from '../../support/redis'
import { together } from '../../support/together'
import { makeDivisions, makePerson } from '../../support/world'

const [database, fresh, upgraded, redis] = [
  await testDatabase(),
  await testDatabase(),
  await testDatabase(),
  await testRedis(),
]

const right = {
  LINLI_FIELD_KEYS: `k1:${keyNamed('k1')},k2:${keyNamed('k2')}`,
  LINLI_LOOKUP_KEYS: `l1:${keyNamed('l1')}`,
  LINLI_TOKEN_KEY: keyNamed('token'),
} satisfies KeyTexts

/** Keys wrong one by one: changed, and gone from the ring. */
const wrong: [name: string, keys: KeyTexts, says: RegExp][] = [
  [
    'a field key',
    { ...right, LINLI_FIELD_KEYS: `k1:${keyNamed('x')},k2:${keyNamed('k2')}` },
    /FIELD_KEYS: k1 is not/,
  ],
  [
    'another of them',
    { ...right, LINLI_FIELD_KEYS: `k1:${keyNamed('k1')},k2:${keyNamed('x')}` },
    /FIELD_KEYS: k2 is not/,
  ],
  [
    'two exchanged',
    { ...right, LINLI_FIELD_KEYS: `k1:${keyNamed('k2')},k2:${keyNamed('k1')}` },
    /FIELD_KEYS: k1 is not/,
  ],
  ['one missing', { ...right, LINLI_FIELD_KEYS: `k2:${keyNamed('k2')}` }, /FIELD_KEYS: k1 is missing/],
  ['the other missing', { ...right, LINLI_FIELD_KEYS: `k1:${keyNamed('k1')}` }, /FIELD_KEYS: k2 is missing/],
  ['the lookup key', { ...right, LINLI_LOOKUP_KEYS: `l1:${keyNamed('x')}` }, /LOOKUP_KEYS: l1 is not/],
  [
    'the lookup key missing',
    { ...right, LINLI_LOOKUP_KEYS: `l2:${keyNamed('x')}` },
    /LOOKUP_KEYS: l1 is missing/,
  ],
  ['the token key', { ...right, LINLI_TOKEN_KEY: keyNamed('x') }, /TOKEN_KEY is not.*accept-token/],
]

beforeAll(async () => {
  await bundleServer()
  await admit(database.url, readKeys(right))
})

/** One of the built programs, until it ends by itself. */
function ended(
  entry: string,
  keys: KeyTexts,
  args: string[] = [],
): Promise<{ code: number | null; said: string }> {
  const path = fileURLToPath(new URL(`../../../bff/dist/${entry}.js`, import.meta.url))
  const places = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    PORT: '0',
    HOST: '127.0.0.1',
    NODE_ENV: 'test',
  }
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env.PATH, ...places, ...keys },
  })
  let said = ''
  for (const out of [child.stdout, child.stderr]) out.on('data', (chunk) => (said += String(chunk)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

/** A start takes seconds: with one of each kind, what is said is the same code's for all. */
const started = new Set(['two exchanged', 'the lookup key missing', 'the token key'])

describe.each(wrong)('%s wrong', (name, keys, says) => {
  test('is found, named, and not shown', async () => {
    const error: unknown = await admit(database.url, readKeys(keys)).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(WrongKey)
    expect((error as Error).message).toMatch(says)
    for (const key of ['x', 'k1', 'k2', 'l1', 'token'])
      expect((error as Error).message).not.toContain(keyNamed(key))
  })

  if (started.has(name))
    test('keeps both processes from starting', async () => {
      for (const { code, said } of await Promise.all([ended('main', keys), ended('worker', keys)])) {
        expect(code).not.toBe(0)
        expect(said).toMatch(says)
      }
    })

  test('keeps the seed and the migrations from running', async () => {
    await expect(seedWhenEmpty(database.url, keys, () => {})).rejects.toThrow(says)
    const { rows } = await database.pool.query('SELECT FROM divisions')
    expect(rows).toEqual([])
    await expect(
      applyMigrations(database.url, { ...keys, LINLI_LOOKUP_KEYS: keys.LINLI_LOOKUP_KEYS ?? '' }),
    ).rejects.toThrow(says)
  })
})

test('the right ones start; a new one may join the ring, and from then on it is known', async () => {
  expect(await admit(database.url, readKeys(right))).toBe('l1')
  const joined = { ...right, LINLI_LOOKUP_KEYS: `l2:${keyNamed('l2')},${right.LINLI_LOOKUP_KEYS}` }
  expect(await admit(database.url, readKeys(joined))).toBe('l1')
  const other = { ...right, LINLI_LOOKUP_KEYS: `l2:${keyNamed('x')},${right.LINLI_LOOKUP_KEYS}` }
  await expect(admit(database.url, readKeys(other))).rejects.toThrow(/l2 is not/)
})

test('of first starts with different keys in one moment, those with one set of keys start', async () => {
  const sets = ['a', 'b', 'c', 'd'].map((name) => ({
    LINLI_FIELD_KEYS: `k1:${keyNamed(`${name}1`)}`,
    LINLI_LOOKUP_KEYS: `l1:${keyNamed(`${name}2`)}`,
    LINLI_TOKEN_KEY: keyNamed(`${name}3`),
  }))
  const outcomes = await together(12, (n) => admit(fresh.url, readKeys(sets[n % 4] ?? right)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  const { rows } = await fresh.pool.query('SELECT kind FROM key_checks ORDER BY kind')
  expect(rows).toEqual([{ kind: 'field' }, { kind: 'lookup' }, { kind: 'token' }])
})

describe('a database of an earlier version, whose keys nobody recorded', () => {
  beforeAll(async () => {
    const app = await buildTestApp(upgraded, redis.url, right)
    await makeDivisions(app)
    await makePerson(app, { name: '周敏', phone: '13800000009' })
    await app.close()
  })

  test.each(
    wrong.filter(([name]) =>
      ['a field key', 'one missing', 'the lookup key', 'the lookup key missing'].includes(name),
    ),
  )('does not take %s wrong for its own', async (_, keys) => {
    await expect(admit(upgraded.url, readKeys(keys))).rejects.toThrow(WrongKey)
    const { rows } = await upgraded.pool.query('SELECT FROM key_checks')
    expect(rows).toEqual([])
  })

  test('takes the right ones', async () => {
    expect(await admit(upgraded.url, readKeys(right))).toBe('l1')
  })
})

describe('a new token key', () => {
  test('is accepted by a command, which ends every session; other keys must be right', async () => {
    const app = await buildTestApp(database, redis.url, right)
    await makeDivisions(app)
    await makePerson(app)
    await app.close()
    const changed = {
      ...right,
      LINLI_LOOKUP_KEYS: `l1:${keyNamed('l1')},l2:${keyNamed('l2')}`,
      LINLI_TOKEN_KEY: keyNamed('new'),
    }
    const lost = { ...changed, LINLI_FIELD_KEYS: `k1:${keyNamed('x')},k2:${keyNamed('k2')}` }
    expect((await ended('keys', lost, ['accept-token'])).said).toMatch(/k1 is not/)
    expect((await ended('keys', changed, ['accept-token'])).code).toBe(0)
    expect(await admit(database.url, readKeys(changed))).toBe('l1')
    await expect(admit(database.url, readKeys(right))).rejects.toThrow(/TOKEN_KEY/)
    const live = await database.pool.query('SELECT FROM sessions WHERE revoked_at IS NULL')
    expect(live.rowCount).toBe(0)
  })
})

test('a check value is no key, and the same key has another one for another purpose', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ value: Buffer }>('SELECT value FROM key_checks')
  await client.end()
  const values = rows.map(({ value }) => value.toString('base64'))
  expect(new Set(values).size).toBe(values.length)
  for (const name of ['k1', 'k2', 'l1', 'token']) expect(values).not.toContain(keyNamed(name))
})
