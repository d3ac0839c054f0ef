/** Data of a database whose keys were never recorded: what is sealed must open, and what is hashed must be the same. */
import type pg from 'pg'
import * as z from 'zod/mini'
import { type FieldCipher, sameBytes } from '../platform/crypto'
import { rowsFrom } from '../platform/rows'
import { hashedColumns, type SealedColumn, sealedColumns } from '../platform/sealed-columns'
import { derive } from './derivations'
import type { Keys } from './read'
import { WrongKey } from './wrong-key'

const sample = z.strictObject({ key: z.string(), row: z.string(), value: z.string() })
const hashed = z.strictObject({
  row: z.string(),
  value: z.string(),
  hash: z.instanceof(Buffer),
})

/** @throws WrongKey when one value of any column under any key id does not open, or a hash is another */
export async function proveByData(client: pg.ClientBase, cipher: FieldCipher, keys: Keys): Promise<void> {
  for (const place of Object.keys(sealedColumns) as SealedColumn[])
    await proveColumn(client, cipher, keys, place)
  await proveHashes(client, cipher)
}

async function proveColumn(
  client: pg.ClientBase,
  cipher: FieldCipher,
  keys: Keys,
  place: SealedColumn,
): Promise<void> {
  const [table = '', column = ''] = place.split('.')
  const { row } = sealedColumns[place]
  const rows = await rowsFrom(
    client,
    sample,
    `SELECT DISTINCT ON (key) split_part(${column}, '.', 2) AS key, ${row} AS row, ${column} AS value
     FROM ${table} WHERE ${column} IS NOT NULL ORDER BY key`,
  )
  for (const { key, row: id, value } of rows) {
    if (!keys.fieldKeys.has(key))
      throw new WrongKey(`LINLI_FIELD_KEYS: ${key} is missing, and data stands under it`)
    try {
      cipher.decrypt(place, id, value)
    } catch {
      throw new WrongKey(`LINLI_FIELD_KEYS: ${key} is not the key that this database is kept with`)
    }
  }
}

/** Numbers and openids, which are hashed as they are in every version. */
async function proveHashes(client: pg.ClientBase, cipher: FieldCipher): Promise<void> {
  for (const place of ['accounts.phone_hash', 'login_identities.subject_hash'] as const) {
    const { use, from } = hashedColumns[place]
    const [table = '', column = ''] = place.split('.')
    const rows = await rowsFrom(
      client,
      hashed,
      `SELECT id AS row, ${from.column.split('.')[1]} AS value, ${column} AS hash FROM ${table}
       WHERE ${column} IS NOT NULL LIMIT 1`,
    )
    for (const { row, value, hash } of rows) {
      const form = derive(from.by, cipher.decrypt(from.column, row, value), {})
      if (form !== null && !sameBytes(cipher.lookup(use, form), hash))
        throw new WrongKey('LINLI_LOOKUP_KEYS: not the key that made the hashes of this database')
    }
  }
}
