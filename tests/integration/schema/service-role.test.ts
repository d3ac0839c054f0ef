/** What the service cannot do to its own database, whoever has got hold of it; and what not even the owner can. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../support/database'
import { asService } from '../../support/templates'
import { careRows } from './care-violations'
import { ratingRows } from './rating-violations'
import { buildingRows, rows } from './violations'

const { pool, url } = await testDatabase()
const service = new pg.Pool({ connectionString: asService(url), max: 2 })
service.on('error', () => {})
afterAll(() => service.end())
beforeAll(() => pool.query(`${rows}${buildingRows}${careRows}${ratingRows}`))

const { rows: found } = await pool.query<{ name: string }>(
  `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE relkind IN ('r', 'p')
     AND relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace) ORDER BY 1`,
)
const tables = found.map(({ name }) => name)

/** Records: written once. */
const records = [
  'case_events',
  'consents',
  'care_records',
  'care_details',
  'access_records',
  'erasure_proofs',
  'survey_results',
  'rating_published',
  'rating_text_judgements',
  ...['deployment_texts', 'agreements', 'visits', 'export_records', 'room_changes'],
]

const forbidden: [what: string, sql: (table: string) => string][] = [
  ['empty', (t) => `TRUNCATE ${t} CASCADE`],
  ['drop', (t) => `DROP TABLE ${t} CASCADE`],
  ['rename', (t) => `ALTER TABLE ${t} RENAME TO other`],
  ['add a column to', (t) => `ALTER TABLE ${t} ADD COLUMN more text`],
  ['switch the triggers off of', (t) => `ALTER TABLE ${t} DISABLE TRIGGER USER`],
  ['take over', (t) => `ALTER TABLE ${t} OWNER TO linli_service`],
  ['put a trigger on', (t) => `CREATE TRIGGER mine BEFORE INSERT ON ${t} EXECUTE FUNCTION refuse_change()`],
  ['put a rule on', (t) => `CREATE RULE mine AS ON INSERT TO ${t} DO INSTEAD NOTHING`],
  ['index', (t) => `CREATE INDEX mine ON ${t} ((1))`],
  ['give away rights to', (t) => `GRANT ALL ON ${t} TO PUBLIC`],
  ['switch row rules off of', (t) => `ALTER TABLE ${t} DISABLE ROW LEVEL SECURITY`],
]

/** Whether a statement is refused; what is not is rolled back. */
async function refusal(on: pg.Pool, sql: string): Promise<string | undefined> {
  const client = await on.connect()
  try {
    await client.query('BEGIN')
    const { rows: said } = await client.query(sql)
    return said.length === 0 && /^GRANT/.test(sql) ? await grantedNothing(client) : undefined
  } catch (error) {
    return (error as { code?: string }).code
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** A grant of what one has no right to give is a warning, and gives nothing. */
async function grantedNothing(client: pg.PoolClient): Promise<string | undefined> {
  const { rowCount } = await client.query(
    `SELECT FROM information_schema.role_table_grants WHERE grantee = 'PUBLIC' AND table_schema = 'public'`,
  )
  return rowCount === 0 ? '42501' : undefined
}

describe.each(forbidden)('the service cannot %s', (_, sql) => {
  test('any table', async () => {
    expect(tables.length).toBeGreaterThan(50)
    for (const table of tables) expect(await refusal(service, sql(table)), table).toMatch(/^42/)
  })
})

test.each([
  `SET session_replication_role = replica`,
  `SET ROLE linli_eraser`,
  `SET SESSION AUTHORIZATION linli_eraser`,
  `CREATE TABLE mine (n int)`,
  `CREATE SCHEMA mine`,
  `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
  `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
  `DROP FUNCTION hold_lookup_key`,
  `CREATE ROLE mine`,
  `ALTER ROLE linli_service SUPERUSER`,
  `GRANT linli_eraser TO linli_service`,
  `ALTER DEFAULT PRIVILEGES FOR ROLE linli_eraser GRANT ALL ON TABLES TO PUBLIC`,
  `COPY accounts TO PROGRAM 'cat'`,
  `SELECT pg_read_file('postgresql.conf')`,
  `UPDATE pg_trigger SET tgenabled = 'D'`,
  `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', 'x')`,
  `SELECT reseal_care_details('{}', '{}', '{}')`,
  `UPDATE key_checks SET value = sha256('mine')`,
  `DELETE FROM key_checks`,
  `DELETE FROM grants`,
  `UPDATE grants SET role = 'supervisor'`,
  `UPDATE grants SET account_id = account_id`,
  `DELETE FROM line_moves`,
  `UPDATE line_moves SET reason = 'another'`,
])('the service cannot: %s', async (sql) => {
  expect(await refusal(service, sql)).toMatch(/^(42|28|22)/)
})

test('it owns nothing, and belongs to nobody who does', async () => {
  const { rows: owned } = await pool.query(
    `SELECT c.relname FROM pg_class c WHERE pg_has_role('linli_service', c.relowner, 'USAGE')
     UNION ALL SELECT proname FROM pg_proc WHERE pg_has_role('linli_service', proowner, 'USAGE')`,
  )
  expect(owned).toEqual([])
  const { rows: role } = await pool.query(
    `SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = 'linli_service'`,
  )
  expect(Object.values(role[0] as object)).toEqual([false, false, false, false, false])
})

describe.each(records)('%s', (table) => {
  test('is written once: the service has no right to change it, and the owner is refused', async () => {
    const { rows: columns } = await pool.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
         AND attidentity = '' AND attgenerated = ''`,
      [table],
    )
    for (const { name } of columns)
      expect(await refusal(service, `UPDATE ${table} SET ${name} = ${name}`), name).toBe('42501')
    expect(await refusal(service, `DELETE FROM ${table}`)).toBe('42501')
    const { rowCount } = await pool.query(`SELECT FROM ${table} LIMIT 1`)
    if (!rowCount) return
    for (const { name } of columns)
      expect(await refusal(pool, `UPDATE ${table} SET ${name} = ${name}`), name).toBe('23001')
    expect(await refusal(pool, `DELETE FROM ${table}`)).toBe('23001')
  })
})

describe('a grant', () => {
  test('ends once, and nothing else about it changes, whoever asks', async () => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      await client.query('UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL')
      await expect(client.query('UPDATE grants SET revoked_at = NULL')).rejects.toMatchObject({
        code: '23001',
      })
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
    for (const sql of [
      `UPDATE grants SET role = 'staff'`,
      `UPDATE grants SET display_name = 'another', revoked_at = now()`,
      'DELETE FROM grants',
      'TRUNCATE grants',
    ])
      expect(await refusal(pool, sql), sql).toBe('23001')
  })
})

describe('what is sealed of care', () => {
  const child = async (): Promise<string> =>
    (
      await pool.query<{ id: string }>(
        `SELECT child_id AS id FROM care_records r JOIN care_details d ON d.record_id = r.id`,
      )
    ).rows[0]?.id ?? ''

  test('goes by the function of the eraser, with a proof in the same transaction', async () => {
    const client = await service.connect()
    try {
      await client.query('BEGIN')
      await client.query(`SELECT erase_care_details($1, '{}', false)`, [await child()])
      await expect(client.query('COMMIT')).rejects.toMatchObject({ code: '23001' })
      await client.query('BEGIN')
      await client.query(`SELECT erase_care_details($1, '{}', false)`, [await child()])
      await client.query(
        `INSERT INTO erasure_proofs (about_id, tag, cause, fields, at) VALUES ($1, 'contact', 'asked', 1, now())`,
        [randomUUID()],
      )
      await expect(client.query('COMMIT')).rejects.toMatchObject({ code: '23001' })
      await client.query('BEGIN')
      const gone = await client.query<{ n: number }>(`SELECT erase_care_details($1, '{}', false) AS n`, [
        await child(),
      ])
      expect(gone.rows[0]?.n).toBeGreaterThan(0)
      await client.query(
        `INSERT INTO erasure_proofs (about_id, tag, cause, fields, at) VALUES ($1, 'contact', 'asked', 1, now())`,
        [await child()],
      )
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  })
})

test('a note of a timeline goes by the eraser’s function and leaves its proof; the event stays', async () => {
  const { rows: events } = await pool.query<{ id: string; case_id: string }>(
    `INSERT INTO case_events (case_id, at, action, to_state, side, actor_id, actor_name, note)
     SELECT id, now(), 'ask', state, 'staff', subject_id, '小杨', '13800000001' FROM cases LIMIT 1 RETURNING id, case_id`,
  )
  const [event] = events
  const erase = async () =>
    (
      await service.query<{ gone: boolean }>(`SELECT erase_event_note($1, 'asked', now()) AS gone`, [
        event?.id,
      ])
    ).rows
  expect(await erase()).toEqual([{ gone: true }])
  expect(await erase()).toEqual([{ gone: false }])
  const { rows: after } = await pool.query('SELECT note FROM case_events WHERE id = $1', [event?.id])
  expect(after).toEqual([{ note: null }])
  const proofs = await pool.query('SELECT FROM erasure_proofs WHERE about_id = $1', [event?.case_id])
  expect(proofs.rowCount).toBe(1)
})
