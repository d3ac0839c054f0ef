/** The ends of a programme: its sign-up closes by the clock, it is called off, what is open in it. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { idRow, rowsOf } from '../../../platform/rows'

export async function markCancelled(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET state = 'cancelled', version = version + 1, taken = 0
    WHERE id = ${id}::uuid`
}

/** Everything of a programme that is still open. */
export async function openCases(tx: Tx, id: string): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`SELECT case_id AS id FROM enrolments
    WHERE programme_id = ${id}::uuid AND state IN ('entered', 'waiting', 'held', 'confirmed')`
  return rows.map((row) => row.id)
}

const closingRow = z.strictObject({ id: z.string(), community: z.string() })

/** Whose sign-up is over by the clock and still stands open in the rows. */
export const closingNow = (db: Db, at: Date, limit: number): Promise<z.output<typeof closingRow>[]> =>
  rowsOf(db.client, closingRow)`SELECT id, community_code AS community FROM programmes
    WHERE state = 'published' AND closes_at <= ${at}::timestamptz ORDER BY closes_at LIMIT ${limit}::int`
