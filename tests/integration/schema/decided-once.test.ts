/** The books of two staff and papers: what was proposed never changes, a decision is written once, and nothing goes. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../support/database'
import { asService } from '../../support/templates'
import { accountTables } from './account-violations'
import { careRows } from './care-violations'
import { ratingRows } from './rating-violations'
import { buildingRows, rows } from './violations'

const { pool, url } = await testDatabase()
const service = new pg.Pool({ connectionString: asService(url), max: 2 })
service.on('error', () => {})
afterAll(() => service.end())
beforeAll(() => pool.query(`${rows}${buildingRows}${careRows}${ratingRows}${accountTables}`))

const [clerk, other, gone] = ['a', 'b', '9c'].map((n) => `'00000000-0000-4000-8000-${n.padStart(12, '0')}'`)
const decision = `decided_by = ${other}, decider = 'x', decided_at = now(), approved = true`

interface Book {
  decide: string
  /** What a decision writes. */
  written: string[]
  /** May go once it was decided, or stand under another key. */
  sealed: string[]
  /** Written once, later. */
  later: string[]
  /** Names an account that may become part of another. */
  follows: string
}
const books: Record<string, Book> = {
  guardian_endings: {
    decide: decision,
    written: ['decided_by', 'decider', 'decided_at', 'approved'],
    ...{ sealed: [], later: [], follows: 'proposed_by' },
  },
  child_freezes: {
    decide: `ended_at = now(), outcome = 'taken_back', ended_by = ${other}`,
    written: ['ended_at', 'outcome', 'ended_by', 'for_guardian'],
    ...{ sealed: [], later: [], follows: 'asked_by' },
  },
  number_changes: {
    decide: decision,
    written: ['decided_by', 'decider', 'decided_at', 'approved'],
    sealed: ['old_phone_enc', 'new_phone_enc'],
    ...{ later: ['told_at'], follows: 'account_id' },
  },
}

const otherValue: Record<string, (column: string) => string> = {
  uuid: (c) => `CASE WHEN ${c} = ${clerk} THEN ${other} ELSE ${clerk} END::uuid`,
  text: (c) => `coalesce(${c}, '') || 'x'`,
  'timestamp with time zone': (c) => `coalesce(${c}, now()) + interval '1 day'`,
  boolean: (c) => `NOT coalesce(${c}, false)`,
  integer: (c) => `${c} + 1`,
}

const asWhom: [string, pg.Pool][] = [
  ['the service', service],
  ['the owner', pool],
]
const refused = /^(42501|23001)$/

/** What a statement is answered after another one that stands; neither is kept. */
async function tried(on: pg.Pool, ...statements: string[]): Promise<string | undefined> {
  const client = await on.connect()
  try {
    await client.query('BEGIN')
    const last = statements.pop() ?? ''
    for (const sql of statements) await client.query(sql)
    return await client.query(last).then(
      () => undefined,
      (error: unknown) => (error as { code: string }).code,
    )
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

describe.each(Object.keys(books))('%s', (table) => {
  const { decide, written, sealed, later, follows } = books[table] as Book
  const decided = `UPDATE ${table} SET ${decide}`

  test.each(asWhom)('no column changes before it is decided, nor after, by %s', async (_, on) => {
    const { rows: columns } = await pool.query<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1`,
      [table],
    )
    expect(columns.length).toBeGreaterThan(written.length)
    for (const { name, type } of columns) {
      const change = `UPDATE ${table} SET ${name} = ${otherValue[type]?.(name) ?? 'none'}`
      // A decision is whole: part of one is refused by a rule of the table.
      const before = written.includes(name) ? /^(42501|23001|23514)$/ : refused
      expect(await tried(on, change), `${name} before`).toMatch(before)
      if (!later.includes(name)) expect(await tried(on, decided, change), `${name} after`).toMatch(refused)
      else expect(await tried(on, decided, change, change), `${name} twice`).toMatch(refused)
      if (written.includes(name))
        expect(await tried(on, decided, `UPDATE ${table} SET ${name} = NULL`), `${name} undone`).toSatisfy(
          (code) => name === 'for_guardian' || refused.test(String(code)),
        )
    }
  })

  test.each(asWhom)('is decided once, and not taken out of the books, by %s', async (_, on) => {
    expect(await tried(on, decided)).toBeUndefined()
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
      expect(await tried(on, sql)).toMatch(refused)
      expect(await tried(on, decided, sql)).toMatch(refused)
    }
  })

  test('follows an account into the one that it became part of, and into no other', async () => {
    const join = (into: string | undefined) =>
      `UPDATE accounts SET joined_into = ${into} WHERE id = ${follows === 'account_id' ? gone : clerk}`
    const into = follows === 'account_id' ? clerk : gone
    const move = `UPDATE ${table} SET ${follows} = ${into}`
    expect(await tried(service, join(into), move)).toBeUndefined()
    expect(await tried(service, join(other), move)).toMatch(refused)
    expect(await tried(service, move)).toMatch(refused)
  })

  test('what is sealed in it may go when it is decided, or stand under another key, and is never another', async () => {
    for (const column of sealed) {
      const put = (value: string) => `UPDATE ${table} SET ${column} = ${value}`
      const { rowCount } = await pool.query(`SELECT FROM ${table} WHERE ${column} IS NOT NULL`)
      expect(rowCount).toBeGreaterThan(0)
      expect(await tried(service, put('NULL'))).toMatch(refused)
      expect(await tried(service, decided, put('NULL'))).toBeUndefined()
      expect(await tried(service, put(`'v2.k2.y'`))).toBeUndefined()
      expect(await tried(service, put(`'v2.k1.y'`))).toMatch(refused)
      expect(await tried(service, decided, put(`'v2.k1.y'`))).toMatch(refused)
      expect(await tried(service, decided, put('NULL'), put(`'v2.k1.y'`))).toMatch(refused)
    }
  })
})
