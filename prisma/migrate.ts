/**
 * Applies what is new in `migrations/`. Prisma's own `migrate deploy` needs an engine from a host that not every
 * network reaches; this runner keeps the same history table, so `migrate deploy` can take over at any time.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

/** Prisma's own lock, so that its runner and this one exclude each other too. */
const LOCK = 72707369

const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`

/** The queue's tables are closed to everybody but their owner, row by row; the service works with all of them. */
const QUEUE_FOR_SERVICE = `
  DO $$ DECLARE name text; BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'linli_service') THEN RETURN; END IF;
    GRANT USAGE ON SCHEMA graphile_worker TO linli_service;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO linli_service;
    REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM linli_service;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO linli_service;
    FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'linli_service') LOOP
      EXECUTE format('CREATE POLICY linli_service ON graphile_worker.%I TO linli_service USING (true) WITH CHECK (true)', name);
    END LOOP;
  END $$`

const folder = new URL('./migrations/', import.meta.url)

interface Migration {
  name: string
  sql: string
  checksum: string
}

async function onDisk(): Promise<Migration[]> {
  const entries = await readdir(fileURLToPath(folder), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}

async function applyNew(client: pg.Client, before: string | undefined): Promise<string[]> {
  await client.query(HISTORY)
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const fresh: string[] = []
  for (const migration of await onDisk()) {
    if (before !== undefined && migration.name >= before) break
    const known = applied.get(migration.name)
    if (known === migration.checksum) continue
    if (known) throw new Error(`Migration ${migration.name} was changed after it had been applied.`)
    await applyOne(client, migration)
    fresh.push(migration.name)
  }
  return fresh
}

/**
 * Applies every new migration, each in its own transaction, then the job queue's own schema, so that
 * `graphile_worker.add_job` exists before the first process starts. Several callers at once wait for each other.
 * @param before only those that came before this one, as an earlier version would have had them
 * @returns the names of the migrations applied now, oldest first
 * @throws when a migration fails (it leaves no trace) or an applied one was edited
 */
export async function migrate(databaseUrl: string, before?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const fresh = await applyNew(client, before)
    await runMigrations({ connectionString: databaseUrl })
    await client.query(QUEUE_FOR_SERVICE)
    return fresh
  } finally {
    await client.end()
  }
}
