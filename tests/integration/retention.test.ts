/** What has done its work is forgotten, and nothing else (docs/product.md › Rule 6). */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { forgetOld } from '../../bff/src/forget-old'
import { testApp } from '../support/app'
import { makeDivisions, makePerson } from '../support/world'

const app = await testApp()
const { pool } = app.database
const dayMs = 86_400_000
const daysAgo = (days: number): Date => new Date(app.clock.now().getTime() - days * dayMs)

beforeAll(() => makeDivisions(app))

async function left(table: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
  return rows[0]?.n ?? -1
}

async function forgetAll(): Promise<void> {
  while ((await forgetOld(app.deps)) > 0);
}

const key = (accountId: string, days: number) =>
  pool.query('INSERT INTO idempotency_keys VALUES ($1, $2, $3, $4, $5, $6)', [
    accountId,
    randomUUID(),
    'requestBooking',
    Buffer.alloc(32),
    randomUUID(),
    daysAgo(days),
  ])

async function session(accountId: string, days: number): Promise<string> {
  const id = randomUUID()
  await pool.query(
    `INSERT INTO sessions (id, account_id, device, refresh_hash, created_at, last_used_at, expires_at)
     VALUES ($1, $2, '旧手机', $3, $4, $4, $4)`,
    [id, accountId, Buffer.alloc(32), daysAgo(days)],
  )
  return id
}

const code = (byte: number, days: number, opened: string | null) =>
  pool.query(
    `INSERT INTO phone_codes (phone_hash, asker_hash, code_hash, created_at, expires_at, sent_since, session_id)
     VALUES ($1, $1, $1, $2, $2, $2, $3)`,
    [Buffer.alloc(32, byte), daysAgo(days), opened],
  )

test('keys after a week, codes after a day, sessions a month after they expired', async () => {
  const { accountId, sessionId } = await makePerson(app)
  for (const days of [6.9, 7.1, 400]) await key(accountId, days)
  const [kept, gone] = [await session(accountId, 29.9), await session(accountId, 30.1)]
  await code(1, 0.9, kept)
  await code(2, 1.1, null)
  // A code of today that names a session long over goes with it.
  await code(3, 0.5, gone)
  await forgetAll()
  expect([await left('idempotency_keys'), await left('phone_codes')]).toEqual([1, 1])
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM sessions')
  expect(rows.map((row) => row.id).sort()).toEqual([sessionId, kept].sort())
})

test('budgets of codes after two days, devices that a number knows after four hundred', async () => {
  const { accountId } = await makePerson(app)
  for (const [byte, days] of [
    [1, 1.9],
    [2, 2.1],
  ] as const)
    await pool.query('INSERT INTO code_budgets VALUES ($1, $2, 1)', [Buffer.alloc(32, byte), daysAgo(days)])
  for (const [byte, days] of [
    [1, 399],
    [2, 401],
  ] as const)
    await pool.query('INSERT INTO known_devices VALUES ($1, $2, $3)', [
      accountId,
      Buffer.alloc(32, byte),
      daysAgo(days),
    ])
  await forgetAll()
  expect([await left('code_budgets'), await left('known_devices')]).toEqual([1, 1])
})

test('a backlog goes in batches', async () => {
  await pool.query(
    `INSERT INTO phone_codes (phone_hash, asker_hash, code_hash, created_at, expires_at, sent_since)
     SELECT '', decode(lpad(to_hex(n), 64, '0'), 'hex'), '', $1, $1, $1 FROM generate_series(1000, 3500) n`,
    [daysAgo(3)],
  )
  const before = await left('phone_codes')
  expect(await forgetOld(app.deps)).toBe(1000)
  await forgetAll()
  expect(await left('phone_codes')).toBe(before - 2501)
})
