import type * as z from 'zod/mini'
import type { Tx } from './db'
import { type RowSchema, rowsOfText } from './rows'

/** A query by name, wherever it runs: on its own, or inside somebody's transaction. */
export type Read = <Schema extends RowSchema>(
  schema: Schema,
  name: string,
  sql: string,
  values: readonly unknown[],
) => Promise<z.output<Schema>[]>

/** Reads inside a transaction; there the name only says what is read. */
export const readOf =
  (tx: Tx): Read =>
  (schema, _name, sql, values) =>
    rowsOfText(tx, schema, sql, ...values)
