/** A draw: who has a number, the list and its secret, what was drawn. Written under the lock of the programme. */
import type { DrawEntry } from '@linli/contracts/draw'
import type { Db, Tx } from '../../../platform/db'

export interface Entrant {
  caseId: string
  childId: string
  groupId: string
  number: number
  rule: DrawEntry['rule']
  score: number
}

/** Who has a number and has not withdrawn. */
export const entrantsOf = (tx: Tx, id: string): Promise<Entrant[]> =>
  tx.$queryRaw`SELECT case_id AS "caseId", child_id AS "childId", group_id AS "groupId", draw_number AS number,
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

export async function drawSecrets(
  tx: Tx,
  id: string,
): Promise<{ list: string; seedEnc: string } | undefined> {
  const [row] = await tx.$queryRaw<{ list: string; seedEnc: string }[]>`
    SELECT list, seed_enc AS "seedEnc" FROM programmes
    WHERE id = ${id}::uuid AND list IS NOT NULL AND seed_enc IS NOT NULL`
  return row
}

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

export interface DrawRow {
  capacity: number
  commitment: string | null
  list: string | null
  listHash: string | null
  closedAt: Date | null
  seed: string | null
  drawnAt: Date | null
  order: number[]
  placed: number[]
}

export async function findDraw(db: Db, id: string): Promise<DrawRow | undefined> {
  const [row] = await db.statement<DrawRow>(
    'draw-record',
    `SELECT capacity, seed_commitment AS commitment, list, list_hash AS "listHash", closed_at AS "closedAt", seed,
       drawn_at AS "drawnAt", coalesce(draw_order, '{}') AS "order", coalesce(draw_placed, '{}') AS placed
     FROM programmes WHERE id = $1::uuid`,
    [id],
  )
  return row
}
