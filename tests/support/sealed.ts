import type { Pool } from 'pg'
import type { FieldCipher } from '../../bff/src/platform/crypto'
import { type SealedColumn, sealedColumns } from '../../bff/src/platform/sealed-columns'

export interface SealedValue {
  column: SealedColumn
  row: string
  value: string
}

/** Every sealed value of a database, with where it stands. */
export async function everythingSealed(pool: Pool): Promise<SealedValue[]> {
  const columns = Object.entries(sealedColumns) as [SealedColumn, { row: string }][]
  const found = await Promise.all(
    columns.map(async ([place, { row }]) => {
      const [table, column] = place.split('.')
      const { rows } = await pool.query<Omit<SealedValue, 'column'>>(
        `SELECT ${row} AS row, ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`,
      )
      return rows.map((each) => ({ column: place, ...each }))
    }),
  )
  return found.flat()
}

/** What whoever has the database and the keys can read. */
export const everythingOpened = async (pool: Pool, cipher: FieldCipher): Promise<string[]> =>
  (await everythingSealed(pool)).map(({ column, row, value }) => cipher.decrypt(column, row, value))
