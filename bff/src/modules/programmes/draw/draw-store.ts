/** A draw: who has a number, the list and its secret, what was drawn. Written under the lock of the programme. */
import { groupRule } from '@linli/contracts/line'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { rowOf, rowsOf } from '../../../platform/rows'

const entrantRow = z.strictObject({
  caseId: z.string(),
  childId: z.string(),
  groupId: z.string(),
  number: z.int(),
  rule: groupRule,
  score: z.int(),
})
export type Entrant = z.output<typeof entrantRow>

/** Who has a number and has not withdrawn. */
export const entrantsOf = (tx: Tx, id: string): Promise<Entrant[]> =>
  rowsOf(
    tx,
    entrantRow,
  )`SELECT case_id AS "caseId", child_id AS "childId", group_id AS "groupId", draw_number AS number,
    group_rule AS rule, score FROM enrolments WHERE programme_id = ${id}::uuid AND state = 'entered'
    ORDER BY draw_number`

export async function markClosed(
  tx: Tx,
  id: string,
  { list, listHash, at }: { list: string | null; listHash: string | null; at: Date },
): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET state = 'closed', version = version + 1, list = ${list},
    list_hash = ${listHash}, closed_at = ${at}::timestamptz WHERE id = ${id}::uuid`
}

const secretsRow = z.strictObject({ list: z.string(), seedEnc: z.string() })

export const drawSecrets = (tx: Tx, id: string): Promise<z.output<typeof secretsRow> | undefined> =>
  rowOf(tx, secretsRow)`
    SELECT list, seed_enc AS "seedEnc" FROM programmes
    WHERE id = ${id}::uuid AND list IS NOT NULL AND seed_enc IS NOT NULL`

export interface Drawn {
  seed: string
  order: number[]
  placed: number[]
  taken: number
  at: Date
}

export async function markDrawn(tx: Tx, id: string, d: Drawn): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET state = 'drawn', version = version + 1, seed = ${d.seed}, seed_enc = NULL,
    draw_order = ${d.order}::int[], draw_placed = ${d.placed}::int[], taken = ${d.taken}::int,
    drawn_at = ${d.at}::timestamptz WHERE id = ${id}::uuid`
}

const drawRow = z.strictObject({
  capacity: z.int(),
  commitment: z.nullable(z.string()),
  list: z.nullable(z.string()),
  listHash: z.nullable(z.string()),
  closedAt: z.nullable(z.date()),
  seed: z.nullable(z.string()),
  drawnAt: z.nullable(z.date()),
  order: z.array(z.int()),
  placed: z.array(z.int()),
})
export type DrawRow = z.output<typeof drawRow>

export async function findDraw(db: Db, id: string): Promise<DrawRow | undefined> {
  const [row] = await db.statement(
    drawRow,
    'draw-record',
    `SELECT capacity, seed_commitment AS commitment, list, list_hash AS "listHash", closed_at AS "closedAt", seed,
       drawn_at AS "drawnAt", coalesce(draw_order, '{}') AS "order", coalesce(draw_placed, '{}') AS placed
     FROM programmes WHERE id = $1::uuid`,
    [id],
  )
  return row
}
