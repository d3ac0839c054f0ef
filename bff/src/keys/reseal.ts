/**
 * The promise: everything sealed stands under the first key of the ring, in the way of today, and nothing that was
 * written meanwhile is overwritten. Stopped at any moment, it goes on where it was.
 */
import type pg from 'pg'
import * as z from 'zod/mini'
import type { FieldCipher } from '../platform/crypto'
import { countRow, rowsFrom } from '../platform/rows'
import { type SealedColumn, sealedColumns } from '../platform/sealed-columns'

/** Where a walk may end, between two batches. */
export interface Stop {
  readonly asked: boolean
}

export class Stopped extends Error {}

const batch = 200
const zero = '00000000-0000-0000-0000-000000000000'

/** How a value looks that needs nothing done. */
const isCurrent = (keyId: string): string => `v2.${keyId}.`

/** Append-only: sealed anew by a function that the owner of the database alone may call. */
const recorded = 'care_details.detail_enc'

/** @param records those too that are append-only @returns how many were sealed anew */
export async function resealAll(
  client: pg.ClientBase,
  cipher: FieldCipher,
  keyId: string,
  { stop, records }: { stop: Stop; records: boolean },
): Promise<number> {
  let done = 0
  for (const place of Object.keys(sealedColumns) as SealedColumn[])
    if (records || place !== recorded) done += await resealColumn(client, cipher, { place, keyId }, stop)
  return done
}

interface Column {
  place: SealedColumn
  keyId: string
}

async function resealColumn(
  client: pg.ClientBase,
  cipher: FieldCipher,
  column: Column,
  stop: Stop,
): Promise<number> {
  let [after, done] = [zero, 0]
  for (;;) {
    if (stop.asked) throw new Stopped('stopped')
    const rows = await oldValues(client, column, after)
    const last = rows.at(-1)
    if (!last) return done
    done += await putNew(client, cipher, column, rows)
    after = last.row
  }
}

const sealedValue = z.strictObject({ row: z.string(), value: z.string() })
type Value = z.output<typeof sealedValue>

async function oldValues(client: pg.ClientBase, { place, keyId }: Column, after: string): Promise<Value[]> {
  const [table = '', column = ''] = place.split('.')
  const { row } = sealedColumns[place]
  return rowsFrom(
    client,
    sealedValue,
    `SELECT ${row} AS row, ${column} AS value FROM ${table}
     WHERE ${row} > $1 AND ${column} IS NOT NULL AND NOT starts_with(${column}, $2) ORDER BY ${row} LIMIT ${batch}`,
    [after, isCurrent(keyId)],
  )
}

/** What does not open holds up nothing else: it is left, and counted at the end. */
function sealedAnew(cipher: FieldCipher, place: SealedColumn, { row, value }: Value) {
  try {
    return [{ row, value, anew: cipher.encrypt(place, row, cipher.decrypt(place, row, value)) }]
  } catch {
    return []
  }
}

/** A value that somebody changed meanwhile is theirs. One statement is one small transaction. */
async function putNew(
  client: pg.ClientBase,
  cipher: FieldCipher,
  { place }: Column,
  old: readonly Value[],
): Promise<number> {
  const [table = '', column = ''] = place.split('.')
  const { row } = sealedColumns[place]
  const anew = old.flatMap((each) => sealedAnew(cipher, place, each))
  const values = [anew.map((each) => each.row), anew.map((each) => each.value), anew.map((each) => each.anew)]
  if (place === recorded) {
    const [resealed] = await rowsFrom(
      client,
      countRow,
      'SELECT reseal_care_details($1::uuid[], $2::text[], $3::text[]) AS n',
      values,
    )
    return resealed?.n ?? 0
  }
  const { rowCount } = await client.query(
    `UPDATE ${table} t SET ${column} = v.new FROM unnest($1::uuid[], $2::text[], $3::text[]) AS v (row, old, new)
     WHERE t.${row} = v.row AND t.${column} = v.old`,
    values,
  )
  return rowCount ?? 0
}

/** How many values stand under each key id, the current way of sealing only counted as such. */
export async function leftUnder(client: pg.ClientBase, keyId: string): Promise<number> {
  let left = 0
  for (const place of Object.keys(sealedColumns)) {
    const [table = '', column = ''] = place.split('.')
    const [row] = await rowsFrom(
      client,
      countRow,
      `SELECT count(*)::int AS n FROM ${table} WHERE ${column} IS NOT NULL AND NOT starts_with(${column}, $1)`,
      [isCurrent(keyId)],
    )
    left += row?.n ?? 0
  }
  return left
}
