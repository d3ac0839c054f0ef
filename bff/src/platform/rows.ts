/**
 * Rows are what they say: every statement names the schema of its rows. Tests parse each row that comes back by it, nulls
 * and columns nobody named included; in production it is a cast, because the same statement was parsed there.
 */
import type pg from 'pg'
import * as z from 'zod/mini'
import type { PrismaClient } from '../generated/client'

/** What a statement can be sent through: the client, or an open transaction. */
export type Sender = Pick<PrismaClient, '$queryRaw' | '$queryRawUnsafe'>

/** The schema of one row, in the types of the driver: `timestamptz` is a Date, `bigint` of a transaction a bigint. */
export type RowSchema = z.ZodMiniType

/** A row that is only an id. */
export const idRow = z.strictObject({ id: z.string() })

/** A row that is only a number, as a count is. */
export const countRow = z.strictObject({ n: z.int() })

let parsed = false

/** From here on this process parses every row (tests); there is no way back. */
export const parseRows = (): void => {
  parsed = true
}

/**
 * Rows that are taken at their word, or parsed where `parseRows` was called.
 * @throws Error naming the columns that are not what the schema says
 */
export function asRows<Schema extends RowSchema>(schema: Schema, found: unknown): z.output<Schema>[] {
  if (!parsed) return found as z.output<Schema>[]
  const result = z.array(schema).safeParse(found)
  if (result.success) return result.data
  throw new Error(`A row is not what its statement says: ${result.error.issues.map(told).join('; ')}`)
}

/** Which row and column, and what is the matter with it; never what stands there. */
const told = (issue: z.core.$ZodIssue): string => {
  const what = issue.code === 'unrecognized_keys' ? `nobody named ${issue.keys.join(', ')}` : issue.code
  return `${issue.path.join('.')}: ${what}`
}

/** A statement as a template: each value becomes a parameter. Its rows have the shape of `schema`. */
export const rowsOf =
  <Schema extends RowSchema>(sender: Sender, schema: Schema) =>
  async (sql: TemplateStringsArray, ...values: readonly unknown[]): Promise<z.output<Schema>[]> =>
    asRows(schema, await sender.$queryRaw(sql, ...values))

/** The first row of it, as for a key. */
export const rowOf =
  <Schema extends RowSchema>(sender: Sender, schema: Schema) =>
  async (sql: TemplateStringsArray, ...values: readonly unknown[]): Promise<z.output<Schema> | undefined> =>
    (await rowsOf(sender, schema)(sql, ...values))[0]

/** The same for a text that is put together of constants, with `$1`, `$2` … */
export const rowsOfText = async <Schema extends RowSchema>(
  sender: Sender,
  schema: Schema,
  sql: string,
  ...values: readonly unknown[]
): Promise<z.output<Schema>[]> => asRows(schema, await sender.$queryRawUnsafe(sql, ...values))

/** The same on a connection of its own, outside the pool of the service. */
export const rowsFrom = async <Schema extends RowSchema>(
  client: pg.ClientBase,
  schema: Schema,
  sql: string,
  values: readonly unknown[] = [],
): Promise<z.output<Schema>[]> => asRows(schema, (await client.query(sql, [...values])).rows)
