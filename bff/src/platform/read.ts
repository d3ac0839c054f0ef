import type { Tx } from './db'

/** A query by name, wherever it runs: on its own, or inside somebody's transaction. */
export type Read = <Row>(name: string, sql: string, values: readonly unknown[]) => Promise<Row[]>

/** Reads inside a transaction; there the name only says what is read. */
export const readOf =
  (tx: Tx): Read =>
  (_name, sql, values) =>
    tx.$queryRawUnsafe(sql, ...values)
