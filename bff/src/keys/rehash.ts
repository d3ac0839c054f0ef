/**
 * The promise: at every moment all stored hashes are by one key, so that nobody gets a second account and no bar is
 * passed. Hashes by the next key are made beside the old ones while everybody works, and take their places in one
 * transaction, which makes up for what was written meanwhile. Whoever still hashes by the old key is refused from then on.
 */
import type pg from 'pg'
import * as z from 'zod/mini'
import { type FieldCipher, sameBytes } from '../platform/crypto'
import { rowsFrom } from '../platform/rows'
import { type HashedColumn, hashedColumns, sealedColumns } from '../platform/sealed-columns'
import { derive } from './derivations'
import { type Stop, Stopped } from './reseal'

const batch = 200

/** Where a hash stands and what it is made from. */
interface Place {
  place: HashedColumn
  table: string
  column: string
  row: string
  source: string
}

const places = (Object.keys(hashedColumns) as HashedColumn[]).flatMap((place): Place[] => {
  const hash = hashedColumns[place]
  if (!('from' in hash)) return []
  const [table = '', column = ''] = place.split('.')
  const source = hash.from.column.split('.')[1] ?? ''
  return [{ place, table, column, row: sealedColumns[hash.from.column].row, source }]
})

const hashRow = z.strictObject({
  row: z.string(),
  hash: z.instanceof(Buffer),
  value: z.string(),
  beside: z.record(z.string(), z.string()),
})
type Row = z.output<typeof hashRow>

const besideOf = (place: HashedColumn): readonly string[] => {
  const hash = hashedColumns[place]
  return 'from' in hash && 'beside' in hash.from ? (hash.from.beside as readonly string[]) : []
}

/** Some rows whose new hash is not known, or was made when the old one was another. */
async function unknownRows(client: pg.ClientBase, at: Place): Promise<Row[]> {
  const beside = besideOf(at.place).map((name) => `'${name}', t.${name}`)
  return rowsFrom(
    client,
    hashRow,
    `SELECT t.${at.row} AS row, t.${at.column} AS hash, t.${at.source} AS value, json_build_object(${beside.join(', ')}) AS beside
     FROM ${at.table} t LEFT JOIN hashes_anew n ON n.place = $1 AND n.row = t.${at.row} AND n.old = t.${at.column}
     WHERE t.${at.column} IS NOT NULL AND t.${at.source} IS NOT NULL AND n.row IS NULL LIMIT ${batch}`,
    [at.place],
  )
}

/** @returns the hash by the cipher's key; where nothing in the value counts, or it does not open, it stays nobody's */
function hashOf(cipher: FieldCipher, { place }: Place, { row, value, hash, beside }: Row): Buffer {
  const known = hashedColumns[place]
  if (!('from' in known)) return hash
  try {
    const form = derive(known.from.by, cipher.decrypt(known.from.column, row, value), beside)
    return form === null ? hash : cipher.lookup(known.use, form)
  } catch {
    return hash
  }
}

async function prepareSome(client: pg.ClientBase, next: FieldCipher, at: Place): Promise<number> {
  const rows = await unknownRows(client, at)
  if (rows.length === 0) return 0
  await client.query(
    `INSERT INTO hashes_anew (place, row, old, new) SELECT $1, * FROM unnest($2::uuid[], $3::bytea[], $4::bytea[])
     ON CONFLICT (place, row) DO UPDATE SET old = excluded.old, new = excluded.new`,
    [at.place, rows.map((r) => r.row), rows.map((r) => r.hash), rows.map((r) => hashOf(next, at, r))],
  )
  return rows.length
}

/** What was made for another next key is of no use. */
export async function beginFor(client: pg.ClientBase, nextId: string): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM key_work WHERE name = 'next lookup key' AND done = $1`,
    [nextId],
  )
  if (rowCount) return
  await client.query('BEGIN')
  await client.query('DELETE FROM hashes_anew')
  await client.query(
    `INSERT INTO key_work (name, done, at) VALUES ('next lookup key', $1, now())
     ON CONFLICT (name) DO UPDATE SET done = excluded.done, at = excluded.at`,
    [nextId],
  )
  await client.query('COMMIT')
}

/** Makes the next hashes beside the old ones; stopped, it goes on where it was. @returns how many */
export async function prepareHashes(client: pg.ClientBase, next: FieldCipher, stop: Stop): Promise<number> {
  let done = 0
  for (const at of places)
    for (let some = 1; some > 0; done += some) {
      if (stop.asked) throw new Stopped('stopped')
      some = await prepareSome(client, next, at)
    }
  return done
}

/**
 * Lets the next hashes take their places and the next key write. Waits for the transactions that hold the old key, and
 * new ones wait for this.
 */
export async function swapHashes(client: pg.ClientBase, next: FieldCipher, nextId: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('lookup key'))`)
    for (const at of places) {
      while ((await prepareSome(client, next, at)) > 0);
      await takePlaces(client, at)
    }
    await client.query(`UPDATE key_checks SET writes = false, retired_at = now() WHERE writes AND id <> $1`, [
      nextId,
    ])
    await client.query(`UPDATE key_checks SET writes = true WHERE kind = 'lookup' AND id = $1`, [nextId])
    await client.query('DELETE FROM hashes_anew')
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

const putAll = ({ table, column, row }: Place): string =>
  `UPDATE ${table} t SET ${column} = n.new FROM hashes_anew n
   WHERE n.place = $1 AND n.row = t.${row} AND n.old = t.${column} AND n.new <> n.old`

/** All at once; one by one where two rows are one by the form of today: the second keeps what nothing matches. */
async function takePlaces(client: pg.ClientBase, at: Place): Promise<void> {
  if (await tried(client, putAll(at), [at.place])) return
  const rows = await rowsFrom(
    client,
    z.strictObject({ row: z.string() }),
    'SELECT row FROM hashes_anew WHERE place = $1',
    [at.place],
  )
  for (const { row } of rows) await tried(client, `${putAll(at)} AND n.row = $2`, [at.place, row])
}

/** @returns false, and nothing was done, where two rows would become one */
async function tried(client: pg.ClientBase, sql: string, values: unknown[]): Promise<boolean> {
  await client.query('SAVEPOINT tried')
  try {
    await client.query(sql, values)
    await client.query('RELEASE SAVEPOINT tried')
    return true
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT tried')
    if ((error as { code?: unknown }).code === '23505') return false
    throw error
  }
}

/**
 * Hashes that the key in use makes otherwise today, because names are compared in a new form: changed one by one, each
 * only if it is still the old one.
 * @returns how many
 */
export async function renewHashes(client: pg.ClientBase, cipher: FieldCipher, stop: Stop): Promise<number> {
  let done = 0
  for (const at of places) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      if (stop.asked) throw new Stopped('stopped')
      const rows = await rowsAfter(client, at, after)
      const last = rows.at(-1)
      if (!last) break
      const changed = rows
        .map((each) => ({ row: each.row, old: each.hash, hash: hashOf(cipher, at, each) }))
        .filter((each) => !sameBytes(each.old, each.hash))
      for (const each of changed) done += await renewOne(client, at, each)
      after = last.row
    }
  }
  return done
}

async function rowsAfter(client: pg.ClientBase, at: Place, after: string): Promise<Row[]> {
  const beside = besideOf(at.place).map((name) => `'${name}', t.${name}`)
  return rowsFrom(
    client,
    hashRow,
    `SELECT t.${at.row} AS row, t.${at.column} AS hash, t.${at.source} AS value, json_build_object(${beside.join(', ')}) AS beside
     FROM ${at.table} t WHERE t.${at.row} > $1 AND t.${at.column} IS NOT NULL AND t.${at.source} IS NOT NULL
     ORDER BY t.${at.row} LIMIT ${batch}`,
    [after],
  )
}

/** Two that were two by their old form and are one by the new one keep their old hashes: people have to look. */
async function renewOne(
  client: pg.ClientBase,
  at: Place,
  { row, old, hash }: { row: string; old: Buffer; hash: Buffer },
): Promise<number> {
  try {
    const { rowCount } = await client.query(
      `UPDATE ${at.table} SET ${at.column} = $1 WHERE ${at.row} = $2 AND ${at.column} = $3`,
      [hash, row, old],
    )
    return rowCount ?? 0
  } catch (error) {
    if ((error as { code?: unknown }).code === '23505') return 0
    throw error
  }
}
