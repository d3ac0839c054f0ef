/** What is sealed or hashed stands in one list, whole: the rotation of keys walks along it. */
import { expect, test } from 'vitest'
import { hashedColumns, plainHashes, sealedColumns } from '../../../bff/src/platform/sealed-columns'
import { testDatabase } from '../../support/database'

const { pool } = await testDatabase()

const columns = async (where: string): Promise<string[]> => {
  const { rows } = await pool.query<{ place: string }>(
    `SELECT table_name || '.' || column_name AS place FROM information_schema.columns
     WHERE table_schema = 'public' AND ${where}`,
  )
  return rows.map((row) => row.place).sort()
}

/** Bytes that are neither sealed nor hashed. */
const plainBytes = ['care_pins.salt', 'key_checks.value', 'hashes_anew.old', 'hashes_anew.new']

test('every sealed column is in the list', async () => {
  expect(await columns(`column_name LIKE '%\\_enc'`)).toEqual(Object.keys(sealedColumns).sort())
})

test('every hash is in the list: by the lookup key, or of what needs no key', async () => {
  const known = [...Object.keys(hashedColumns), ...plainHashes]
  const hashes = await columns(`(column_name LIKE '%\\_hash' OR data_type = 'bytea')`)
  expect(hashes.filter((place) => !plainBytes.includes(place))).toEqual(known.sort())
})

test('each names its row by a UUID that no two rows share', async () => {
  for (const [place, { row }] of Object.entries(sealedColumns)) {
    const [table = ''] = place.split('.')
    expect(
      await columns(`table_name = '${table}' AND column_name = '${row}' AND data_type = 'uuid'`),
    ).toEqual([`${table}.${row}`])
    const unique = await pool.query(
      `SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indrelid = $1::regclass AND i.indisunique AND i.indnatts = 1 AND i.indpred IS NULL AND a.attname = $2`,
      [table, row],
    )
    expect(unique.rowCount, place).toBeGreaterThan(0)
  }
})

test('what a hash is made from is in the same row', () => {
  for (const [place, hash] of Object.entries(hashedColumns))
    if ('from' in hash) expect(hash.from.column.split('.')[0]).toBe(place.split('.')[0])
})
